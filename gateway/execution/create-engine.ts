import { isInterfaceType, isUnionType, type Schema, Supergraph } from '@apollo/federation-internals';
import { type QueryPlan, QueryPlanner, type QueryPlannerConfig } from '@apollo/query-planner';
import { buildASTSchema, type DocumentNode, type GraphQLSchema } from 'graphql';
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

/** The names of the types that belong to an interface or union; of no other type, any. */
function belongingTo(schema: Schema, condition: string): ReadonlySet<string> {
  const type = schema.type(condition);
  const belonging = type && isInterfaceType(type) ? type.allImplementations() : [];
  return new Set((type && isUnionType(type) ? type.types() : belonging).map(({ name }) => name));
}

function typesOf(schema: Schema): IsOfType {
  const known = new Map<string, ReadonlySet<string>>();
  return (typename, condition) => {
    if (typename === condition) return true;
    if (typeof typename !== 'string') return false;
    const belonging = known.get(condition) ?? belongingTo(schema, condition);
    known.set(condition, belonging);
    return belonging.has(typename);
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
    // It has been validated as the schema that it is made of.
    api: buildASTSchema(supergraph.apiSchema().toAST(), { assumeValid: true, assumeValidSDL: true }),
    isOfType: typesOf(supergraph.schema),
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
