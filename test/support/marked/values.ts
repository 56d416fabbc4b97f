import { z } from 'zod';
import { inputPartialDate } from '../../../subgraphs/agency/records/values/value.ts';
import { type AnyKind, contentShape } from '../../../subgraphs/agency/records/values/value-kind.ts';
import {
  type DossierValues,
  kindOf,
  listFields,
} from '../../../subgraphs/agency/records/values/value-kinds.ts';
import { mark } from './marks.ts';

const provenance = {
  sourceReliability: 'A',
  informationAccuracy: 1,
  legalBasis: 'NATIONAL_LAW',
  recordedAt: new Date('2026-01-02T03:04:05Z'),
  retainUntil: new Date('2036-01-02T00:00:00Z'),
  contested: false,
} as const;

const outcome = {
  ...{ arrested: 1, searched: 2, questioned: 3, blocked: 4, victimsFound: 5, victimsWarned: 6 },
  things: [{ kind: 'PHONE', count: 7 }],
  seized: [{ amount: '8.50', currency: 'BYN' }],
  returned: [{ amount: '9.50', currency: 'BYN' }],
};

/** Two officers have agreed to keep a value for a shorter time. */
const leaving = {
  by: 'officer-alone',
  at: provenance.recordedAt,
  from: new Date('2026-01-05T03:04:05Z'),
  lapsesAt: new Date('2026-02-01T03:04:05Z'),
  retainUntil: new Date('2030-01-02T00:00:00Z'),
  agreed: { by: 'another-officer', at: new Date('2026-01-03T03:04:05Z') },
};

/** Some content of a kind that is not written out below: each of its texts is marked, and nothing is left out. */
function markedContent(kind: AnyKind, marked: (of: string) => (part: string) => string): object {
  const ofClass = marked(kind.class);
  const parts = Object.entries(contentShape(kind)).map(([name, part]) => {
    const type = part instanceof z.ZodOptional ? part.unwrap() : part;
    if (type instanceof z.ZodEnum) return [name, type.options[0]];
    if (type instanceof z.ZodNumber) return [name, 7];
    if (type instanceof z.ZodBoolean) return [name, true];
    return [name, type === inputPartialDate ? '2026-01' : ofClass(name.toLowerCase())];
  });
  return Object.fromEntries(parts);
}

/** Values in every field and part of a dossier, each text of them marked with its class. */
export function markedValues(
  dossier: string,
  { shared, group, waiting, article }: Record<'shared' | 'group' | 'waiting' | 'article', string>,
): DossierValues {
  let counted = 0;
  const value = <Content extends object>(content: Content) => {
    counted += 1;
    return { id: `V${String(counted).padStart(2, '0')}-${dossier}`, ...content, provenance };
  };
  const marked = (of: string) => (part: string) => `${mark(of, dossier)}${part}`;
  const identity = marked('IDENTITY');
  const contact = marked('CONTACT');
  const financial = marked('FINANCIAL');
  const technical = marked('TECHNICAL');
  const tactical = marked('TACTICAL');
  const ofCase = marked('CASE');
  const own = (kind: string) => `NODE-${kind}-${dossier}`;
  const number = `BY-2026-${dossier.slice(-2).padStart(6, '0')}`;
  const written = {
    names: [
      value({
        kind: 'LEGAL',
        script: 'LATIN',
        surname: identity('surname'),
        givenName: identity('given'),
        patronymic: identity('patronymic'),
      }),
      value({ kind: 'HANDLE', script: 'LATIN', handle: identity('handle') }),
    ],
    birth: value({ date: '1990-05-06' }),
    birthPlace: value({ country: 'BY', place: identity('place') }),
    sex: value({ sex: 'MALE' }),
    citizenships: [value({ country: 'BY' })],
    documents: [
      value({ kind: 'PASSPORT', issuer: 'BY', number: identity('number'), checksum: 'NONE', use: 'VICTIM' }),
    ],
    contacts: [
      value({ kind: 'EMAIL', value: contact('mail'), use: 'SPOOFED' }),
      value({ kind: 'MESSENGER', value: contact('messenger'), service: contact('service') }),
      // Added by one officer alone: to another agency it is as if it were not there.
      {
        ...value({ kind: 'EMAIL', value: marked('UNSIGNED')('mail') }),
        provenance: { ...provenance, unsigned: { by: 'officer-alone', at: provenance.recordedAt }, leaving },
      },
    ],
    instruments: [
      value({
        kind: 'ACCOUNT',
        account: financial('account'),
        bank: financial('bank'),
        use: 'OFFENDER',
        node: shared,
      }),
      value({ kind: 'CARD', cardFirst6: '400000', cardLast4: '1234', node: own('CARD') }),
      value({ kind: 'WALLET', chain: 'BTC', address: financial('address'), node: own('WALLET') }),
      value({ kind: 'CASH_OUT_POINT', place: financial('place'), node: own('PLACE') }),
    ],
    infrastructure: [
      value({
        kind: 'SIM_BOX',
        value: technical('serial'),
        model: technical('model'),
        slots: 32,
        use: 'OFFENDER',
        node: shared,
        checksum: 'NONE',
      }),
    ],
    roles: [value({ kind: 'MONEY_MULE', coerced: true })],
    memberships: [value({ group, rank: 'MEMBER' }), value({ group: waiting, rank: 'ASSOCIATE' })],
    offences: [value({ article, committedOn: '2026-01', case: number })],
    measures: [
      value({
        ...{ kind: 'SEARCH', state: 'DONE', date: '2026-02', ground: ofCase('ground'), case: number },
        ...{ region: 'BY-HM', window: { from: '2026-02-02', until: '2026-02-04' }, isUnauthorised: true },
        ...{ plannedBy: ofCase('planner'), authorisedBy: ofCase('authoriser'), startedBy: ofCase('starter') },
        ...{ target: ofCase('target'), urgency: 'FLIGHT', startedAt: provenance.recordedAt },
        outcome,
      }),
      value({
        ...{ kind: 'ARREST', state: 'AUTHORISED', date: '2026-12', ground: tactical('ground'), case: number },
        ...{ region: 'BY-HM', window: { from: '2026-12-02', until: '2026-12-04' } },
        ...{ plannedBy: tactical('planner'), target: tactical('target') },
        ...{ authorisedBy: tactical('authoriser'), authorisedAt: provenance.recordedAt },
        // No plan has these yet; whoever may read plans would read them all the same.
        ...{ startedBy: tactical('starter'), startedAt: provenance.recordedAt, urgency: 'FLIGHT', outcome },
      }),
    ],
    harms: [value({ victims: 7, loss: `4200${dossier.slice(-2)}.99`, currency: 'BYN', country: 'BY' })],
    status: value({ stage: 'ACCUSED' }),
  };
  const others = listFields
    .filter((field) => !Object.hasOwn(written, field))
    .map((field) => [field, [value(markedContent(kindOf(field), marked))]]);
  return { ...written, ...Object.fromEntries(others) } as unknown as DossierValues;
}
