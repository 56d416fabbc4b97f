import type { BaseContext } from '@apollo/server';
import { type DocumentNode, GraphQLError, Kind, type ValidationRule } from 'graphql';
import { documentLimits } from '../../server/rules/document-limits.ts';
import { costOfReading, demandSmall, sizeOf } from '../../server/rules/document-size.ts';
import type { Reading } from '../../server/serve-graphql.ts';

export interface ReadingOptions<Context> {
  /**
   * Takes what a document costs to be validated.
   * @throws a refusal
   */
  charge: (context: Context, cost: number) => void;
  /** Takes the same, as far as there is something left, for what was read in vain, and for the faults that were found. */
  chargeInVain: (context: Context, cost: number) => void;
}

export interface BoundReading<Context extends BaseContext> {
  reading: Reading<Context>;
  /** Tells what the reading has refused; it must be among the server's rules. */
  rule: ValidationRule;
}

/** As many times as reading it once do the faults of a document cost: names that were meant are looked for, and nothing of it is kept. */
const costOfFaults = 4;

/**
 * The look at a document between its parsing and its validation, which takes this process longer than anything else that a short
 * document can cause: its caller pays for it by its size, valid or not, and one that would take long is refused. Documents that
 * the server has validated lately come by here no more.
 */
export function boundReading<Context extends BaseContext>({
  charge,
  chargeInVain,
}: ReadingOptions<Context>): BoundReading<Context> {
  const refused = new WeakMap<DocumentNode, GraphQLError>();
  /** An empty document in the place of one that is refused: the server can be told so by a rule alone. */
  const inPlaceOf = (error: GraphQLError): DocumentNode => {
    const empty: DocumentNode = { kind: Kind.DOCUMENT, definitions: [] };
    refused.set(empty, error);
    return empty;
  };
  return {
    reading: {
      async parsingDidStart({ contextValue, source }) {
        return async (error) => {
          // Nobody has counted its tokens: as many as there can be in so many characters.
          if (error) chargeInVain(contextValue, Math.min(source.length, documentLimits.tokens));
        };
      },
      async validationDidStart(requestContext) {
        const { contextValue, document } = requestContext;
        try {
          const size = sizeOf(document);
          const cost = costOfReading(document, size);
          charge(contextValue, cost);
          demandSmall(size);
          return async (faults) => {
            if (faults && faults.length > 0) chargeInVain(contextValue, costOfFaults * cost);
          };
        } catch (error) {
          if (!(error instanceof GraphQLError)) throw error;
          Object.assign(requestContext, { document: inPlaceOf(error) });
          return undefined;
        }
      },
    },
    rule: (context) => ({
      Document(document) {
        const error = refused.get(document);
        if (error) context.reportError(error);
      },
    }),
  };
}
