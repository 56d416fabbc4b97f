import { otherBirth } from '../births.ts';
import { FEMALE_NAMES } from '../names/female.ts';
import { MALE_NAMES } from '../names/male.ts';
import { SIMILAR_GIVEN } from '../names/similar.ts';
import type { Sex, Spelling } from '../names/spelling.ts';
import { SURNAME_ROOTS } from '../names/surnames.ts';
import { anyPerson, otherThan, type Person } from '../person.ts';
import type { PairKind } from './kind.ts';

const namesake: PairKind = {
  kind: 'namesake',
  label: 'different',
  share: 7,
  directions: 'any',
  patronymicMayLack: true,
  people: (random) => {
    const one = anyPerson(random);
    const father = random.chance(0.5) ? one.father : otherThan(one.father, () => random.pick(MALE_NAMES));
    return [one, { ...one, father, birth: otherBirth(one.birth, 25, random) }];
  },
};

const rootsOfSeveral = SURNAME_ROOTS.filter((surnames) => surnames.length > 1);

const similarSurname: PairKind = {
  kind: 'similar-surname',
  label: 'different',
  share: 5,
  directions: 'any',
  patronymicMayLack: false,
  people: (random) => {
    const root = random.pick(rootsOfSeveral);
    const surname = random.pick(root);
    const one = { ...anyPerson(random), surname };
    // Never the same father: a record without a birth would leave a married woman and a stranger alike.
    const father = otherThan(one.father, () => random.pick(MALE_NAMES));
    const other = otherThan(surname, () => random.pick(root));
    return [one, { ...one, surname: other, father, birth: otherBirth(one.birth, 25, random) }];
  },
  edit: ({ a, b, note }, random) => {
    if (random.chance(0.5)) return { a, b, note };
    return { a, b: { ...b, birth: '' }, note: `${note}; no birth` };
  },
};

function bearer(ru: string): { sex: Sex; given: Spelling } {
  const man = MALE_NAMES.find((name) => name.ru === ru);
  if (man) return { sex: 'male', given: man };
  const woman = FEMALE_NAMES.find((name) => name.ru === ru);
  if (woman) return { sex: 'female', given: woman };
  throw new Error(`no given name ${ru}`);
}

const similarGiven: PairKind = {
  kind: 'similar-given',
  label: 'different',
  share: 4,
  directions: 'any',
  patronymicMayLack: true,
  people: (random) => {
    const [first, second] = random.pick(SIMILAR_GIVEN);
    const one: Person = { ...anyPerson(random), ...bearer(first) };
    const father = random.chance(0.5) ? one.father : random.pick(MALE_NAMES);
    const other: Person = { ...one, ...bearer(second), father, birth: otherBirth(one.birth, 25, random) };
    return random.chance(0.5) ? [one, other] : [other, one];
  },
};

const unrelated: PairKind = {
  kind: 'random',
  label: 'different',
  share: 4,
  directions: 'any',
  patronymicMayLack: true,
  people: (random) => {
    const one = anyPerson(random);
    for (;;) {
      const other = anyPerson(random);
      if (other.surname.root !== one.surname.root) return [one, other];
    }
  },
};

export const STRANGERS: readonly PairKind[] = [namesake, similarSurname, similarGiven, unrelated];
