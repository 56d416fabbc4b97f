import type { Words } from '../messages/words-in.ts';
import type { HalfFragment } from './own-documents.ts';

type Recorded = Record<string, unknown>;

/** A value in words: the main thing first, what belongs to it, and what must not be overlooked. */
export interface Described {
  main: string;
  more: string;
  warnings: string[];
}

interface WordsFor {
  /** The word for a member of a closed list. */
  code: (list: string, of: unknown) => string;
  country: (of: unknown) => string;
  words: Words;
}

/** A profile's description of a field's value: the main thing first, then what belongs to it. */
interface Shown {
  describe: (value: Recorded, words: WordsFor) => { main: string; more?: string };
}

const text = (value: unknown): string => (value === null || value === undefined ? '' : String(value));
const joined = (parts: unknown[], separator = ', '): string =>
  parts.map(text).filter(Boolean).join(separator);

const measure: Shown = {
  describe: ({ kind, state, date, ground, case: caseNumber }, { code, words }) => ({
    main: code('MeasureKind', kind),
    more: joined([code('MeasureState', state), words.date(text(date)), ground, caseNumber]),
  }),
};

/** Everything that a profile shows of a dossier, in its order. `operations/profile.graphql` asks for it. */
const shown = {
  names: {
    describe: ({ full, kind, script }, { code }) => ({
      main: text(full),
      more: joined([code('NameKind', kind), code('NameScript', script)]),
    }),
  },
  birth: { describe: ({ date }, { words }) => ({ main: words.date(text(date)) }) },
  birthPlace: {
    describe: (value, { country }) => ({ main: joined([value.place, country(value.country)]) }),
  },
  sex: { describe: ({ sex }, { code }) => ({ main: code('Sex', sex) }) },
  citizenships: {
    describe: (value, { country }) => ({ main: country(value.country) }),
  },
  documents: {
    describe: ({ number, kind, issuer }, { code, country }) => ({
      main: text(number),
      more: joined([code('DocumentKind', kind), country(issuer)]),
    }),
  },
  contacts: {
    describe: ({ value, kind, service }, { code }) => ({
      main: text(value),
      more: joined([code('ContactKind', kind), service]),
    }),
  },
  instruments: {
    describe({ kind, account, bank, cardFirst6, cardLast4, chain, address, place }, { code }) {
      const card = cardFirst6 ? `${text(cardFirst6)}…${text(cardLast4)}` : '';
      return {
        main: joined([account, card, address, place], ' ') || code('InstrumentKind', kind),
        more: joined([code('InstrumentKind', kind), bank, chain]),
      };
    },
  },
  infrastructure: {
    describe: ({ value, kind, model }, { code }) => ({
      main: text(value),
      more: joined([code('InfrastructureKind', kind), model]),
    }),
  },
  roles: { describe: ({ kind }, { code }) => ({ main: code('RoleKind', kind) }) },
  memberships: {
    describe(value, { code }) {
      const group = (value.group ?? {}) as Recorded;
      return {
        // Another agency tells of a group later than of its members, once two officers vouch for its name.
        main: text(group.name) || code('GroupRank', value.rank),
        ...(value.group !== null && {
          more: joined([code('GroupRank', value.rank), code('GroupKind', group.kind)]),
        }),
      };
    },
  },
  offences: {
    describe(value, { words }) {
      const article = (value.article ?? {}) as Recorded;
      return {
        main: joined([article.code, article[words.text.locale]], ' · '),
        more: joined([words.date(text(value.committedOn)), value.case]),
      };
    },
  },
  status: {
    describe: ({ stage }, { code }) => ({ main: code('ProceduralStage', stage) }),
  },
  measures: measure,
  plannedMeasures: measure,
  harms: {
    describe: ({ loss, currency, victims, country: of }, { words, country }) => ({
      main: joined([words.amount(text(loss)), currency], ' '),
      more: joined([words.victims(victims), country(of)]),
    }),
  },
  cases: { describe: (value) => ({ main: text(value.text) }) },
  releases: {
    describe: ({ to, state, classes, until }, { code, words }) => ({
      main: code('Agency', to),
      more: joined([
        code('ReleaseState', state),
        ...(Array.isArray(classes) ? classes.map((each) => code('InformationClass', each)) : []),
        words.text('profile.releasedUntil', { at: words.moment(text(until)) }),
      ]),
    }),
  },
} satisfies { [Field in keyof HalfFragment]?: Shown };

export type ProfileField = keyof typeof shown;

/** The fields of a dossier that a profile shows, in its order. */
export const profileFields = Object.keys(shown) as ProfileField[];

/** A value in words. */
export function describe(field: ProfileField, value: Recorded, words: Words): Described {
  const code: WordsFor['code'] = (list, of) => (typeof of === 'string' ? words.code(list, of) : '');
  const country: WordsFor['country'] = (of) => (typeof of === 'string' ? words.country(of) : '');
  const warnings: string[] = [];
  if (value.mixedScript === true) warnings.push(words.text('profile.mixedScript'));
  if (value.checksum === 'FAILED') warnings.push(words.code('Checksum', 'FAILED'));
  if (value.coerced === true) warnings.push(words.text('profile.coerced'));
  // One that has ended, or waits, opens nothing anyway.
  if (value.isHeld === true && value.state === 'GRANTED') warnings.push(words.text('profile.held'));
  return { more: '', warnings, ...shown[field].describe(value, { code, country, words }) };
}
