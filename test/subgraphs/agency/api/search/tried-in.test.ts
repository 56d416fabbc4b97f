import { triedIn } from '../../../../../subgraphs/agency/api/search/tried-in.ts';
import { criteriaFeatures } from '../../../../../subgraphs/agency/matching/criteria-features.ts';
import { tokenised } from '../../../../../subgraphs/agency/matching/tokens.ts';
import { defaultBudgets } from '../../../../../subgraphs/agency/records/budgets/budget-settings.ts';
import { costOfSeries } from '../../../../../subgraphs/agency/records/budgets/series.ts';
import type { SearchCriteria } from '../../../../../terms/search-exchange.ts';
import { testKeys } from '../../../../support/match-keys.ts';

const triedBy = (criteria: SearchCriteria) =>
  triedIn(testKeys.current, tokenised(testKeys.current, criteriaFeatures(criteria)));
const named = (surname: string, givenName?: string): SearchCriteria => ({
  names: [{ script: 'RUSSIAN', surname, ...(givenName !== undefined && { givenName }) }],
  birthDate: '1983-05-13',
});
const isOneSeries = (one: SearchCriteria, other: SearchCriteria): boolean => {
  const formsOf = (criteria: SearchCriteria) => {
    const { bySurname, byGivenName } = triedBy(criteria);
    return [...bySurname, ...byGivenName].flatMap(({ forms }) => forms);
  };
  const forms = new Set(formsOf(one));
  return formsOf(other).some((form) => forms.has(form));
};

describe('of two searches it is one series', () => {
  test.each<[string, SearchCriteria, SearchCriteria]>([
    ['with one surname, whatever is beside it', named('Кулешов', 'Абвгдеж'), named('Кулешов', 'Клмнопр')],
    [
      'with a surname in another script',
      named('Городейко'),
      { names: [{ script: 'LATIN', surname: 'Haradzeika' }] },
    ],
    ['with a surname that is a slip apart', named('Кулешов'), named('Кулещов')],
    [
      'with another surname for a given name and a year',
      named('Кшлешов', 'Аркадий'),
      named('Кулешшв', 'Аркадий'),
    ],
    [
      'with the names exchanged, where one is of no table',
      named('Кулешов', 'Аркадий'),
      named('Аркадий', 'Кулешов'),
    ],
  ])('%s', (_what, one, other) => {
    expect(isOneSeries(one, other)).toBe(true);
  });

  test.each<[string, SearchCriteria, SearchCriteria]>([
    [
      'for two persons',
      named('Кулешов', 'Аркадий'),
      { ...named('Никитенко', 'Олег'), birthDate: '1983-05-14' },
    ],
    [
      'for two persons of one given name',
      named('Кулешов', 'Аркадий'),
      { ...named('Никитенко', 'Аркадий'), birthDate: '1990-05-14' },
    ],
    ['without a surname, which makes no hit', { birthDate: '1983-05-13' }, { birthDate: '1983-05-13' }],
  ])('but not %s', (_what, one, other) => {
    expect(isOneSeries(one, other)).toBe(false);
  });
});

test('an officer’s whole budget is thirteen guesses of one series: of the days of a year fewer than one in 25', () => {
  const { searches } = defaultBudgets.OFFICER;
  expect(costOfSeries(13)).toBeLessThanOrEqual(searches);
  expect(costOfSeries(14)).toBeGreaterThan(searches);
  expect(13 / 365).toBeLessThan(1 / 25);
});

test('six guesses of one series cost six, and eight twelve', () => {
  expect([1, 6, 8].map(costOfSeries)).toEqual([1, 6, 12]);
});
