import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isObjectType,
  isUnionType,
  Kind,
  type SelectionSetNode,
} from 'graphql';
import type { FieldMap, SelectionMap } from '../document/operation-map.ts';
import { isNamedByReceipts } from './identified.ts';
import { partialBy, withholdableBy } from './withholdable-by.ts';

type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

/** One field of an answer, as each type that its parent can be has it. */
interface Asked {
  on: GraphQLObjectType;
  node: FieldNode;
  /** True when it is asked of every type, including types newer than the document. */
  isGeneral: boolean;
  /** True when it is asked of an interface or a union, which types newer than the document may be of too. */
  isPerhaps: boolean;
}

/** Fields by the keys that they have in the answer. */
type AskedFields = Map<string, Asked[]>;

export const fragmentsOf = (document: DocumentNode): Fragments =>
  new Map(
    document.definitions
      .filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION)
      .map((fragment) => [fragment.name.value, fragment]),
  );

const typesOf = (schema: GraphQLSchema, name: string): readonly GraphQLObjectType[] => {
  const type = schema.getType(name);
  if (isObjectType(type)) return [type];
  return type && isAbstractType(type) ? schema.getPossibleTypes(type) : [];
};

/** Fields of a document by what they mean, with the fields that were added to it. */
export interface Source {
  schema: GraphQLSchema;
  fragments: Fragments;
  added: ReadonlySet<FieldNode>;
}

function collect(
  source: Source,
  { on, declared }: { on: GraphQLObjectType; declared: string },
  set: SelectionSetNode,
  into: AskedFields,
  asked = { isGeneral: true, isPerhaps: true },
): AskedFields {
  for (const selection of set.selections) {
    if (selection.kind === Kind.FIELD) {
      const key = selection.alias?.value ?? selection.name.value;
      into.set(key, [...(into.get(key) ?? []), { on, node: selection, ...asked }]);
      continue;
    }
    const fragment =
      selection.kind === Kind.FRAGMENT_SPREAD ? source.fragments.get(selection.name.value) : selection;
    const condition = fragment?.typeCondition?.name.value;
    if (fragment && (condition === undefined || typesOf(source.schema, condition).includes(on))) {
      const isGeneral = condition === undefined || condition === declared;
      const isPerhaps = isGeneral || isAbstractType(source.schema.getType(condition));
      collect(source, { on, declared }, fragment.selectionSet, into, {
        isGeneral: asked.isGeneral && isGeneral,
        isPerhaps: asked.isPerhaps && isPerhaps,
      });
    }
  }
  return into;
}

/** By coordinate, what a mark says of the fields that are marked. */
function marked(
  asked: readonly Asked[],
  mark: (type: GraphQLObjectType, field: string) => string | null | undefined,
): Record<string, string | null> | undefined {
  const found = asked.flatMap(({ on, node }): [string, string | null][] => {
    const says = mark(on, node.name.value);
    return says === undefined ? [] : [[`${on.name}.${node.name.value}`, says]];
  });
  return found.length > 0 ? Object.fromEntries(found) : undefined;
}

const keysWhere = (fields: AskedFields, is: (asked: readonly Asked[]) => boolean): string[] =>
  [...fields].filter(([, asked]) => is(asked)).map(([key]) => key);

/** The key of what the generator has added: it is there on every type, and whatever the variables. */
const addedKey = ({ added }: Source, fields: AskedFields, name: string): string | undefined =>
  keysWhere(fields, (asked) => asked.some(({ node }) => added.has(node) && node.name.value === name))[0];

/** The keys of a newer type, if they differ from those of each known type. */
function newerKeys(
  { added }: Source,
  declared: readonly GraphQLNamedType[],
  inside: AskedFields,
): string[] | undefined {
  if (!declared.some(isAbstractType)) return undefined;
  const own = new Map([...inside].filter(([, asked]) => asked.some(({ node }) => !added.has(node))));
  const general = keysWhere(own, (asked) =>
    asked.some(({ node, isGeneral }) => isGeneral && !added.has(node)),
  );
  const isSame = general.length === own.size && !general.includes('__typename');
  return isSame && !declared.some(isUnionType) ? undefined : general;
}

/** The keys that only those newer types have which are of an interface that the document asks. */
function perhapsKeys({ added }: Source, newer: readonly string[], inside: AskedFields): string[] {
  const asked = keysWhere(inside, (all) => all.some(({ node, isPerhaps }) => isPerhaps && !added.has(node)));
  return asked.filter((key) => !newer.includes(key));
}

interface Inside {
  declared: GraphQLNamedType[];
  types: ReadonlySet<GraphQLObjectType>;
  fields: AskedFields;
}

function insideOf(source: Source, asked: readonly Asked[]): Inside {
  const fields: AskedFields = new Map();
  const declared: GraphQLNamedType[] = [];
  const types = new Set<GraphQLObjectType>();
  for (const { on, node } of asked) {
    const field = on.getFields()[node.name.value];
    const named = field && getNamedType(field.type);
    if (!named || !isCompositeType(named) || !node.selectionSet) continue;
    declared.push(named);
    for (const type of typesOf(source.schema, named.name)) {
      types.add(type);
      collect(source, { on: type, declared: named.name }, node.selectionSet, fields);
    }
  }
  return { declared, types, fields };
}

function valueMap(source: Source, { declared, types, fields }: Inside): Omit<FieldMap, 'at' | 'partly'> {
  const of = selectionMap(source, fields);
  const id = [...types].some(isNamedByReceipts) ? addedKey(source, fields, 'id') : undefined;
  const typename = types.size > 1 ? addedKey(source, fields, '__typename') : undefined;
  const newer = newerKeys(source, declared, fields);
  const perhaps = newer && perhapsKeys(source, newer, fields);
  const added = keysWhere(fields, (asked) => asked.every(({ node }) => source.added.has(node)));
  return {
    ...(Object.keys(of).length > 0 && { of }),
    ...(id !== undefined && { id }),
    ...(typename !== undefined && { typename }),
    ...(newer !== undefined && { newer }),
    ...(perhaps && perhaps.length > 0 && { perhaps }),
    ...(added.length > 0 && { added }),
  };
}

function selectionMap(source: Source, fields: AskedFields): SelectionMap {
  const maps = [...fields].map(([key, asked]): [string, FieldMap] => {
    const at = marked(asked, withholdableBy);
    const partly = marked(asked, partialBy);
    return [
      key,
      { ...(at && { at }), ...(partly && { partly }), ...valueMap(source, insideOf(source, asked)) },
    ];
  });
  // Made of entries, as a field can be called `__proto__`.
  return Object.fromEntries(maps.filter(([, map]) => Object.keys(map).length > 0));
}

/** The map of the value of a selection on a type, known before it is asked. */
export function selectedMapOf(source: Source, type: string, set: SelectionSetNode): FieldMap {
  const fields: AskedFields = new Map();
  const types = typesOf(source.schema, type);
  for (const on of types) collect(source, { on, declared: type }, set, fields);
  const declared = source.schema.getType(type);
  return valueMap(source, { declared: declared ? [declared] : [], types: new Set(types), fields });
}

/** The map of the fields of a selection on a type, known before they are asked. */
export const selectionMapOf = (source: Source, type: string, set: SelectionSetNode): SelectionMap =>
  selectedMapOf(source, type, set).of ?? {};
