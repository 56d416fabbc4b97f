import { readFileSync } from 'node:fs';
import {
  extendSchema,
  type GraphQLSchema,
  isObjectType,
  Kind,
  type ObjectTypeDefinitionNode,
  type ObjectTypeExtensionNode,
  parse,
} from 'graphql';

/**
 * This agency's schema with the roots by which an operation of the federation comes to its fields, and the types on the
 * way. Arguments and directives are left out: nobody executes this.
 */
export function schemaWithSharedRoots(schema: GraphQLSchema): GraphQLSchema {
  const shared = parse(
    readFileSync(new URL('../../../../schema/crossborder.graphql', import.meta.url), 'utf8'),
  );
  const types = shared.definitions.filter((definition) => definition.kind === Kind.OBJECT_TYPE_DEFINITION);
  const enums = shared.definitions.filter((definition) => definition.kind === Kind.ENUM_TYPE_DEFINITION);
  const bare = types.map((type): ObjectTypeDefinitionNode | ObjectTypeExtensionNode => ({
    kind: schema.getType(type.name.value) ? Kind.OBJECT_TYPE_EXTENSION : Kind.OBJECT_TYPE_DEFINITION,
    name: type.name,
    fields: type.fields?.map(({ kind, name, type: of }) => ({ kind, name, type: of })) ?? [],
  }));
  const definitions = bare.flatMap((type) => {
    const known = schema.getType(type.name.value);
    const isNew = ({ name }: { name: { value: string } }) =>
      !(isObjectType(known) && known.getFields()[name.value]);
    const fields = type.fields?.filter(isNew) ?? [];
    return fields.length > 0 ? [{ ...type, fields }] : [];
  });
  return extendSchema(
    schema,
    { kind: Kind.DOCUMENT, definitions: [...definitions, ...enums] },
    { assumeValidSDL: true },
  );
}
