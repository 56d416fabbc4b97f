import { birthBetween, otherBirth, yearOf } from '../births.ts';
import { MALE_NAMES } from '../names/male.ts';
import { areSimilarGiven } from '../names/similar.ts';
import type { Sex } from '../names/spelling.ts';
import { anyGiven, anyPerson, otherThan } from '../person.ts';
import type { PairKind } from './kind.ts';

const sibling: PairKind = {
  kind: 'sibling',
  label: 'different',
  share: 7,
  directions: 'any',
  patronymicMayLack: true,
  people: (random) => {
    const one = anyPerson(random);
    const sex: Sex = random.chance(0.7) ? one.sex : otherThan(one.sex, () => random.pick(['male', 'female']));
    const given = otherThan(one.given, () => anyGiven(sex, random));
    for (;;) {
      const birth = otherBirth(one.birth, 15, random);
      if (yearOf(birth) !== yearOf(one.birth)) return [one, { ...one, sex, given, birth }];
    }
  },
};

const twin: PairKind = {
  kind: 'twin',
  label: 'different',
  share: 5,
  directions: 'any',
  patronymicMayLack: true,
  people: (random) => {
    const one = anyPerson(random);
    for (;;) {
      const sex: Sex = random.chance(0.7) ? one.sex : random.pick(['male', 'female']);
      const given = anyGiven(sex, random);
      // With the same birth, names that pass for variants of one leave no way to know: Марина and Мария.
      if (given !== one.given && !areSimilarGiven(given.ru, one.given.ru))
        return [one, { ...one, sex, given }];
    }
  },
};

const fatherSon: PairKind = {
  kind: 'father-son',
  label: 'different',
  share: 6,
  directions: 'any',
  patronymicMayLack: true,
  people: (random) => {
    const given = random.pick(MALE_NAMES);
    const birth = birthBetween(1940, 1975, random);
    const father = { ...anyPerson(random, 'male'), given, birth };
    const son = {
      ...father,
      // A son named after his father is the hard case: Иван Петрович and Иван Иванович.
      given: random.chance(0.4) ? given : random.pick(MALE_NAMES),
      father: given,
      birth: birthBetween(yearOf(birth) + 20, yearOf(birth) + 33, random),
    };
    return random.chance(0.5) ? [father, son] : [son, father];
  },
};

export const RELATIVES: readonly PairKind[] = [sibling, twin, fatherSon];
