import type { BudgetLimits } from '../../subgraphs/agency/records/budgets/budget-record.ts';

/** Budgets that no test spends which is about something else. */
export const plentiful: BudgetLimits = {
  OFFICER: { searches: 1_000_000, persons: 1_000_000 },
  CASE: { searches: 1_000_000, persons: 1_000_000 },
  AGENCY: { searches: 1_000_000, persons: 1_000_000 },
};
