import type {
  FieldNode,
  FragmentDefinitionNode,
  GraphQLObjectType,
  GraphQLSchema,
  OperationDefinitionNode,
} from 'graphql';
import type { NulledPlaces, Place } from './nulled-places.ts';

/** Answers the fields that are asked of an object. */
export type RunFields = (run: Run, source: unknown, place: Place) => unknown;

/** A query that is being compiled, for some values of its conditions. */
export interface Compiling {
  schema: GraphQLSchema;
  operation: OperationDefinitionNode;
  fragments: Record<string, FragmentDefinitionNode>;
  /** Compiles the fields that these nodes ask of an object of a type. */
  fieldsOf: (type: GraphQLObjectType, nodes: readonly FieldNode[]) => RunFields;
  /** Told of the fields that were compiled, so that they can be weighed: those of a type are, when it is answered for the first time. */
  grown: (fields: number) => void;
}

/** One execution of a compiled query. */
export interface Run {
  context: unknown;
  /** Coerced. */
  variables: Record<string, unknown>;
  errors: NulledPlaces;
}

/** The field that a value is of, with all its nodes in the document. */
export interface AskedField {
  parent: GraphQLObjectType;
  key: string;
  nodes: readonly FieldNode[];
}

export const isPromise = (value: unknown): value is Promise<unknown> =>
  typeof value === 'object' && value !== null && typeof (value as Promise<unknown>).then === 'function';
