import {
  type ConstDirectiveNode,
  type GraphQLSchema,
  isInterfaceType,
  isObjectType,
  Kind,
  parse,
  type SelectionSetNode,
} from 'graphql';

/** Which subgraphs have a field, and what one of them has to be told of the object first. */
export interface OwnedField {
  graphs: ReadonlySet<string>;
  /** By subgraph. */
  requires: ReadonlyMap<string, { text: string; selection: SelectionSetNode }>;
}

export type Ownership = (type: string, field: string) => OwnedField | undefined;

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
