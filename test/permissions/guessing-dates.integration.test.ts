import { defaultBudgets } from '../../subgraphs/agency/records/budgets/budget-settings.ts';
import { readCriteria } from '../../subgraphs/agency/records/formats/criteria/read-criteria.ts';
import { belarus } from '../../subgraphs/belarus/definition.ts';
import { comparing, hiddenId, personal, searching, searchingBy } from '../support/guessing/asking.ts';
import { type Guessed, hiddenPersons } from '../support/guessing/guesses.ts';
import {
  type DateGuesser,
  datesTried,
  daysOfYear,
  slipsIn,
  wordsFrom,
} from '../support/guessing/known-surname.ts';
import { long } from '../support/long.ts';
import { type AgencyInProcess, agencyInProcess } from '../support/world/agency.ts';

type Person = ReturnType<typeof hiddenPersons>[number];

const officers = { made: 0 };

/** The ways to try the days of a year for somebody whose surname is known, each by an officer of its own. */
const waysToTry: Record<string, (agency: AgencyInProcess, person: Person, seed: number) => DateGuesser> = {
  'with a made-up given name each time'(agency, { surname }, seed) {
    const ask = searching(newOfficer(agency));
    const words = wordsFrom(seed);
    return { atOnce: 1, ask: (birthDate) => ask({ surname, givenName: words(), birthDate }) };
  },
  'twenty at a time'(agency, { surname }, seed) {
    const ask = searching(newOfficer(agency));
    const words = wordsFrom(seed);
    return { atOnce: 20, ask: (birthDate) => ask({ surname, givenName: words(), birthDate }) };
  },
  'with the given name, which is known, and a slip in the surname'(agency, { surname, givenName }) {
    const ask = searching(newOfficer(agency));
    const slips = slipsIn(surname);
    return { atOnce: 1, ask: (birthDate) => ask({ surname: slips(), givenName, birthDate }) };
  },
  'with the given name in both orders'(agency, { surname, givenName }) {
    const ask = searching(newOfficer(agency));
    let turn = 0;
    return {
      atOnce: 1,
      ask: (birthDate) =>
        ask(
          turn++ % 2 === 0
            ? { surname, givenName, birthDate }
            : { surname: givenName, givenName: surname, birthDate },
        ),
    };
  },
  'as a name that was heard'(agency, { surname }, seed) {
    const ask = searchingBy(newOfficer(agency));
    const words = wordsFrom(seed);
    return {
      atOnce: 1,
      ask: (birthDate) =>
        ask(readCriteria({ name: `${surname} ${words()} ${words()}`, birthDate }, new Date('2026-11-26'))),
    };
  },
  'by comparing a dossier that is changed each time'(agency, { surname }, seed) {
    const ask = comparing(newOfficer(agency), 'RU-0WN00000001');
    const words = wordsFrom(seed);
    const aliases = Array.from({ length: 4 }, () => ({ surname: words(), givenName: words() }));
    const names = [{ surname, givenName: words() }, ...aliases];
    return { atOnce: 1, ask: (birthDate) => ask(names, birthDate) };
  },
  'by comparing a new dossier each time'(agency, { surname }, seed) {
    const by = newOfficer(agency);
    const words = wordsFrom(seed);
    let turn = 0;
    return {
      atOnce: 1,
      ask: (birthDate) => {
        turn += 1;
        const id = `RU-N${String(turn).padStart(10, '0')}`;
        return comparing(by, id)([{ surname, givenName: words() }], birthDate);
      },
    };
  },
  'by searches and comparisons in turn'(agency, { surname }, seed) {
    const by = newOfficer(agency);
    const words = wordsFrom(seed);
    let turn = 0;
    return {
      atOnce: 1,
      ask: (birthDate): Promise<Guessed> => {
        turn += 1;
        return turn % 2 === 0
          ? searching(by)({ surname, birthDate })
          : comparing(by)([{ surname, givenName: words() }], birthDate);
      },
    };
  },
};

function newOfficer(agency: AgencyInProcess) {
  officers.made += 1;
  return agency
    .as('RUSSIA', 'INVESTIGATOR')
    .called(`guesser ${officers.made}`)
    .for('INVESTIGATION', `RU-2026-${String(officers.made).padStart(6, '0')}`);
}

/** More than an agency is told in a day by so many guessers as these, so that each has his own budget alone. */
const limits = { ...defaultBudgets, AGENCY: { searches: 1_000_000, persons: 1_000_000 } };

describe.each(long.rows([1, 2, 3], 0))(
  'of persons whose surname and year of birth are known, with seed %i',
  (seed) => {
    const persons = hiddenPersons(seed);
    const some = persons.slice(0, 1);
    let agency: AgencyInProcess;
    beforeAll(async () => {
      const hidden = persons.map((person, index) =>
        personal(hiddenId(index), person, { handlingCode: 'ON_RELEASE' }),
      );
      agency = await agencyInProcess(belarus, { dossiers: hidden, limits });
    });

    describe.each(Object.keys(waysToTry))('day by day %s', (way) => {
      const guesserOf = (person: Person) => {
        const made = waysToTry[way]?.(agency, person, seed);
        if (!made) throw new Error('no such way');
        return made;
      };

      test('an officer tries one date in 25 until his budget is spent', async () => {
        for (const person of some) {
          const { tried, isSpent } = await datesTried(guesserOf(person), daysOfYear(person.birthDate, seed));
          expect(isSpent).toBe(true);
          expect(tried.size).toBeGreaterThan(3);
          expect(tried.size / 365).toBeLessThanOrEqual(1 / 25);
        }
      });

      test('and who knows the date finds the person with it at once', async () => {
        for (const person of some) {
          const { told } = await guesserOf(person).ask(person.birthDate);
          expect(told.length).toBeGreaterThan(0);
        }
      });
    });

    test('and a surname in the place of a given name is none, beside a wrong word', async () => {
      for (const { surname, givenName, birthDate } of some) {
        const heard = (name: string) =>
          searchingBy(newOfficer(agency))(readCriteria({ name, birthDate }, new Date('2026-11-26')));
        expect((await heard(`Абвгдеж ${surname} Копылов`)).told).toEqual([]);
        expect((await heard(`${givenName} ${surname}`)).told.length).toBeGreaterThan(0);
      }
    });
  },
);
