import {
  daysOfBudget,
  MeasureBudget,
} from '../../../../../../subgraphs/agency/records/measures/comparing/measure-budget.ts';

const at = new Date('2026-12-01T09:00:00Z');
const pace = { perOfficer: 5, perCase: 10 };
const of = (officer: number, number = 'BY-2026-000001') => ({
  plannedBy: `officer-${officer}`,
  case: number,
});

const taken = (budget: MeasureBudget, count: number, measure: ReturnType<typeof of>) =>
  Array.from({ length: count }, () => budget.take(measure)).filter((has) => has).length;

describe('the budgets of measures', () => {
  test('are five of an officer in a day, in whatever cases', () => {
    const budget = new MeasureBudget(new Map(), at, pace);
    expect(taken(budget, 3, of(1)) + taken(budget, 3, of(1, 'BY-2026-000002'))).toBe(5);
  });

  test('are ten of a case, whoever plans them, and what has no room takes nothing of its officer’s', () => {
    const budget = new MeasureBudget(new Map(), at, pace);
    expect([1, 2, 3].map((officer) => taken(budget, 5, of(officer)))).toEqual([5, 5, 0]);
    expect(taken(budget, 6, of(3, 'BY-2026-000002'))).toBe(5);
  });

  test('go on from what was counted on the day, cancelled ones too', () => {
    const [officer = ''] = daysOfBudget(of(1), at);
    const budget = new MeasureBudget(new Map([[officer, 4]]), at, pace);
    expect(taken(budget, 3, of(1))).toBe(1);
    expect([...budget.raised.values()]).toEqual([1, 1]);
  });

  test('hold no urgent measure up, and count it', () => {
    const budget = new MeasureBudget(new Map(), at, pace);
    const urgent = { ...of(1), isUrgent: true as const };
    expect([taken(budget, 6, urgent), taken(budget, 1, of(1)), taken(budget, 1, urgent)]).toEqual([6, 0, 1]);
  });

  test('begin anew with each day', () => {
    const [today, tomorrow] = [at, new Date('2026-12-02T00:00:00Z')].map((day) => daysOfBudget(of(1), day));
    expect(today).not.toEqual(tomorrow);
  });
});
