import { criteriaFeatures } from '../../../../../subgraphs/agency/matching/criteria-features.ts';
import { tokenised } from '../../../../../subgraphs/agency/matching/tokens.ts';
import type { BudgetLimits } from '../../../../../subgraphs/agency/records/budgets/budget-record.ts';
import { costOfSeries } from '../../../../../subgraphs/agency/records/budgets/series.ts';
import { belarus } from '../../../../../subgraphs/belarus/definition.ts';
import { encodeQuestion, type SearchCriteria } from '../../../../../terms/search-exchange.ts';
import { givenNames } from '../../../../support/guessing/guesses.ts';
import { testKeys } from '../../../../support/match-keys.ts';
import { plentiful } from '../../../../support/plentiful.ts';
import { type AgencyInProcess, agencyInProcess } from '../../../../support/world/agency.ts';
import type { Officer } from '../../../../support/world/officer.ts';

const day = new Date('2026-11-25T22:00:00Z');
const search =
  'query ($of: [_Any!]!) { _entities(representations: $of) { ... on BelarusSearch { matches } } }';

/** No two of these are a slip apart. */
const surnames = ['Абрамчук', 'Дзюбенко', 'Жилинский', 'Кречетов', 'Мухина', 'Пыжиков', 'Рощин', 'Филатов'];

describe('a series of searches for one surname', () => {
  let agency: AgencyInProcess;
  let limits: BudgetLimits;
  beforeAll(async () => {
    limits = structuredClone(plentiful);
    agency = await agencyInProcess(belarus, { limits });
  });

  const asked = (by: Officer, criteria: SearchCriteria) =>
    by.run(search, {
      of: [{ __typename: 'BelarusSearch', question: encodeQuestion({ criteria }) }],
    });
  const named = (surname: string, givenName?: string): SearchCriteria => ({
    names: [{ script: 'RUSSIAN', surname, ...(givenName !== undefined && { givenName }) }],
  });
  /** Dates that are none with day and month swapped. */
  const dates = Array.from({ length: 15 }, (_, index) => `1983-05-${index + 13}`);
  const spentBy = async (of: string) => {
    const found = await agency.models.budgets.findOne({ scope: 'OFFICER', of }).lean();
    return [found?.searches, found?.near];
  };
  const officer = (of: string) => agency.as('RUSSIA', 'INVESTIGATOR').called(of).at(day);

  test('costs twice as much with each date after six, whatever is changed beside it', async () => {
    for (const [index, birthDate] of dates.slice(0, 12).entries()) {
      await asked(officer('one by one'), { ...named('Кречетов', givenNames[index]), birthDate });
      expect((await spentBy('one by one'))[0]).toBe(costOfSeries(index + 1));
    }
    expect(await spentBy('one by one')).toEqual([132, 11]);
  });

  test('costs the same when they run at once', async () => {
    const at = dates
      .slice(0, 10)
      .map((birthDate) => asked(officer('at once'), { ...named('Кречетов'), birthDate }));
    await Promise.all(at);
    expect(await spentBy('at once')).toEqual([costOfSeries(10), 9]);
  });

  test('that asks the same again, or for others of a given name, costs one each', async () => {
    for (let times = 0; times < 8; times++)
      await asked(officer('again'), { ...named('Кречетов'), birthDate: '1983-05-13' });
    expect(await spentBy('again')).toEqual([8, 0]);
    for (const [index, surname] of surnames.entries())
      await asked(officer('of a name'), { ...named(surname, 'Сергей'), birthDate: `19${70 + index}-05-13` });
    expect(await spentBy('of a name')).toEqual([surnames.length, 0]);
  });

  test('counts a date twice that is another with day and month swapped', async () => {
    await asked(officer('swapping'), { ...named('Кречетов'), birthDate: '1983-05-06' });
    expect((await spentBy('swapping'))[0]).toBe(2);
  });

  test('has tried nothing where another budget refuses', async () => {
    Object.assign(limits, { CASE: { ...plentiful.CASE, searches: 1 } });
    const by = officer('refused');
    await asked(by.for('INVESTIGATION', 'RU-2026-000042'), { ...named('Рощин'), birthDate: '1983-05-13' });
    for (const birthDate of dates.slice(1, 6))
      await asked(by.for('INVESTIGATION', 'RU-2026-000042'), { ...named('Рощин'), birthDate });
    expect(await spentBy('refused')).toEqual([1, 0]);
    Object.assign(limits, plentiful);
    await asked(by, { ...named('Рощин'), birthDate: dates[7] ?? '' });
    expect(await spentBy('refused')).toEqual([2, 1]);
  });

  test('is kept as what compares with no record, and told to nobody', async () => {
    const found = await agency.models.budgets.findOne({ scope: 'OFFICER', of: 'swapping' }).lean();
    const kept = found?.series.flatMap(({ forms, trials }) => [
      ...forms,
      ...trials.map(({ value }) => value),
    ]);
    expect(kept?.length).toBeGreaterThan(1);
    const { names = [], ...rest } = named('Кречетов');
    const features = tokenised(
      testKeys.current,
      criteriaFeatures({ ...rest, names, birthDate: '1983-05-06' }),
    );
    const compared = new Set(JSON.stringify(features).match(/\d{5,}/g));
    expect(compared.size).toBeGreaterThan(1);
    expect(kept?.filter((token) => compared.has(String(token)))).toEqual([]);
    const [page] = await agency.stores.budgets.page({ before: undefined, limit: 1 });
    expect(page).not.toHaveProperty('series');
  });
});
