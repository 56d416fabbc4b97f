import {
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isLeafType,
  isUnionType,
} from 'graphql';

/** A field that is answered whenever the field above it has an object. */
export interface AnsweredWithParent {
  name: string;
  /** The field above it. */
  parent: string;
}

/**
 * Tells of which fields it need not be noted that they are answered, since that follows from the field above: leaves of objects of
 * one type that are reached by fields alone. Most of an answer's values are such, and to note each would cost more than all the rest.
 */
export function answeredWithParent(schema: GraphQLSchema) {
  const ofUnions = new Set(
    Object.values(schema.getTypeMap()).flatMap((type) => (isUnionType(type) ? type.getTypes() : [])),
  );
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  const isPlain = (type: GraphQLObjectType) =>
    !ofUnions.has(type) && !roots.includes(type) && type.getInterfaces().length === 0;
  return (type: GraphQLObjectType, field: GraphQLField<unknown, unknown>): boolean =>
    isLeafType(getNamedType(field.type)) && isPlain(type);
}

/** True for a field below which other fields can be answered. */
export const hasObjects = (value: unknown): boolean =>
  Array.isArray(value) ? value.length > 0 : typeof value === 'object' && value !== null;
