import { coverage } from '@graphql-inspector/core';
import {
  type GraphQLSchema,
  isInterfaceType,
  isObjectType,
  type OperationDefinitionNode,
  print,
  Source,
} from 'graphql';

/** The fields of a schema, by their coordinates: those that operations select, and the others. */
export interface FieldCoverage {
  covered: string[];
  uncovered: string[];
}

/**
 * The fields of a schema that these operations select, as graphql-inspector counts them. It counts arguments too; here a field is one
 * with whatever arguments it takes. What is selected of an interface is selected of the types that implement it: they answer it.
 */
export function fieldCoverage(
  schema: GraphQLSchema,
  operations: readonly OperationDefinitionNode[],
): FieldCoverage {
  const sources = operations.map((operation, index) => new Source(print(operation), `${index}`));
  const { types } = coverage(schema, sources);
  const isSelected = (type: string, field: string): boolean => (types[type]?.children[field]?.hits ?? 0) > 0;
  const isCovered = (name: string, field: string): boolean => {
    const type = types[name]?.type;
    const interfaces = isObjectType(type) || isInterfaceType(type) ? type.getInterfaces() : [];
    return isSelected(name, field) || interfaces.some((one) => isSelected(one.name, field));
  };
  const fields = Object.entries(types).flatMap(([type, { children }]) =>
    Object.keys(children).map((field) => ({ type, field })),
  );
  const named = (of: typeof fields) => of.map(({ type, field }) => `${type}.${field}`);
  return {
    covered: named(fields.filter(({ type, field }) => isCovered(type, field))),
    uncovered: named(fields.filter(({ type, field }) => !isCovered(type, field))),
  };
}
