import {
  type DocumentNode,
  type FieldNode,
  type GraphQLSchema,
  Kind,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import type { Coordinate, Coordinates } from './coordinates.ts';
import type { Denial } from './denial.ts';

/**
 * The field that stands for a denied one: a null under the key that was asked for. A field that were deleted instead
 * would be absent, and where another agency's fetch requires it that agency's answer would be lost too. It exists only in
 * the schema that is executed, never in the one that documents are checked against, so nobody can ask for it.
 */
export const deniedField = '_denied';

const asDenied = (node: FieldNode): FieldNode => ({
  kind: Kind.FIELD,
  alias: { kind: Kind.NAME, value: node.alias?.value ?? node.name.value },
  name: { kind: Kind.NAME, value: deniedField },
  ...(node.directives && { directives: node.directives }),
});

/** Tells of a field of an operation whether it is denied. */
export type DecideField = (coordinate: Coordinate, field: FieldNode) => Denial | undefined;

/**
 * A document with every statically denied field replaced, so that none of them is resolved or read.
 * @param decide tells of a field whether it is denied
 */
export function withholdIn(
  document: DocumentNode,
  schema: GraphQLSchema,
  coordinates: Coordinates,
  decide: DecideField,
): DocumentNode {
  const types = new TypeInfo(schema);
  return visit(
    document,
    visitWithTypeInfo(types, {
      Field(node) {
        const coordinate = coordinates.get(`${types.getParentType()?.name}.${node.name.value}`);
        return coordinate && decide(coordinate, node) ? asDenied(node) : undefined;
      },
    }),
  );
}
