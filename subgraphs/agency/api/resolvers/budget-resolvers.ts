import type { Resolvers } from '../../../../schema/protect/protected-schema.ts';
import { type AgencyDefinition, typePrefixOf } from '../../permissions/agency-definition.ts';
import type { BudgetRecord } from '../../records/budgets/budget-record.ts';
import type { RequestContext } from '../context/request-context.ts';
import { connectionOf } from '../paging/connection.ts';
import { type PageArguments, pageRequest } from '../paging/page-request.ts';

/** Spent budgets, for the overseers of both agencies. */
export const budgetResolvers = (definition: AgencyDefinition): Resolvers<RequestContext> => ({
  [`${typePrefixOf(definition)}Query`]: {
    budgets: async (_source: unknown, page: PageArguments, { cursors, stores, viewer }: RequestContext) => {
      const request = await pageRequest(page, cursors, 'budgets');
      const found = await stores.budgets.page({
        ...(viewer.agency !== definition.agency && { agency: viewer.agency }),
        before: request.after,
        limit: request.first + 1,
      });
      return connectionOf(request, found, ({ _id }) => _id);
    },
  },
  SpentBudget: {
    id: ({ _id }: BudgetRecord) => _id,
    persons: ({ persons }: BudgetRecord) => persons.length,
  },
});
