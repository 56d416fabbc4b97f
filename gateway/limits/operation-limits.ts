import { maxAliasesRule } from '@escape.tech/graphql-armor-max-aliases';
import { maxDepthRule } from '@escape.tech/graphql-armor-max-depth';
import { GraphQLError, type GraphQLSchema, type ValidationContext, type ValidationRule } from 'graphql';
import { documentLimits } from '../../server/rules/document-limits.ts';
import { oneActionRule } from '../../server/rules/one-action-rule.ts';
import { oneSearchRule } from '../../server/rules/one-search-rule.ts';
import { oneVisibilityRule } from '../../server/rules/one-visibility-rule.ts';
import { costRule } from './cost-rule.ts';
import { type Estimate, type Estimator, fetchesRule } from './estimate.ts';
import { nestedSharedRule } from './nested-shared-rule.ts';
import { nestedSuspectsRule } from './nested-suspects-rule.ts';
import { repeatedFieldsRule } from './repeated-fields-rule.ts';
import { reservedAliasesRule } from './reserved-aliases-rule.ts';
import { schemaFieldsRule } from './schema-fields.ts';

/** Limits of one request; a full profile of both agencies, or a page of 50 with both halves, stays well within. */
export const operationLimits = {
  /** Size of the request's body, in bytes. */
  body: 256 * 1024,
  ...documentLimits,
  aliases: 30,
  /** Names of one field with the same arguments in one place, below the root. */
  namesOfField: 3,
  /** Fields, each counted as often as the pages around it are long. */
  cost: 44_000,
  /** Suspects inside the halves of suspects, in levels. */
  nestedSuspects: 1,
  /** Things that dossiers share inside other such things, in levels. */
  nestedShared: 1,
  /** Fetches from subgraphs: the halves of 30 suspects under aliases are 61. */
  fetches: 80,
  /** Faults of a document that are told: for each, names that were meant are looked for in the whole schema. */
  faults: 20,
} as const;

/** Cost of a fetch beside the fields that it brings: a signature, a request, a transaction of the record of reads. */
const costOfFetch = 50;

/** Cost of an operation to its caller, in fields. */
export const costOf = ({ fields, fetches }: Pick<Estimate, 'fields' | 'fetches'>): number =>
  fields + costOfFetch * fetches;

/** Cost of the dearest operation within the limits. */
export const mostCost = costOf({ fields: operationLimits.cost, fetches: operationLimits.fetches });

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

/** Limits that a document can be judged by alone. */
export const documentRules: ValidationRule[] = [
  maxDepthRule({ n: operationLimits.depth, flattenFragments: true, ...reporting }),
  maxAliasesRule({ n: operationLimits.aliases, ...reporting }),
  repeatedFieldsRule(operationLimits.namesOfField),
  costRule(operationLimits.cost),
  nestedSuspectsRule(operationLimits.nestedSuspects),
  nestedSharedRule(operationLimits.nestedShared),
  schemaFieldsRule,
  oneActionRule,
  oneSearchRule,
  oneVisibilityRule,
] as ValidationRule[];

/** All limits of an operation, those included for which one must know which subgraph has which field. */
export const limitRules = (estimate: Estimator, supergraph: GraphQLSchema): ValidationRule[] => [
  ...documentRules,
  fetchesRule(estimate, operationLimits.fetches),
  reservedAliasesRule(supergraph),
];
