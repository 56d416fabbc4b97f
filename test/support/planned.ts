import { buildASTSchema, type DocumentNode, Kind, type OperationDefinitionNode, parse } from 'graphql';
import { withNodeIds } from '../../gateway/federation/node-fields.ts';
import { createQueryPlanner, fetchesOfPlan } from '../../gateway/federation/plans/create-query-planner.ts';
import { ofDocument } from '../../gateway/limits/asked-document.ts';
import { createEstimator } from '../../gateway/limits/estimate.ts';
import { supergraphSdl } from './schema-files.ts';

const sdl = supergraphSdl();
const supergraph = buildASTSchema(parse(sdl), { assumeValid: true, assumeValidSDL: true });
const estimate = createEstimator(supergraph);
const plan = createQueryPlanner(sdl);

export const operationOf = ({ definitions }: DocumentNode): OperationDefinitionNode => {
  const operation = definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  if (!operation) throw new Error('no operation');
  return operation;
};

/** What the gateway expects of a document, by the document alone. */
export function estimated(text: string) {
  const document = parse(text, { noLocation: true });
  return estimate(operationOf(document), ofDocument(supergraph, document));
}

/** Fetches that the planner makes of it. */
export function plannedFetches(text: string): number {
  try {
    return fetchesOfPlan(plan(withNodeIds(parse(text, { noLocation: true })), undefined)).length;
  } catch (error) {
    throw new Error(`${error} of ${text}`);
  }
}
