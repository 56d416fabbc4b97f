import { FEMALE_NAMES } from '../names/female.ts';
import { MALE_NAMES } from '../names/male.ts';
import { areSimilarGiven } from '../names/similar.ts';
import type { Spelling } from '../names/spelling.ts';
import { SURNAME_ROOTS } from '../names/surnames.ts';
import { anyPerson, otherThan, type Person } from '../person.ts';
import type { PairKind } from './kind.ts';

/** True for words that one typing slip makes of each other, so that a pair of them has no truth. */
function areASlipApart(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 1) return false;
  let start = 0;
  while (start < one.length && one[start] === other[start]) start++;
  let end = 0;
  const least = Math.min(one.length, other.length) - start;
  while (end < least && one[one.length - 1 - end] === other[other.length - 1 - end]) end++;
  return Math.max(one.length, other.length) - start - end <= 2;
}

const areApart = (one: Spelling, other: Spelling): boolean =>
  !areASlipApart(one.ru, other.ru) && !areASlipApart(one.be, other.be);

/** Surnames of one root that no slip makes of each other: Ковалёв, Коваленко, Ковальчук. */
const neighbours = SURNAME_ROOTS.flatMap((root) =>
  root.flatMap((one) =>
    root.filter((other) => areApart(one.male, other.male)).map((other) => [one, other] as const),
  ),
);

/** The same given name and the same day: as many share those as a country has days and names. */
const nearSurname: PairKind = {
  kind: 'near-surname',
  label: 'different',
  share: 7,
  directions: 'any',
  patronymicMayLack: true,
  people: (random) => {
    const [surname, other] = random.pick(neighbours);
    const one: Person = { ...anyPerson(random, 'male'), surname };
    const father = otherThan(one.father, () => random.pick(MALE_NAMES));
    return [one, { ...one, surname: other, father }];
  },
};

const initial = ({ ru }: Spelling) => ru.charAt(0);

/** The same day, the same initials, surnames of one root. */
const initials: PairKind = {
  kind: 'initials',
  label: 'different',
  share: 5,
  directions: 'any',
  patronymicMayLack: true,
  people: (random) => {
    for (;;) {
      const [surname, near] = random.pick(neighbours);
      const one: Person = { ...anyPerson(random), surname };
      const names: readonly Spelling[] = one.sex === 'male' ? MALE_NAMES : FEMALE_NAMES;
      const others = names.filter(
        (name) =>
          name !== one.given &&
          initial(name) === initial(one.given) &&
          !areSimilarGiven(name.ru, one.given.ru),
      );
      if (others.length === 0) continue;
      return [one, { ...one, surname: random.chance(0.5) ? surname : near, given: random.pick(others) }];
    }
  },
};

/** Different people whom a careless reading takes for one. */
export const HARD: readonly PairKind[] = [nearSurname, initials];
