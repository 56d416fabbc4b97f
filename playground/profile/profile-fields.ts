import type { MessageKey } from '../messages/en.ts';
import type { Words } from '../messages/words-in.ts';

type Recorded = Record<string, unknown>;

/** A value in words: the main thing first, what belongs to it, and what must not be overlooked. */
export interface Described {
  main: string;
  more: string;
  warnings: MessageKey[];
}

interface WordsFor {
  /** The word for a member of a closed list. */
  code: (list: string, of: unknown) => string;
  country: (of: unknown) => string;
  words: Words;
}

/** How a profile asks for a field of a dossier, and says a value of it: the main thing first, then what belongs to it. */
interface Shown {
  /** The parts of a value that are asked for; absent for a field whose values have none. */
  parts?: string;
  describe: (value: Recorded, words: WordsFor) => { main: string; more?: string };
}

const text = (value: unknown): string => (value === null || value === undefined ? '' : String(value));
const joined = (parts: unknown[], separator = ', '): string =>
  parts.map(text).filter(Boolean).join(separator);

const measure: Shown = {
  parts: 'kind state date ground case',
  describe: ({ kind, state, date, ground, case: number }, { code }) => ({
    main: code('measureKind', kind),
    more: joined([code('measureState', state), date, ground, number]),
  }),
};

/** Everything that a profile shows of a dossier, in its order. */
const shown = {
  names: {
    parts: 'kind script full mixedScript',
    describe: ({ full, kind, script }, { code }) => ({
      main: text(full),
      more: joined([code('nameKind', kind), code('nameScript', script)]),
    }),
  },
  birth: { parts: 'date', describe: ({ date }) => ({ main: text(date) }) },
  birthPlace: {
    parts: 'country place',
    describe: (value, { country }) => ({ main: joined([value.place, country(value.country)]) }),
  },
  sex: { parts: 'sex', describe: ({ sex }, { code }) => ({ main: code('sex', sex) }) },
  citizenships: {
    parts: 'country',
    describe: (value, { country }) => ({ main: country(value.country) }),
  },
  documents: {
    parts: 'kind issuer number checksum',
    describe: ({ number, kind, issuer }, { code, country }) => ({
      main: text(number),
      more: joined([code('documentKind', kind), country(issuer)]),
    }),
  },
  contacts: {
    parts: 'kind value service',
    describe: ({ value, kind, service }, { code }) => ({
      main: text(value),
      more: joined([code('contactKind', kind), service]),
    }),
  },
  instruments: {
    parts: 'kind account bank cardFirst6 cardLast4 chain address place',
    describe({ kind, account, bank, cardFirst6, cardLast4, chain, address, place }, { code }) {
      const card = cardFirst6 ? `${text(cardFirst6)}…${text(cardLast4)}` : '';
      return {
        main: joined([account, card, address, place], ' ') || code('instrumentKind', kind),
        more: joined([code('instrumentKind', kind), bank, chain]),
      };
    },
  },
  infrastructure: {
    parts: 'kind value model checksum',
    describe: ({ value, kind, model }, { code }) => ({
      main: text(value),
      more: joined([code('infrastructureKind', kind), model]),
    }),
  },
  roles: { parts: 'kind coerced', describe: ({ kind }, { code }) => ({ main: code('roleKind', kind) }) },
  memberships: {
    parts: 'rank group { name kind }',
    describe(value, { code }) {
      const group = (value.group ?? {}) as Recorded;
      return {
        // Another agency tells of a group later than of its members, once two officers vouch for its name.
        main: text(group.name) || code('groupRank', value.rank),
        ...(value.group !== null && {
          more: joined([code('groupRank', value.rank), code('groupKind', group.kind)]),
        }),
      };
    },
  },
  offences: {
    parts: 'article { code title } committedOn case',
    describe(value) {
      const article = (value.article ?? {}) as Recorded;
      return {
        main: joined([article.code, article.title], ' · '),
        more: joined([value.committedOn, value.case]),
      };
    },
  },
  status: {
    parts: 'stage',
    describe: ({ stage }, { code }) => ({ main: code('proceduralStage', stage) }),
  },
  measures: measure,
  plannedMeasures: measure,
  harms: {
    parts: 'victims loss currency country',
    describe: ({ loss, currency, victims, country: of }, { words, country }) => ({
      main: joined([words.amount(text(loss)), currency], ' '),
      more: joined([words.victims(victims), country(of)]),
    }),
  },
  cases: { describe: (value) => ({ main: text(value.text) }) },
} satisfies Record<string, Shown>;

export type ProfileField = keyof typeof shown;

/** The fields of a dossier that a profile shows, in its order. */
export const profileFields = Object.keys(shown) as ProfileField[];

/** The selection by which a profile asks for a field, with `source` beside the parts of each value. */
export function selectionOf(field: ProfileField, source: string): string {
  const { parts }: Shown = shown[field];
  return parts === undefined ? field : `${field} { ${parts} ${source} }`;
}

/** A value in words. */
export function describe(field: ProfileField, value: Recorded, words: Words): Described {
  const code: WordsFor['code'] = (list, of) => (typeof of === 'string' ? words.code(list, of) : '');
  const country: WordsFor['country'] = (of) => (typeof of === 'string' ? words.country(of) : '');
  const warnings: MessageKey[] = [];
  if (value.mixedScript === true) warnings.push('profile.mixedScript');
  if (value.checksum === 'FAILED') warnings.push('checksum.FAILED');
  if (value.coerced === true) warnings.push('profile.coerced');
  return { more: '', warnings, ...shown[field].describe(value, { code, country, words }) };
}
