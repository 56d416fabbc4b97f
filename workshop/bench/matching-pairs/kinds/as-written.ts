import { scanned, unlikeToTheEye, withScanned } from '../misread.ts';
import { TRADITIONS } from '../names/traditions.ts';
import { anyPerson, anySurname, type Person } from '../person.ts';
import type { PairKind } from './kind.ts';

const twice = (person: Person): readonly [Person, Person] => [person, person];

const tradition: PairKind = {
  kind: 'tradition',
  label: 'same',
  share: 3,
  directions: 'any',
  patronymicMayLack: true,
  people: (random) => {
    const { sex, forms } = random.pick(TRADITIONS);
    const person = { ...anyPerson(random, sex), given: forms[0] };
    return [person, { ...person, given: forms[1] }];
  },
};

/** Two surnames, joined or one of them left out, in either order. */
const doubleSurname: PairKind = {
  kind: 'double-surname',
  label: 'same',
  share: 2,
  directions: 'any',
  patronymicMayLack: true,
  people: (random) => {
    const person = anyPerson(random);
    const other = anySurname(random);
    const joined = (one: Person['surname'], two: Person['surname']): Person['surname'] => ({
      root: one.root,
      male: { ru: `${one.male.ru}-${two.male.ru}`, be: `${one.male.be}-${two.male.be}` },
      female: { ru: `${one.female.ru}-${two.female.ru}`, be: `${one.female.be}-${two.female.be}` },
    });
    const first = { ...person, surname: joined(person.surname, other) };
    return [
      first,
      random.chance(0.5)
        ? { ...person, surname: joined(other, person.surname) }
        : random.chance(0.5)
          ? first
          : person,
    ];
  },
};

const lookalikes: PairKind = {
  kind: 'lookalikes',
  label: 'same',
  share: 2,
  directions: 'any',
  patronymicMayLack: true,
  people: (random) => twice(anyPerson(random)),
  edit: ({ a, b, note }, random) => ({
    a,
    b: {
      ...b,
      surname: unlikeToTheEye(b.surname, b.script, random),
      given: unlikeToTheEye(b.given, b.script, random),
    },
    note,
  }),
};

const scan: PairKind = {
  kind: 'scan',
  label: 'same',
  share: 1,
  directions: 'kept',
  patronymicMayLack: true,
  people: (random) => {
    for (;;) {
      const person = anyPerson(random);
      if (scanned(person.surname[person.sex].ru, random) !== undefined) return twice(person);
    }
  },
  edit: ({ a, b, note }, random) => ({ a, b: withScanned(b, random), note }),
};

/** One person whom the world has written otherwise. */
export const AS_WRITTEN: readonly PairKind[] = [tradition, doubleSurname, lookalikes, scan];
