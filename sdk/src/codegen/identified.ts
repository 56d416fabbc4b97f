import {
  type DocumentNode,
  type FieldNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isInterfaceType,
  isObjectType,
  Kind,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';

/** Receipts name dossiers by their ids. */
const dossierInterface = 'Dossier';

export const isDossierType = (type: GraphQLNamedType): boolean =>
  type.name === dossierInterface ||
  ((isObjectType(type) || isInterfaceType(type)) &&
    type.getInterfaces().some(({ name }) => name === dossierInterface));

/** A document with what the client needs to know of each object, and the fields that were added for it. */
export interface Identified {
  document: DocumentNode;
  added: ReadonlySet<FieldNode>;
}

const field = (name: string, alias?: string): FieldNode => ({
  kind: Kind.FIELD,
  ...(alias !== undefined && { alias: { kind: Kind.NAME, value: alias } }),
  name: { kind: Kind.NAME, value: name },
});

/** Where a caller has given the name of a field to another one, ours needs a name of its own. */
function isTaken(document: DocumentNode, key: string): boolean {
  let isFound = false;
  visit(document, {
    Field(node) {
      if (node.alias?.value === key && node.name.value !== key) isFound = true;
    },
  });
  return isFound;
}

/**
 * Adds, wherever a dossier is asked, its `id`, and the `__typename` of every object that could be of several types. Fields
 * that are there already are merged with these by GraphQL itself.
 */
export function identified(document: DocumentNode, schema: GraphQLSchema): Identified {
  const added = new Set<FieldNode>();
  const types = new TypeInfo(schema);
  const alias = isTaken(document, 'id') ? '_id' : undefined;
  const result: DocumentNode = visit(
    document,
    visitWithTypeInfo(types, {
      SelectionSet: {
        leave(node, _key, parent) {
          const type = types.getParentType();
          const holder = Array.isArray(parent) || !parent || !('kind' in parent) ? undefined : parent;
          // What a fragment is spread into has them already.
          if (!type || holder?.kind !== Kind.FIELD) return undefined;
          const named = getNamedType(type);
          const ours = [
            ...(isDossierType(named) ? [field('id', alias)] : []),
            ...(isAbstractType(named) ? [field('__typename')] : []),
          ];
          for (const one of ours) added.add(one);
          return ours.length === 0 ? undefined : { ...node, selections: [...node.selections, ...ours] };
        },
      },
    }),
  );
  return { document: result, added };
}
