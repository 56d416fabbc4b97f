import {
  type DirectiveNode,
  type FieldNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isInterfaceType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { type AskedDocument, typeOfFragment } from './asked-document.ts';
import type { Implementers, OwnedField, Ownership } from './ownership.ts';
import { printed } from './printed.ts';

/** A selection, and the type on which it stands. */
interface Selected {
  set: SelectionSetNode;
  type: GraphQLNamedType | undefined;
  /** The fragments around it. */
  within: Spread | undefined;
}

interface Spread {
  name: string;
  within: Spread | undefined;
}

const isWithin = (name: string, spread: Spread | undefined): boolean =>
  spread !== undefined && (spread.name === name || isWithin(name, spread.within));

/** The selections of one place in the answer that are fetched together. */
interface Place {
  selected: Selected[];
  /** The subgraph that answers the object; undefined at the root, which any may answer. */
  graph: string | undefined;
}

/** A field of an object, and the conditions under which it is asked. */
interface AskedField {
  node: FieldNode;
  type: GraphQLNamedType;
  condition: string;
  within: Spread | undefined;
}

/** The size of an operation for the planner. */
export interface FetchesAsked {
  fetches: number;
  /** Fields and fragments, each as often as it is spread. */
  steps: number;
}

const ofId: SelectionSetNode = {
  kind: Kind.SELECTION_SET,
  selections: [{ kind: Kind.FIELD, name: { kind: Kind.NAME, value: 'id' } }],
};

/** The walk ends here; everything of both halves of a suspect is about 700. */
export const mostSteps = 10_000;

const conditionsOf = (under: string, directives: readonly DirectiveNode[] | undefined): string =>
  directives && directives.length > 0 ? `${under} ${directives.map(printed).join(' ')}` : under;

/**
 * Fetches that an operation will be planned in, estimated from the document alone, before anything is planned: the planner is
 * synchronous, and a figure that it gives afterwards comes too late. A fetch is counted for each place of the answer and
 * each subgraph that has fields there which the one before has not, and one more where a subgraph must be told something
 * first. It is never less than there will be.
 * @param supergraph which has the fields too that only subgraphs ask each other for
 * @returns infinitely many for what is too large to be walked
 */
export function fetchesAsked(
  operation: OperationDefinitionNode,
  { fragment }: AskedDocument,
  supergraph: GraphQLSchema,
  ownership: Ownership,
  implementers: Implementers,
): FetchesAsked {
  let steps = 0;

  function eachField(
    { set, type, within }: Selected,
    under: string,
    take: (field: AskedField) => void,
  ): void {
    for (const selection of set.selections) {
      steps += 1;
      if (steps > mostSteps) return;
      const condition = conditionsOf(under, selection.directives);
      if (selection.kind === Kind.FIELD) {
        if (type) take({ node: selection, type, condition, within });
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        const of = typeOfFragment(selection, type, supergraph);
        eachField({ set: selection.selectionSet, type: of, within }, condition, take);
      } else {
        const { value: name } = selection.name;
        const spread = fragment(name);
        // Nothing for one inside itself, which another rule refuses.
        if (!spread || isWithin(name, within)) continue;
        const of = typeOfFragment(spread, type, supergraph);
        eachField({ set: spread.selectionSet, type: of, within: { name, within } }, condition, take);
      }
    }
  }

  /** The subgraph that will be asked for a field: the one that is asked already, where it has it. */
  const graphFor = ({ graphs }: OwnedField, graph: string | undefined): string | undefined => {
    if (graph !== undefined && graphs.has(graph)) return graph;
    const [first] = graphs;
    return first;
  };

  function fetchesAt({ selected, graph }: Place): number {
    const places = new Map<string, Place>();
    const jumps = new Set<string>();
    const required = new Map<string, Selected>();
    /** Of an interface each object that the subgraph may answer counts: some of its fields may be another's. */
    const take = (field: AskedField) => {
      const objects = graph === undefined ? [] : implementers(graph, field.type);
      for (const type of objects.length > 0 ? objects : [field.type]) takeOf({ ...field, type });
    };
    const takeOf = ({ node, type, condition, within }: AskedField) => {
      const owned = ownership(type.name, node.name.value);
      const next = owned && graphFor(owned, graph);
      if (owned === undefined || next === undefined) return;
      const needed = owned.requires.get(next);
      if (needed) {
        jumps.add(`${next} after ${needed.text}`);
        required.set(`${type.name} ${needed.text}`, { set: needed.selection, type, within: undefined });
      } else if (next !== graph) jumps.add(next);
      if (!node.selectionSet) return;
      const field =
        isObjectType(type) || isInterfaceType(type) ? type.getFields()[node.name.value] : undefined;
      // The planner joins no fields whose conditions differ.
      const key = `${next} ${node.alias?.value ?? node.name.value}${condition}`;
      const below = places.get(key) ?? { selected: [], graph: next };
      const named = field && getNamedType(field.type);
      if (!below.selected.some(({ set, type: of }) => set === node.selectionSet && of === named))
        below.selected.push({ set: node.selectionSet, type: named, within });
      // Its owner is asked for a node whatever the selection: see `withNodeIds`.
      if (named?.name === 'Node') below.selected.push({ set: ofId, type: named, within: undefined });
      places.set(key, below);
    };
    for (const each of selected) eachField(each, '', take);
    let fetches = jumps.size;
    for (const each of required.values()) fetches += fetchesAt({ selected: [each], graph });
    for (const place of places.values()) fetches += fetchesAt(place);
    return fetches;
  }

  const type = supergraph.getRootType(operation.operation) ?? undefined;
  const fetches = fetchesAt({
    selected: [{ set: operation.selectionSet, type, within: undefined }],
    graph: undefined,
  });
  return { fetches: steps > mostSteps ? Number.POSITIVE_INFINITY : fetches, steps };
}
