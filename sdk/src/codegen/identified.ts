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

/** Receipts name dossiers by their ids, and requests for information. */
const dossierInterface = 'Dossier';
const requestType = 'InformationRequest';

/** True for a type whose objects receipts name by their ids. */
export const isNamedByReceipts = (type: GraphQLNamedType): boolean =>
  type.name === dossierInterface ||
  type.name === requestType ||
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

/** The keys under which ours stand in an answer. */
interface Keys {
  id: string;
  typename: string;
}

/** Under its own name, unless the document gives that name to another field; then under one that it does not have. */
function keyFor(name: string, aliases: ReadonlyMap<string, ReadonlySet<string>>): string {
  const isFree = (key: string) => [...(aliases.get(key) ?? [])].every((field) => field === name);
  let key = name;
  for (let number = 1; !isFree(key); number++) key = `concord${number}_${name.replace(/^_+/, '')}`;
  return key;
}

function keysIn(document: DocumentNode): Keys {
  const aliases = new Map<string, Set<string>>();
  visit(document, {
    Field({ alias, name }) {
      const key = alias?.value ?? name.value;
      aliases.set(key, (aliases.get(key) ?? new Set()).add(name.value));
    },
  });
  return { id: keyFor('id', aliases), typename: keyFor('__typename', aliases) };
}

const fieldUnder = (key: string, name: string): FieldNode => field(name, key === name ? undefined : key);

/**
 * Adds, wherever a dossier or a request for information is asked, its `id`, and the `__typename` of every object that could be of several types: on every
 * type and unconditionally, whatever the document itself asks where. Fields that are there already are merged with these by
 * GraphQL itself.
 */
export function identified(document: DocumentNode, schema: GraphQLSchema): Identified {
  const added = new Set<FieldNode>();
  const types = new TypeInfo(schema);
  const keys = keysIn(document);
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
            ...(isNamedByReceipts(named) ? [fieldUnder(keys.id, 'id')] : []),
            ...(isAbstractType(named) ? [fieldUnder(keys.typename, '__typename')] : []),
          ];
          for (const one of ours) added.add(one);
          return ours.length === 0 ? undefined : { ...node, selections: [...node.selections, ...ours] };
        },
      },
    }),
  );
  return { document: result, added };
}
