import type { GraphQLSchema } from 'graphql';
import type { Resolvers } from '../../../../schema/protect/protected-schema.ts';
import { subgraphOf } from '../../../../terms/agencies.ts';
import type { AgencyDefinition } from '../../permissions/agency-definition.ts';
import type { RequestContext } from '../context/request-context.ts';
import { visibilityOf } from './visibility-of.ts';

/** An agency's half of `Query.visibility`. */
export function visibilityResolvers(
  definition: AgencyDefinition,
  schemaOf: () => GraphQLSchema,
): Resolvers<RequestContext> {
  let answer: ReturnType<typeof visibilityOf> | undefined;
  return {
    Visibility: {
      __resolveReference: ({ question: sealed }: { question: unknown }) => ({ question: sealed }),
      [subgraphOf(definition.agency)]: (
        { question: sealed }: { question: unknown },
        _arguments: unknown,
        context: RequestContext,
      ) => {
        answer ??= visibilityOf(definition, schemaOf());
        return answer(sealed, context);
      },
    },
  };
}
