import {
  type ConstDirectiveNode,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isInterfaceType,
  isObjectType,
  Kind,
  parse,
  type SelectionSetNode,
} from 'graphql';

/** The subgraphs that have a field, and the fields of the object that one of them has to be told first. */
export interface OwnedField {
  graphs: ReadonlySet<string>;
  /** By subgraph. */
  requires: ReadonlyMap<string, { text: string; selection: SelectionSetNode }>;
}

export type Ownership = (type: string, field: string) => OwnedField | undefined;

/** The fields of an object type by which subgraphs know its objects, or that they tell each other of them. */
export type Identifying = (type: string) => ReadonlySet<string>;

const argumentOf = ({ arguments: given = [] }: ConstDirectiveNode, name: string): unknown => {
  const value = given.find((argument) => argument.name.value === name)?.value;
  return value && 'value' in value ? value.value : undefined;
};

const named = (directives: readonly ConstDirectiveNode[] | undefined, name: string) =>
  (directives ?? []).filter((directive) => directive.name.value === name);

function selectionOf(text: string): SelectionSetNode | undefined {
  const [operation] = parse(`{ ${text} }`).definitions;
  return operation?.kind === Kind.OPERATION_DEFINITION ? operation.selectionSet : undefined;
}

function ownedField(
  graphsOfType: readonly string[],
  directives: readonly ConstDirectiveNode[] | undefined,
): OwnedField {
  const joins = named(directives, 'join__field');
  if (joins.length === 0) return { graphs: new Set(graphsOfType), requires: new Map() };
  const requires = new Map<string, { text: string; selection: SelectionSetNode }>();
  const graphs = new Set<string>();
  for (const join of joins) {
    const graph = argumentOf(join, 'graph');
    if (typeof graph !== 'string' || argumentOf(join, 'external') === true) continue;
    graphs.add(graph);
    const text = argumentOf(join, 'requires');
    const selection = typeof text === 'string' ? selectionOf(text) : undefined;
    if (typeof text === 'string' && selection) requires.set(graph, { text, selection });
  }
  return { graphs, requires };
}

/** Reads from a supergraph which subgraph has which field, by the directives of its composition (join, version 0.5). */
export function ownershipOf(supergraph: GraphQLSchema): Ownership {
  const types = new Map<string, Map<string, OwnedField>>();
  for (const type of Object.values(supergraph.getTypeMap())) {
    if (!isObjectType(type) && !isInterfaceType(type)) continue;
    const graphs = named(type.astNode?.directives, 'join__type').flatMap((join) => {
      const graph = argumentOf(join, 'graph');
      return typeof graph === 'string' ? [graph] : [];
    });
    const fields = Object.values(type.getFields()).map(
      (field) => [field.name, ownedField(graphs, field.astNode?.directives)] as const,
    );
    types.set(type.name, new Map(fields));
  }
  return (type, field) => types.get(type)?.get(field);
}

/** The objects that a subgraph may answer where an interface or union is expected. */
export type Implementers = (graph: string, type: GraphQLNamedType) => readonly GraphQLObjectType[];

/** Reads them from a supergraph: of the objects that a type has, those that the subgraph says are of an interface or union at all. */
export function implementersOf(supergraph: GraphQLSchema): Implementers {
  const known = new Map<string, readonly GraphQLObjectType[]>();
  const isOf = (graph: string, object: GraphQLObjectType) =>
    named(object.astNode?.directives, 'join__implements').some((join) => argumentOf(join, 'graph') === graph);
  return (graph, type) => {
    if (!isInterfaceType(type)) return [];
    const key = `${graph} ${type.name}`;
    const found = known.get(key) ?? supergraph.getPossibleTypes(type).filter((object) => isOf(graph, object));
    known.set(key, found);
    return found;
  };
}

/** Names of the fields of each type that a selection on one of them asks, those of nested selections among them. */
function addFields(
  into: Map<string, Set<string>>,
  type: GraphQLNamedType | undefined,
  set: SelectionSetNode,
) {
  if (!isObjectType(type)) return;
  const names = into.get(type.name) ?? new Set<string>();
  into.set(type.name, names);
  for (const selection of set.selections) {
    if (selection.kind !== Kind.FIELD) continue;
    names.add(selection.name.value);
    const field = type.getFields()[selection.name.value];
    if (selection.selectionSet && field) addFields(into, getNamedType(field.type), selection.selectionSet);
  }
}

/** Reads from a supergraph the keys of its entities, and what its fields require of other subgraphs. */
export function identifyingFields(supergraph: GraphQLSchema): Identifying {
  const found = new Map<string, Set<string>>();
  const add = (type: GraphQLNamedType, text: unknown) => {
    const selection = typeof text === 'string' ? selectionOf(text) : undefined;
    if (selection) addFields(found, type, selection);
  };
  for (const type of Object.values(supergraph.getTypeMap())) {
    if (!isObjectType(type)) continue;
    for (const join of named(type.astNode?.directives, 'join__type')) add(type, argumentOf(join, 'key'));
    for (const { astNode } of Object.values(type.getFields()))
      for (const join of named(astNode?.directives, 'join__field')) add(type, argumentOf(join, 'requires'));
  }
  const none = new Set<string>();
  return (type) => found.get(type) ?? none;
}
