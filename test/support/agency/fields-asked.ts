import {
  type GraphQLObjectType,
  type GraphQLSchema,
  isIntrospectionType,
  isObjectType,
  parse,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import type { Operation } from './operations.ts';

/** Fields that a resolver of ours answers. */
const resolvedFields = (schema: GraphQLSchema): string[] =>
  Object.values(schema.getTypeMap())
    .filter((type) => isObjectType(type) && !isIntrospectionType(type))
    .flatMap((type) =>
      Object.values((type as GraphQLObjectType).getFields())
        .filter(({ resolve }) => resolve !== undefined)
        .map(({ name }) => `${type.name}.${name}`),
    );

/** Resolved fields that no operation asks for: what they read would not be observed. */
export function notAskedBy(operations: readonly Operation[], schema: GraphQLSchema): string[] {
  const asked = new Set<string>();
  const types = new TypeInfo(schema);
  const note = { Field: () => void asked.add(`${types.getParentType()?.name}.${types.getFieldDef()?.name}`) };
  for (const { document } of operations) visit(parse(document), visitWithTypeInfo(types, note));
  return resolvedFields(schema).filter((field) => !asked.has(field));
}
