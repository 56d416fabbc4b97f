import type { ProfileField } from './profile-query.ts';

type Recorded = Record<string, unknown>;
/** How a code of a closed list is called. */
type NameOf = (list: string, code: string) => string;

const text = (value: unknown): string => (value === null || value === undefined ? '' : String(value));
const joined = (parts: unknown[], separator = ' '): string => parts.map(text).filter(Boolean).join(separator);

/** A value in one line, the main thing first. */
export function describe(
  field: ProfileField,
  value: Recorded,
  nameOf: NameOf,
): { main: string; more: string } {
  const kind = typeof value.kind === 'string' ? value.kind : '';
  switch (field) {
    case 'names':
      return {
        main: text(value.full),
        more: joined([nameOf('nameKind', kind), nameOf('script', text(value.script))], ', '),
      };
    case 'birth':
      return { main: text(value.date), more: '' };
    case 'birthPlace':
      return { main: joined([value.place, value.country], ', '), more: '' };
    case 'sex':
      return { main: nameOf('sex', text(value.sex)), more: '' };
    case 'citizenships':
      return { main: text(value.country), more: '' };
    case 'documents':
      return { main: text(value.number), more: joined([nameOf('documentKind', kind), value.issuer], ', ') };
    case 'contacts':
      return { main: text(value.value), more: joined([nameOf('contactKind', kind), value.service], ', ') };
    case 'instruments': {
      const card = value.cardFirst6 ? `${text(value.cardFirst6)}…${text(value.cardLast4)}` : '';
      return {
        main: joined([value.account, card, value.address, value.place]) || nameOf('instrumentKind', kind),
        more: joined([nameOf('instrumentKind', kind), value.bank, value.chain], ', '),
      };
    }
    case 'infrastructure':
      return {
        main: text(value.value),
        more: joined([nameOf('infrastructureKind', kind), value.model], ', '),
      };
    case 'roles':
      return { main: nameOf('roleKind', kind), more: '' };
    case 'memberships': {
      const group = (value.group ?? {}) as Recorded;
      return {
        main: text(group.name),
        more: joined([nameOf('rank', text(value.rank)), nameOf('groupKind', text(group.kind))], ', '),
      };
    }
    case 'offences': {
      const article = (value.article ?? {}) as Recorded;
      return {
        main: joined([article.code, article.title], ' · '),
        more: joined([value.committedOn, value.case], ', '),
      };
    }
    case 'status':
      return { main: nameOf('stage', text(value.stage)), more: '' };
    case 'measures':
    case 'plannedMeasures':
      return {
        main: nameOf('measureKind', kind),
        more: joined([nameOf('measureState', text(value.state)), value.date, value.ground, value.case], ', '),
      };
    case 'harms':
      return {
        main: joined([value.loss, value.currency]),
        more: joined(
          [value.victims && `${nameOf('profile', 'victims')}: ${text(value.victims)}`, value.country],
          ', ',
        ),
      };
    case 'cases':
      return { main: text(value.text), more: '' };
  }
}
