import { z } from 'zod';
import type { Agency } from '../../../../terms/agencies.ts';
import { type BudgetScope, budgetScopes } from '../../../../terms/enums.ts';
import { type BudgetKind, type BudgetLimits, budgetKinds } from './budget-record.ts';

/** The budgets of a day where nothing is set; docs/matching.md has the arithmetic. */
export const defaultBudgets: BudgetLimits = {
  OFFICER: { searches: 400, persons: 500 },
  CASE: { searches: 1_000, persons: 1_500 },
  AGENCY: { searches: 8_000, persons: 5_000 },
};

const variableOf = (agency: Agency, scope: BudgetScope, kind: BudgetKind): string =>
  `${agency}_BUDGET_${scope}_${kind.toUpperCase()}`;

const each = budgetScopes.flatMap((scope) => budgetKinds.map((kind) => ({ scope, kind })));

const problem = 'must be a whole number, 1 or more';

/** `RUSSIA_BUDGET_OFFICER_SEARCHES` and five more, of the agency whose records they protect. */
export const budgetSettings = (agency: Agency): Record<string, z.ZodType> =>
  Object.fromEntries(
    each.map(({ scope, kind }) => [
      variableOf(agency, scope, kind),
      z.coerce.number(problem).int(problem).min(1, problem).default(defaultBudgets[scope][kind]),
    ]),
  );

export const budgetsIn = (settings: Record<string, unknown>, agency: Agency): BudgetLimits => {
  const limitsOf = (scope: BudgetScope) =>
    Object.fromEntries(
      budgetKinds.map((kind) => [kind, settings[variableOf(agency, scope, kind)] as number]),
    ) as Record<BudgetKind, number>;
  return { OFFICER: limitsOf('OFFICER'), CASE: limitsOf('CASE'), AGENCY: limitsOf('AGENCY') };
};
