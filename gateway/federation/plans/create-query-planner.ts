import { operationFromDocument, Supergraph } from '@apollo/federation-internals';
import { type FetchNode, type PlanNode, type QueryPlan, QueryPlanner } from '@apollo/query-planner';
import { type DefinitionNode, type DocumentNode, Kind, parse } from 'graphql';

/**
 * Bounds of the planner's own search, which its library leaves all but open. Operations of this schema have one way to be planned,
 * a few where agencies share a type; the bounds are for those that somebody makes up.
 */
const bounds = { maxEvaluatedPlans: 200, pathsLimit: 20 } as const;

export const plannerConfig = { debug: { ...bounds } };

/** Plans an operation, as long as it takes and with whatever memory that takes. */
export type PlanOperation = (document: DocumentNode, operationName: string | undefined) => QueryPlan;

/**
 * The operation that is asked, without its name: a plan makes the names of its fetches of it, and so a caller's own words would reach
 * each agency that is asked.
 */
function nameless(document: DocumentNode, operationName: string | undefined): DocumentNode {
  const definitions = document.definitions.flatMap((definition): DefinitionNode[] => {
    if (definition.kind !== Kind.OPERATION_DEFINITION) return [definition];
    const { name, ...rest } = definition;
    return operationName === undefined || name?.value === operationName ? [rest] : [];
  });
  return { ...document, definitions };
}

/** Plans operations of callers with a planner of their supergraph. */
export function planningWith(planner: QueryPlanner): PlanOperation {
  const api = planner.supergraph.apiSchema();
  return (document, operationName) =>
    planner.buildQueryPlan(operationFromDocument(api, nameless(document, operationName || undefined)));
}

export const createQueryPlanner = (supergraphSdl: string): PlanOperation =>
  planningWith(
    new QueryPlanner(Supergraph.build(supergraphSdl, { validateSupergraph: false }), plannerConfig),
  );

/** The fetches of a plan, in the order of the plan. */
export function fetchesOf(node: PlanNode | undefined): FetchNode[] {
  switch (node?.kind) {
    case 'Sequence':
    case 'Parallel':
      return node.nodes.flatMap(fetchesOf);
    case 'Flatten':
      return fetchesOf(node.node);
    case 'Condition':
      return [...fetchesOf(node.ifClause), ...fetchesOf(node.elseClause)];
    case 'Fetch':
      return [node];
    default:
      return [];
  }
}

export const fetchesOfPlan = ({ node }: QueryPlan): FetchNode[] =>
  node?.kind === 'Subscription' ? [] : fetchesOf(node);

/** Gives each fetch its document, once for each text, so that it is not parsed for each request. */
export function withDocuments(plan: QueryPlan): QueryPlan {
  const parsed = new Map<string, DocumentNode>();
  for (const fetch of fetchesOfPlan(plan)) {
    const document = parsed.get(fetch.operation) ?? parse(fetch.operation, { noLocation: true });
    parsed.set(fetch.operation, document);
    fetch.operationDocumentNode = document;
  }
  return plan;
}
