import type { MessageKey } from '../messages/en.ts';
import type { Words } from '../messages/words-in.ts';
import type { ProfileField } from './profile-query.ts';

type Recorded = Record<string, unknown>;

/** A value in words: the main thing first, what belongs to it, and what must not be overlooked. */
export interface Described {
  main: string;
  more: string;
  warnings: MessageKey[];
}

const text = (value: unknown): string => (value === null || value === undefined ? '' : String(value));
const joined = (parts: unknown[], separator = ', '): string =>
  parts.map(text).filter(Boolean).join(separator);

function mainAndMore(field: ProfileField, value: Recorded, words: Words): { main: string; more?: string } {
  const code = (list: string, of: unknown) => (typeof of === 'string' ? words.code(list, of) : '');
  const country = (of: unknown) => (typeof of === 'string' ? words.country(of) : '');
  const { kind } = value;
  switch (field) {
    case 'names':
      return {
        main: text(value.full),
        more: joined([code('nameKind', kind), code('nameScript', value.script)]),
      };
    case 'birth':
      return { main: text(value.date) };
    case 'birthPlace':
      return { main: joined([value.place, country(value.country)]) };
    case 'sex':
      return { main: code('sex', value.sex) };
    case 'citizenships':
      return { main: country(value.country) };
    case 'documents':
      return { main: text(value.number), more: joined([code('documentKind', kind), country(value.issuer)]) };
    case 'contacts':
      return { main: text(value.value), more: joined([code('contactKind', kind), value.service]) };
    case 'instruments': {
      const card = value.cardFirst6 ? `${text(value.cardFirst6)}…${text(value.cardLast4)}` : '';
      return {
        main: joined([value.account, card, value.address, value.place], ' ') || code('instrumentKind', kind),
        more: joined([code('instrumentKind', kind), value.bank, value.chain]),
      };
    }
    case 'infrastructure':
      return { main: text(value.value), more: joined([code('infrastructureKind', kind), value.model]) };
    case 'roles':
      return { main: code('roleKind', kind) };
    case 'memberships': {
      const group = (value.group ?? {}) as Recorded;
      return {
        // Another agency tells of a group later than of its members, once two officers vouch for its name.
        main: text(group.name) || code('groupRank', value.rank),
        ...(value.group !== null && {
          more: joined([code('groupRank', value.rank), code('groupKind', group.kind)]),
        }),
      };
    }
    case 'offences': {
      const article = (value.article ?? {}) as Recorded;
      return {
        main: joined([article.code, article.title], ' · '),
        more: joined([value.committedOn, value.case]),
      };
    }
    case 'status':
      return { main: code('proceduralStage', value.stage) };
    case 'measures':
    case 'plannedMeasures':
      return {
        main: code('measureKind', kind),
        more: joined([code('measureState', value.state), value.date, value.ground, value.case]),
      };
    case 'harms':
      return {
        main: joined([words.amount(text(value.loss)), value.currency], ' '),
        more: joined([words.victims(value.victims), country(value.country)]),
      };
    case 'cases':
      return { main: text(value.text) };
  }
}

/** A value in words. */
export function describe(field: ProfileField, value: Recorded, words: Words): Described {
  const warnings: MessageKey[] = [];
  if (value.mixedScript === true) warnings.push('profile.mixedScript');
  if (value.checksum === 'FAILED') warnings.push('checksum.FAILED');
  if (value.coerced === true) warnings.push('profile.coerced');
  return { more: '', warnings, ...mainAndMore(field, value, words) };
}
