import { maxAliasesRule } from '@escape.tech/graphql-armor-max-aliases';
import { maxDepthRule } from '@escape.tech/graphql-armor-max-depth';
import { GraphQLError, type ValidationContext, type ValidationRule } from 'graphql';
import { oneActionRule } from '../../schema/one-action.ts';
import { oneSearchRule } from '../../schema/one-search.ts';
import { costRule } from './cost.ts';

/** What one request may ask; a full profile of both agencies, or a page of 50 with both halves, stays well within. */
export const limits = {
  /** Of the request's body, in bytes. */
  body: 256 * 1024,
  /** Lexical tokens of the document; parsing stops there. */
  tokens: 3_000,
  /** Levels of fields, fragments not counted. */
  depth: 16,
  aliases: 30,
  /** Fields, each counted as often as the pages around it are long. */
  cost: 30_000,
} as const;

/** Reports instead of throwing, so that the error has our code and comes with the others of the document. */
const reporting = {
  propagateOnRejection: false,
  onReject: [
    (context: ValidationContext | null, error: GraphQLError) => {
      const message = error.message.replace(/^Syntax Error: /, '');
      context?.reportError(new GraphQLError(message, { extensions: { code: 'QUERY_TOO_LARGE' } }));
    },
  ],
};

export const limitRules: ValidationRule[] = [
  maxDepthRule({ n: limits.depth, flattenFragments: true, ...reporting }),
  maxAliasesRule({ n: limits.aliases, ...reporting }),
  costRule(limits.cost),
  oneActionRule,
  oneSearchRule,
] as ValidationRule[];
