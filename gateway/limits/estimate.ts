import { GraphQLError, type GraphQLSchema, type OperationDefinitionNode, type ValidationRule } from 'graphql';
import { type AskedDocument, ofValidation } from './asked-document.ts';
import { fieldsAsked } from './cost-rule.ts';
import { fetchesAsked, mostSteps } from './fetches-asked.ts';
import { implementersOf, ownershipOf } from './ownership.ts';
import { costOfSchemaFields, schemaFieldsAsked } from './schema-fields.ts';

/** The estimate of an operation, made from its document alone. */
export interface Estimate {
  /** Fields, each counted as often as the pages around it are long; of the schema itself a part of them. */
  fields: number;
  /** Fetches from subgraphs. */
  fetches: number;
  /** Fields and fragments that the planner walks, whatever the length of pages. */
  steps: number;
}

export type Estimator = (operation: OperationDefinitionNode, document: AskedDocument) => Estimate;

/** Estimates operations of a supergraph, each once: documents are kept by the server that has parsed them. */
export function createEstimator(supergraph: GraphQLSchema): Estimator {
  const ownership = ownershipOf(supergraph);
  const implementers = implementersOf(supergraph);
  const known = new WeakMap<OperationDefinitionNode, Estimate>();
  return (operation, document) => {
    const found = known.get(operation) ?? {
      fields: fieldsAsked(operation, document) + costOfSchemaFields(schemaFieldsAsked(operation, document)),
      ...fetchesAsked(operation, document, supergraph, ownership, implementers),
    };
    known.set(operation, found);
    return found;
  };
}

/** Refuses what would take more than `most` fetches from the agencies, for example many suspects under aliases. */
export const fetchesRule =
  (estimate: Estimator, most: number): ValidationRule =>
  (context) => ({
    OperationDefinition(operation) {
      const { fetches } = estimate(operation, ofValidation(context));
      if (fetches <= most) return;
      const message = Number.isFinite(fetches)
        ? `The query takes ${fetches} fetches from the agencies; the limit is ${most}. Ask for fewer persons at once.`
        : `The query has more than ${mostSteps} fields once its fragments are spread. Ask for less at once.`;
      context.reportError(
        new GraphQLError(message, { nodes: operation, extensions: { code: 'QUERY_TOO_LARGE' } }),
      );
    },
  });
