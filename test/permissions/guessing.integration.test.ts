import { defaultBudgets } from '../../subgraphs/agency/records/budgets/budget-settings.ts';
import { belarus } from '../../subgraphs/belarus/definition.ts';
import { comparing, hiddenId, personal, searching, sharedValue } from '../support/guessing/asking.ts';
import {
  dates,
  digits,
  type Guess,
  givenNames,
  guessUntilSpent,
  hiddenPersons,
  surnames,
  waysToGuess,
} from '../support/guessing/guesses.ts';
import { long } from '../support/long.ts';
import { type AgencyInProcess, agencyInProcess } from '../support/world/agency.ts';

type Person = ReturnType<typeof hiddenPersons>[number];

/** Each seed stands for another way to guess. The last one gives the least evidence with which there can be a hit. */
describe.each(long.rows([1, 2, 3], 2))('of 25 persons whom nobody abroad knows of, with seed %i', (seed) => {
  const persons: Person[] = hiddenPersons(seed);
  let agency: AgencyInProcess;
  beforeAll(async () => {
    const hidden = persons.map((person, index) =>
      personal(hiddenId(index), person, { handlingCode: 'ON_RELEASE' }),
    );
    agency = await agencyInProcess(belarus, { dossiers: hidden, limits: defaultBudgets });
  });

  const officer = (subject: string) => agency.as('RUSSIA', 'INVESTIGATOR').called(subject);

  test('an officer who guesses until his budget is spent finds one at most, in whichever way', async () => {
    const found = new Set<string>();
    const [way, guesses] = Object.entries(waysToGuess)[seed] as [string, (seed: number) => Generator<Guess>];
    const by = searching(officer(way));
    const { told, isSpent, answered } = await guessUntilSpent(guesses(seed), by);
    for (const one of told) found.add(one);
    expect(isSpent).toBe(true);
    expect(answered).toBeGreaterThan(30);
    expect(answered).toBeLessThanOrEqual(defaultBudgets.OFFICER.searches);
    expect(found.size).toBeLessThanOrEqual(1);
  });

  test('nor does one who changes a dossier of his own before each comparison', async () => {
    const by = comparing(officer('comparing'));
    const guesses = function* (): Generator<Guess> {
      for (let index = 0; ; index++) yield { birthDate: dates[(index * 37 * seed) % dates.length] ?? '' };
    };
    let turn = 0;
    const ask = ({ birthDate }: Guess) => {
      turn += 1;
      const names = Array.from({ length: 5 }, (_, index) => ({
        surname: surnames[(turn * 5 + index) % surnames.length] ?? '',
        givenName: givenNames[(turn * 3 + index * seed) % givenNames.length] ?? '',
      }));
      return by(names, birthDate);
    };
    const { told, isSpent, answered } = await guessUntilSpent(guesses(), ask);
    expect(isSpent).toBe(true);
    expect(answered).toBeLessThan(defaultBudgets.OFFICER.searches / 5);
    expect(told.size).toBeLessThanOrEqual(1);
  });

  test('an honest day finds whom it looks for: thirty searches in five cases and ten comparisons, none refused', async () => {
    const cases = ['1', '2', '3', '4', '5'].map((number) => `RU-2026-00000${number}`);
    const known = [...persons, ...hiddenPersons(seed + 100, 5)];
    const found = new Set<string>();
    for (const [index, person] of known.entries()) {
      const by = officer('honest').for('INVESTIGATION', cases[index % 5]);
      const { told, isSpent } = await searching(by)(person);
      expect(isSpent).toBe(false);
      for (const one of told) found.add(one);
    }
    expect(found.size).toBeGreaterThanOrEqual(25);
    for (const [index, person] of persons.slice(0, 10).entries()) {
      const by = officer('honest').for('INVESTIGATION', cases[index % 5]);
      const { told, isSpent } = await comparing(by, `RU-H0NEST0000${index}`)([person], person.birthDate);
      expect(isSpent).toBe(false);
      expect(told.length).toBeGreaterThan(0);
    }
  });
});

describe('the last digits of a card of a dossier that is shared', () => {
  const person: Person = { surname: 'Кулешов', givenName: 'Аркадий', birthDate: '1983-04-17' };
  const card = sharedValue({
    kind: 'CARD' as const,
    cardFirst6: '400000',
    cardLast4: '1237',
    node: 'NODE-CARD',
  });
  const withCard = { handlingCode: 'SHAREABLE' as const, instruments: [card] };
  let agency: AgencyInProcess;
  beforeAll(async () => {
    agency = await agencyInProcess(belarus, {
      dossiers: [personal('BY-CARD000000A', person, withCard)],
      limits: defaultBudgets,
    });
  });

  test('are told by no answer: the right one reads as the wrong ones, to the byte', async () => {
    const by = searching(agency.as('RUSSIA', 'INVESTIGATOR'));
    const texts: string[] = [];
    for (const digit of digits)
      texts.push((await by({ ...person, card: { first6: '400000', last4: `123${digit}` } })).text);
    expect(new Set(texts).size).toBe(1);
    expect(texts[0]).toContain('BY-CARD000000A');
  });

  test('are told to its owner’s officers', async () => {
    const by = searching(agency.as('BELARUS', 'INVESTIGATOR'));
    const texts: string[] = [];
    for (const digit of digits)
      texts.push((await by({ ...person, card: { first6: '400000', last4: `123${digit}` } })).text);
    expect(new Set(texts).size).toBe(2);
  });
});
