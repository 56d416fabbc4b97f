import type { Random } from '../../demo-data/chance/random.ts';
import { birthBetween } from './births.ts';
import { FEMALE_NAMES } from './names/female.ts';
import { MALE_NAMES, type MaleName } from './names/male.ts';
import type { Sex, Spelling } from './names/spelling.ts';
import { SURNAME_ROOTS, type Surname } from './names/surnames.ts';
import type { WrittenIdentity } from './pair.ts';
import type { Style } from './styles.ts';

/** A person as they are, before anyone writes them down. */
export interface Person {
  readonly sex: Sex;
  readonly surname: Surname;
  readonly given: Spelling;
  readonly father: MaleName;
  /** `YYYY-MM-DD` */
  readonly birth: string;
}

/** A root first, so that a root with many suffixes is no commoner than one with few. */
export function anySurname(random: Random): Surname {
  return random.pick(random.pick(SURNAME_ROOTS));
}

export function anyGiven(sex: Sex, random: Random): Spelling {
  return random.pick<Spelling>(sex === 'male' ? MALE_NAMES : FEMALE_NAMES);
}

export function otherThan<T>(unwanted: T, draw: () => T): T {
  for (;;) {
    const drawn = draw();
    if (drawn !== unwanted) return drawn;
  }
}

export function anyPerson(random: Random, sex: Sex = random.chance(0.6) ? 'male' : 'female'): Person {
  return {
    sex,
    surname: anySurname(random),
    given: anyGiven(sex, random),
    father: random.pick(MALE_NAMES),
    birth: birthBetween(1945, 2005, random),
  };
}

export function written(person: Person, style: Style): WrittenIdentity {
  const { surname, given, father, sex } = person;
  return {
    script: style.script,
    surname: (style.writeSurname ?? style.write)(surname[sex][style.source]),
    given: style.write(given[style.source]),
    patronymic: style.write(father.patronymic[sex][style.source]),
    birth: person.birth,
  };
}
