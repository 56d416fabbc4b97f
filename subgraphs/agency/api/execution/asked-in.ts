import {
  type DocumentNode,
  type FieldNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isInterfaceType,
  isObjectType,
  Kind,
  type SelectionSetNode,
} from 'graphql';
import { type Conditions, conditionsOf, isImplied, together } from './conditions.ts';
import type { Coordinate, Coordinates } from './coordinates.ts';
import { operationNamed } from './operation-named.ts';

/** A field that an operation asks for. */
export interface Asked<Found> {
  found: Found;
  conditions: Conditions;
}

/**
 * Sets of conditions that one fragment is looked at under. Each level of nested fragments can double them, so that what
 * is asked in yet more ways is taken to be asked always: a receipt too many, and never one too few.
 */
const mostWays = 16;

/**
 * Collects findings on an operation's fields, one by one. A denied field is not entered, so nothing below it is asked.
 * @param find the finding on a field, and those found below it; `enter` tells whether its own fields are asked too
 */
export function askedIn<Found>(
  document: DocumentNode,
  operationName: string | null | undefined,
  schema: GraphQLSchema,
  coordinates: Coordinates,
  find: (
    coordinate: Coordinate,
    field: FieldNode,
    parent: Coordinate | undefined,
  ) => { found?: Found; enter: boolean },
): Asked<Found>[] {
  const operation = operationNamed(document, operationName);
  const root = operation && schema.getRootType(operation.operation);
  if (!operation || !root) return [];
  const fragments = new Map(
    document.definitions.flatMap((definition) =>
      definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition] as const] : [],
    ),
  );
  const asked: Asked<Found>[] = [];
  // A fragment says the same wherever it is spread under the same conditions; without this, nested ones would multiply.
  const walked = new Map<string, Conditions[]>();
  /** The conditions to walk a fragment under, unless that says nothing new. */
  const newWay = (fragment: string, conditions: Conditions): Conditions | undefined => {
    const ways = walked.get(fragment) ?? [];
    if (ways.some((known) => isImplied(known, conditions))) return undefined;
    const way = ways.length < mostWays ? conditions : [];
    walked.set(fragment, [...ways, way]);
    return way;
  };

  const walk = (
    set: SelectionSetNode,
    type: GraphQLNamedType,
    under: Conditions,
    parent?: Coordinate,
  ): void => {
    for (const selection of set.selections) {
      const own = conditionsOf(selection);
      if (!own) continue;
      const conditions = own.length > 0 ? together(under, own) : under;
      if (!conditions) continue;
      if (selection.kind === Kind.FIELD) {
        const field =
          isObjectType(type) || isInterfaceType(type) ? type.getFields()[selection.name.value] : undefined;
        if (!field) continue;
        const coordinate = coordinates.get(`${type.name}.${field.name}`);
        const { found, enter } = coordinate ? find(coordinate, selection, parent) : { enter: true };
        if (found !== undefined) asked.push({ found, conditions });
        if (enter && selection.selectionSet)
          walk(selection.selectionSet, getNamedType(field.type), conditions, coordinate);
        continue;
      }
      const fragment =
        selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection;
      if (!fragment) continue;
      const way =
        selection.kind === Kind.FRAGMENT_SPREAD
          ? newWay(`${parent?.name} ${selection.name.value}`, conditions)
          : conditions;
      if (!way) continue;
      const condition = fragment.typeCondition?.name.value;
      const narrowed = condition === undefined ? type : schema.getType(condition);
      if (narrowed) walk(fragment.selectionSet, narrowed, way, parent);
    }
  };
  walk(operation.selectionSet, root, []);
  return asked;
}
