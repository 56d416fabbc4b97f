import { type Agency, agencyNames } from '../../terms/agencies.ts';
import type { Cell, Halves } from './halves.ts';
import { type ProfileField, profileFields } from './profile-fields.ts';

type Recorded = Record<string, unknown>;

/** The place of a value in both halves, as far as the viewer sees them. */
export type Mark = 'both' | 'only-here' | 'differs';

export const marks: readonly Mark[] = ['both', 'only-here', 'differs'];

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** A text without what spellings of one name differ in: case, ё, apostrophes, hyphens and spaces. */
const plain = (value: unknown): string =>
  text(value)
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/['’ʼ`]/g, '’')
    .replace(/[\s-]+/g, ' ')
    .trim();

const latin = new Map([...'АВСЕНІКМОРТХ'].map((letter, index) => [letter, 'ABCEHIKMOPTX'.charAt(index)]));

/** A number without its spaces and signs, in Latin letters where it has ones that look the same. */
const numberOf = (value: unknown): string =>
  [...text(value).toUpperCase()]
    .map((letter) => latin.get(letter) ?? letter)
    .join('')
    .replace(/[^\p{L}\p{N}]/gu, '');

const keyOf = (...parts: string[]): string => parts.join(' ');

/** How the values of a field are compared. */
interface Comparison {
  /** Equal for values that say the same; undefined for a value that says nothing to compare. */
  key: (value: Recorded) => string | undefined;
  /** Equal for values that cannot both hold, so that two with different keys differ. */
  slot?: (value: Recorded) => string | undefined;
  /** True if two of one slot agree as far as both are known. */
  agrees?: (one: Recorded, other: Recorded) => boolean;
}

const isWithin = (one: string, other: string) => one.startsWith(other) || other.startsWith(one);
const hasAllOf = (one: string, other: string) => {
  const words = one.split(' ');
  return other.split(' ').every((word) => words.includes(word));
};

/**
 * The fields in which the halves can be compared. An agency's proceedings, and what it holds of harm, are its own: the other's are no
 * other version of them.
 */
const comparisons: { [Field in ProfileField]?: Comparison } = {
  names: {
    key: ({ full }) => plain(full),
    slot: ({ kind, script }) => (kind === 'LEGAL' ? text(script) : undefined),
    agrees: (one, other) =>
      // In Latin letters a name is spelled by one standard or another.
      one.script === 'LATIN' ||
      hasAllOf(plain(one.full), plain(other.full)) ||
      hasAllOf(plain(other.full), plain(one.full)),
  },
  birth: {
    key: ({ date }) => text(date),
    slot: () => '',
    agrees: (one, other) => isWithin(text(one.date), text(other.date)),
  },
  birthPlace: {
    key: ({ country, place }) => keyOf(text(country), plain(place)),
    slot: () => '',
    // A place has a name in each language.
    agrees: (one, other) => one.country === other.country,
  },
  sex: { key: ({ sex }) => text(sex), slot: () => '' },
  citizenships: { key: ({ country }) => text(country) },
  documents: { key: ({ kind, issuer, number }) => keyOf(text(kind), text(issuer), numberOf(number)) },
  contacts: { key: ({ kind, service, value }) => keyOf(text(kind), plain(service), plain(value)) },
  instruments: {
    key: ({ kind, account, cardFirst6, cardLast4, chain, address, place }) =>
      keyOf(
        text(kind),
        numberOf(account),
        text(cardFirst6),
        text(cardLast4),
        text(chain),
        text(address),
        plain(place),
      ),
  },
  infrastructure: { key: ({ kind, value }) => keyOf(text(kind), plain(value)) },
  roles: { key: ({ kind }) => text(kind) },
  memberships: {
    key: ({ group }) => {
      const name = (group as Recorded | null)?.name;
      return name === undefined ? undefined : plain(name);
    },
  },
  status: { key: ({ stage }) => text(stage), slot: () => '' },
};

/**
 * The mark of a value beside the same field of the other halves. A field that is withheld, lost or of a half that is not there says
 * nothing: a value is only here, or differs, where the viewer sees all that the others have.
 */
export function markOf(
  field: ProfileField,
  value: Recorded,
  others: readonly (Cell | undefined)[],
): Mark | undefined {
  const comparison = comparisons[field];
  const key = comparison?.key(value);
  if (!comparison || !key) return undefined;
  const theirs = others.flatMap((cell) =>
    cell?.state === 'values' ? cell.values.map(({ recorded }) => recorded) : [],
  );
  if (theirs.some((each) => comparison.key(each) === key)) return 'both';
  const areSeen = others.every((cell) => cell?.state === 'values' || cell?.state === 'none');
  if (!areSeen || others.length === 0) return undefined;
  if (theirs.some((each) => comparison.key(each) === undefined)) return undefined;
  const slot = comparison.slot?.(value);
  const rivals = slot === undefined ? [] : theirs.filter((each) => comparison.slot?.(each) === slot);
  if (rivals.length === 0) return 'only-here';
  return rivals.some((each) => comparison.agrees?.(value, each)) ? undefined : 'differs';
}

/** The same field of the other halves; undefined for a half that is not there. */
export const othersOf = (halves: Halves, agency: Agency, field: ProfileField): (Cell | undefined)[] =>
  agencyNames
    .filter((other) => other !== agency)
    .map((other) => {
      const half = halves[other];
      return half.state === 'dossier' ? half.cells[field] : undefined;
    });

/** The number of values with each mark; one that is in both halves counts once. */
export function countMarks(halves: Halves): Record<Mark, number> {
  const counts: Record<Mark, number> = { both: 0, 'only-here': 0, differs: 0 };
  const shared = new Set<string>();
  for (const agency of agencyNames) {
    const half = halves[agency];
    if (half.state !== 'dossier') continue;
    for (const field of profileFields) {
      const cell = half.cells[field];
      for (const { recorded } of cell.state === 'values' ? cell.values : []) {
        const mark = markOf(field, recorded, othersOf(halves, agency, field));
        if (mark === 'both') shared.add(`${field} ${comparisons[field]?.key(recorded)}`);
        else if (mark) counts[mark] += 1;
      }
    }
  }
  return { ...counts, both: shared.size };
}
