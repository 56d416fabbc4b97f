import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { encodeQuestion, type SearchCriteria } from '../../schema/search.ts';
import { defaultBudgets } from '../../subgraphs/agency/budgets/settings.ts';
import type { DossierRecord } from '../../subgraphs/agency/dossiers/record.ts';
import { dossierFeatures } from '../../subgraphs/agency/matching/dossier-features.ts';
import { travellingTokens } from '../../subgraphs/agency/matching/tokens.ts';
import { belarus } from '../../subgraphs/belarus/definition.ts';
import {
  dates,
  digits,
  type Guess,
  type Guessed,
  givenNames,
  guessUntilSpent,
  hiddenPersons,
  surnames,
  waysToGuess,
} from '../support/guessing/guesses.ts';
import { dossierOf } from '../support/hand-made-dossiers.ts';
import { testKeys } from '../support/match-keys.ts';
import { type Officer, type PermissionsAgency, permissionsAgency } from '../support/permissions-agency.ts';

type Person = ReturnType<typeof hiddenPersons>[number];

const search =
  'query ($of: [_Any!]!) { _entities(representations: $of) { ... on BelarusSearch { matches } } }';
const candidates = `query ($of: [_Any!]!) { _entities(representations: $of) {
  ... on RussiaDossier { candidates { dossier { id } hit { reference } } } } }`;

const [like] = [dossierOf('BY-A000000001')];
const sharedValue = <Value>(of: Value) => ({
  ...of,
  id: 'V000000000001',
  provenance: like.status.provenance,
});
const nameOf = ({ surname, givenName }: { surname?: string | undefined; givenName?: string | undefined }) =>
  sharedValue({
    kind: 'LEGAL' as const,
    script: 'RUSSIAN' as const,
    ...(surname && { surname }),
    ...(givenName && { givenName }),
  });
/** A dossier that holds nothing but a name, a date and what is said of it. */
const personal = (id: string, person: Guess, more: Partial<DossierRecord> = {}): DossierRecord => {
  const {
    birthPlace: _,
    sex: __,
    ...whole
  } = dossierOf(id, {
    names: [nameOf(person)],
    ...(person.birthDate && { birth: sharedValue({ date: person.birthDate }) }),
    documents: [],
    contacts: [],
    instruments: [],
    infrastructure: [],
    ...more,
  });
  return whole;
};
const hiddenId = (index: number) => `BY-H1DDEN0${String(index).padStart(5, '0')}`;

const criteriaOf = ({ surname, givenName, birthDate, ...more }: Guess): SearchCriteria => ({
  names: [{ script: 'RUSSIAN', ...(surname && { surname }), ...(givenName && { givenName }) }],
  ...(birthDate && { birthDate }),
  ...more,
});

const searching =
  (by: Officer) =>
  async (guess: Guess): Promise<Guessed & { text: string }> => {
    const question = encodeQuestion({ criteria: criteriaOf(guess) });
    const { data, codes } = await by.run(search, { of: [{ __typename: 'BelarusSearch', question }] });
    expect(codes).toEqual([]);
    const text: string = data._entities[0].matches;
    const { matches, renewsAt } = JSON.parse(text);
    const told = matches.map(
      (match: { dossier?: string; hit?: { reference: string } }) => match.dossier ?? match.hit?.reference,
    );
    return { told, isSpent: renewsAt !== undefined, text };
  };

/** Compares a dossier of his agency's with these names and this date. */
const comparing =
  (by: Officer, id = 'RU-0WN00000001') =>
  async (names: Guess[], birthDate?: string): Promise<Guessed> => {
    const dossier = {
      ...personal('BY-A000000001', { ...(birthDate && { birthDate }) }),
      names: names.map(nameOf),
    };
    const matchTokens = travellingTokens(
      testKeys,
      dossierFeatures(dossier, () => true),
    );
    const { data, codes } = await by.run(candidates, {
      of: [{ __typename: 'RussiaDossier', id, matchTokens }],
    });
    const told = (data._entities[0].candidates ?? []).map(
      (each: { dossier: { id: string } | null; hit: { reference: string } | null }) =>
        each.dossier?.id ?? each.hit?.reference,
    );
    return { told, isSpent: codes.includes('QUOTA_SPENT') };
  };

describe.each([1, 2, 3])('of 25 persons whom nobody abroad knows of, with seed %i', (seed) => {
  const persons: Person[] = hiddenPersons(seed);
  let agency: PermissionsAgency;
  beforeAll(async () => {
    const hidden = persons.map((person, index) =>
      personal(hiddenId(index), person, { handlingCode: 'ON_RELEASE' }),
    );
    agency = await permissionsAgency(belarus, { dossiers: hidden, limits: defaultBudgets });
  });
  afterAll(() => agency.stop());

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
  let agency: PermissionsAgency;
  beforeAll(async () => {
    agency = await permissionsAgency(belarus, {
      dossiers: [personal('BY-CARD000000A', person, withCard)],
      limits: defaultBudgets,
    });
  });
  afterAll(() => agency.stop());

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
