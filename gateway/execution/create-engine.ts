import { Supergraph } from '@apollo/federation-internals';
import { type QueryPlan, QueryPlanner, type QueryPlannerConfig } from '@apollo/query-planner';
import {
  type DocumentNode,
  type GraphQLSchema,
  isAbstractType,
  isInterfaceType,
  isObjectType,
} from 'graphql';
import type { IsOfType } from './compile-representation.ts';
import { CompiledOperation } from './compiled-operation.ts';
import type { DataSource } from './data-source.ts';
import type { AroundFetch } from './run.ts';

export interface EngineOptions<Context> {
  supergraphSdl: string;
  plannerConfig?: QueryPlannerConfig;
  /** The way to each subgraph, by its name and its address in the supergraph. */
  sourceOf: (subgraph: { name: string; url: string }) => DataSource<Context>;
  around?: AroundFetch;
}

/** All that operations of a supergraph are planned and run with. */
export interface Engine<Context> {
  /** The schema that callers see. */
  api: GraphQLSchema;
  planner: QueryPlanner;
  /** Compiles a plan for the operation that it was made for. */
  compile(
    plan: QueryPlan,
    document: DocumentNode,
    operationName: string | undefined,
  ): CompiledOperation<Context>;
}

function typesOf(schema: GraphQLSchema): IsOfType {
  return (typename, condition) => {
    if (typename === condition) return true;
    if (typeof typename !== 'string') return false;
    const type = schema.getType(typename);
    const abstract = schema.getType(condition);
    return (
      isAbstractType(abstract) &&
      (isObjectType(type) || isInterfaceType(type)) &&
      schema.isSubType(abstract, type)
    );
  };
}

/** The parts of an engine that follow from its supergraph alone. */
interface Graph {
  of: string;
  supergraph: Supergraph;
  api: GraphQLSchema;
  isOfType: IsOfType;
  planner: QueryPlanner;
}

/** The one that was built last: engines over one supergraph share it, since it takes most of a gateway's start. */
let lastGraph: Graph | undefined;

function graphOf(supergraphSdl: string, plannerConfig: QueryPlannerConfig): Graph {
  const of = JSON.stringify([supergraphSdl, plannerConfig]);
  if (lastGraph?.of === of) return lastGraph;
  const supergraph = Supergraph.build(supergraphSdl, { validateSupergraph: false });
  lastGraph = {
    of,
    supergraph,
    api: supergraph.apiSchema().toGraphQLJSSchema(),
    isOfType: typesOf(supergraph.schema.toGraphQLJSSchema()),
    planner: new QueryPlanner(supergraph, plannerConfig),
  };
  return lastGraph;
}

export function createEngine<Context>({
  supergraphSdl,
  plannerConfig = {},
  sourceOf,
  around = (_subgraph, fetch) => fetch(),
}: EngineOptions<Context>): Engine<Context> {
  const { supergraph, api, isOfType, planner } = graphOf(supergraphSdl, plannerConfig);
  const sources = new Map(supergraph.subgraphsMetadata().map((each) => [each.name, sourceOf(each)]));
  return {
    api,
    planner,
    compile: (plan, document, operationName) =>
      new CompiledOperation(plan, document, operationName, { api, isOfType, sources, around }),
  };
}
