import { defaultBudgets } from '../../../../../subgraphs/agency/records/budgets/budget-settings.ts';

test('two officers do not spend what a case has', () => {
  const { OFFICER, CASE } = defaultBudgets;
  expect(CASE.searches).toBeGreaterThan(2 * OFFICER.searches);
  expect(CASE.persons).toBeGreaterThan(2 * OFFICER.persons);
});
