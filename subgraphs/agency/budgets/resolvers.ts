import type { Resolvers } from '../../../schema/protected-schema.ts';
import type { RequestContext } from '../context.ts';
import { type AgencyDefinition, typePrefixOf } from '../definition.ts';
import type { PageArguments } from '../paging/connection.ts';
import { beforeOf, type Mark, newestFirst } from '../paging/newest-first.ts';
import type { BudgetRecord } from './record.ts';

const mark: Mark = { prefix: 'budget', form: /^\d{4}-.{1,400}$/su, list: 'these budgets' };

/** What other agencies have spent, to those who watch over the system at either end. */
export const budgetResolvers = (definition: AgencyDefinition): Resolvers<RequestContext> => ({
  [`${typePrefixOf(definition)}Query`]: {
    budgets: async (_source: unknown, page: PageArguments, { stores, viewer }: RequestContext) => {
      const before = beforeOf(mark, page);
      const found = await stores.budgets.page({
        ...(viewer.agency !== definition.agency && { agency: viewer.agency }),
        before,
        limit: page.first + 1,
      });
      return newestFirst(mark, page, found, ({ _id }) => _id);
    },
  },
  SpentBudget: {
    id: ({ _id }: BudgetRecord) => _id,
    of: ({ of }: BudgetRecord) => of ?? null,
    persons: ({ persons }: BudgetRecord) => persons.length,
  },
});
