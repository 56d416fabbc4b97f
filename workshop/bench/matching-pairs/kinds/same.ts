import { withDayAndMonthSwapped } from '../births.ts';
import { anyPerson, anySurname, type Person } from '../person.ts';
import { slipped } from '../slips.ts';
import type { PairKind } from './kind.ts';

const twice = (person: Person): readonly [Person, Person] => [person, person];

const spelling: PairKind = {
  kind: 'spelling',
  label: 'same',
  share: 16,
  directions: 'other',
  patronymicMayLack: true,
  people: (random) => twice(anyPerson(random)),
};

const noPatronymic: PairKind = {
  kind: 'no-patronymic',
  label: 'same',
  share: 5,
  directions: 'any',
  patronymicMayLack: false,
  people: (random) => twice(anyPerson(random)),
  edit: ({ a, b, note }, random) =>
    random.chance(0.5) ? { a: { ...a, patronymic: '' }, b, note } : { a, b: { ...b, patronymic: '' }, note },
};

const typo: PairKind = {
  kind: 'typo',
  label: 'same',
  share: 6,
  directions: 'kept',
  patronymicMayLack: true,
  people: (random) => twice(anyPerson(random)),
  edit: ({ a, b, note }, random) => {
    // A slip in a short given name makes another name of it: Ян, Яна.
    const part = b.given.length > 4 && random.chance(0.4) ? 'given' : 'surname';
    const { word, slip } = slipped(b[part], b.script, random);
    return { a, b: { ...b, [part]: word }, note: `${note}; ${slip} in ${part}` };
  },
};

const order: PairKind = {
  kind: 'order',
  label: 'same',
  share: 3,
  directions: 'any',
  patronymicMayLack: true,
  people: (random) => twice(anyPerson(random)),
  edit: ({ a, b, note }) => ({ a, b: { ...b, surname: b.given, given: b.surname }, note }),
};

const yearOnly: PairKind = {
  kind: 'year-only',
  label: 'same',
  share: 3,
  directions: 'any',
  patronymicMayLack: false,
  people: (random) => twice(anyPerson(random)),
  edit: ({ a, b, note }, random) => {
    const kept = random.chance(0.8) ? 'YYYY'.length : 'YYYY-MM'.length;
    return random.chance(0.5)
      ? { a: { ...a, birth: a.birth.slice(0, kept) }, b, note }
      : { a, b: { ...b, birth: b.birth.slice(0, kept) }, note };
  },
};

const swappedDayMonth: PairKind = {
  kind: 'swapped-day-month',
  label: 'same',
  share: 3,
  directions: 'any',
  patronymicMayLack: false,
  people: (random) => {
    for (;;) {
      const person = anyPerson(random);
      if (withDayAndMonthSwapped(person.birth) !== undefined) return twice(person);
    }
  },
  edit: ({ a, b, note }) => ({ a, b: { ...b, birth: withDayAndMonthSwapped(b.birth) ?? b.birth }, note }),
};

const married: PairKind = {
  kind: 'married',
  label: 'same',
  share: 3,
  directions: 'any',
  patronymicMayLack: false,
  people: (random) => {
    const woman = anyPerson(random, 'female');
    for (;;) {
      const surname = anySurname(random);
      if (surname.root !== woman.surname.root) return [woman, { ...woman, surname }];
    }
  },
};

const writtenWithYo = ({ surname, given, sex }: Person) => /ё/i.test(surname[sex].ru + given.ru);

const yo: PairKind = {
  kind: 'yo',
  label: 'same',
  share: 3,
  directions: 'to-russian',
  patronymicMayLack: true,
  people: (random) => {
    for (;;) {
      const person = anyPerson(random);
      if (writtenWithYo(person)) return twice(person);
    }
  },
  edit: ({ a, b, note }) => {
    const plain = (name: string) => name.replaceAll('ё', 'е').replaceAll('Ё', 'Е');
    return {
      a,
      b: { ...b, surname: plain(b.surname), given: plain(b.given), patronymic: plain(b.patronymic) },
      note,
    };
  },
};

export const SAME_KINDS: readonly PairKind[] = [
  spelling,
  noPatronymic,
  typo,
  order,
  yearOnly,
  swappedDayMonth,
  married,
  yo,
];
