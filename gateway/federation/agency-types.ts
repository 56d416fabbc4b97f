import { type ConstDirectiveNode, type GraphQLSchema, isObjectType, isUnionType } from 'graphql';

/** The subgraph that runs in the gateway's process, as the supergraph names it. */
const inProcess = 'CROSSBORDER';

/** The types of the schema, as far as they decide whether an agency's answer is sound. */
export interface AgencyTypes {
  /** The objects that an agency may answer where a type is expected: it has none of another agency's. */
  possible(agency: string, type: string): ReadonlySet<string>;
  /** True for an entity that is a record, which can be gone; others are made up by a request itself, and always there. */
  isRecord(type: string): boolean;
  /** Fields of an entity that the gateway's own subgraph is told, to which null is an agency that did not answer. */
  told(type: string): ReadonlySet<string>;
}

const joins = (directives: readonly ConstDirectiveNode[] | undefined, name: string) =>
  (directives ?? [])
    .filter((directive) => directive.name.value === name)
    .map(({ arguments: given = [] }) =>
      Object.fromEntries(
        given.map(({ name, value }) => [name.value, 'value' in value ? value.value : undefined]),
      ),
    );

const none: ReadonlySet<string> = new Set();

/** Reads them from a supergraph, by the directives of its composition (join, version 0.5). */
export function agencyTypes(supergraph: GraphQLSchema): AgencyTypes {
  const possible = new Map<string, Set<string>>();
  const records = new Set<string>();
  const told = new Map<string, Set<string>>();
  const add = (map: Map<string, Set<string>>, key: string, name: string) =>
    map.set(key, (map.get(key) ?? new Set()).add(name));

  for (const type of Object.values(supergraph.getTypeMap())) {
    const { astNode } = type;
    const typeJoins = joins(astNode?.directives, 'join__type');
    const graphs = typeJoins.map(({ graph }) => String(graph));
    // Of what it only names, so that the owner is asked, that subgraph is told nothing.
    const isNamedOnly = typeJoins.some(
      ({ graph, resolvable }) => graph === inProcess && resolvable === false,
    );
    if (isObjectType(type)) {
      for (const graph of graphs) add(possible, `${graph} ${type.name}`, type.name);
      if (isNamedOnly || !graphs.includes(inProcess)) records.add(type.name);
      for (const field of isNamedOnly ? [] : Object.values(type.getFields()))
        for (const join of joins(field.astNode?.directives, 'join__field'))
          if (join.graph === inProcess && join.external === true) add(told, type.name, field.name);
    }
    if (isObjectType(type))
      for (const join of joins(astNode?.directives, 'join__implements'))
        add(possible, `${join.graph} ${join.interface}`, type.name);
    if (isUnionType(type))
      for (const join of joins(astNode?.directives, 'join__unionMember'))
        add(possible, `${join.graph} ${type.name}`, String(join.member));
  }
  return {
    possible: (agency, type) => possible.get(`${agency} ${type}`) ?? none,
    isRecord: (type) => records.has(type),
    told: (type) => told.get(type) ?? none,
  };
}
