import {
  type DocumentNode,
  type FieldNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isInterfaceType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import type { Coordinate, Coordinates } from './coordinates.ts';

/** `@include` and `@skip` by a variable: the field is asked when each variable has its value. */
export type Conditions = readonly { variable: string; value: boolean }[];

/** A field that an operation asks for. */
export interface Asked<Found> {
  found: Found;
  conditions: Conditions;
}

/** Never asked at all, or asked under these conditions. */
function conditionsOf(node: SelectionNode): Conditions | undefined {
  const conditions: { variable: string; value: boolean }[] = [];
  for (const { name, arguments: given } of node.directives ?? []) {
    const value = given?.find((argument) => argument.name.value === 'if')?.value;
    if (!value || !['include', 'skip'].includes(name.value)) continue;
    const wanted = name.value === 'include';
    if (value.kind === Kind.VARIABLE) conditions.push({ variable: value.name.value, value: wanted });
    if (value.kind === Kind.BOOLEAN && value.value !== wanted) return undefined;
  }
  return conditions;
}

/** Each condition once, so that a fragment that spreads itself under one comes to an end. */
function joined(under: Conditions, own: Conditions): Conditions {
  const isNew = ({ variable, value }: Conditions[number]) =>
    !under.some((one) => one.variable === variable && one.value === value);
  const added = own.filter(isNew);
  return added.length > 0 ? [...under, ...added] : under;
}

export const operationNamed = (
  document: DocumentNode,
  name: string | null | undefined,
): OperationDefinitionNode | undefined =>
  document.definitions.find(
    (definition): definition is OperationDefinitionNode =>
      definition.kind === Kind.OPERATION_DEFINITION && (!name || definition.name?.value === name),
  );

/**
 * What an operation asks, field by field, as far as something is found of each: a field that is denied is not entered,
 * so what is below it is not asked.
 * @param find what there is to say of a field; `enter` tells whether its own fields are asked too
 */
export function askedIn<Found>(
  document: DocumentNode,
  operationName: string | null | undefined,
  schema: GraphQLSchema,
  coordinates: Coordinates,
  find: (coordinate: Coordinate, field: FieldNode) => { found?: Found; enter: boolean },
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
  const walked = new Set<string>();

  const walk = (set: SelectionSetNode, type: GraphQLNamedType, under: Conditions): void => {
    for (const selection of set.selections) {
      const own = conditionsOf(selection);
      if (!own) continue;
      const conditions = joined(under, own);
      if (selection.kind === Kind.FIELD) {
        const field =
          isObjectType(type) || isInterfaceType(type) ? type.getFields()[selection.name.value] : undefined;
        if (!field) continue;
        const coordinate = coordinates.get(`${type.name}.${field.name}`);
        const { found, enter } = coordinate ? find(coordinate, selection) : { enter: true };
        if (found !== undefined) asked.push({ found, conditions });
        if (enter && selection.selectionSet)
          walk(selection.selectionSet, getNamedType(field.type), conditions);
        continue;
      }
      const fragment =
        selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection;
      if (!fragment) continue;
      if (selection.kind === Kind.FRAGMENT_SPREAD) {
        const key = `${selection.name.value} ${JSON.stringify(conditions)}`;
        if (walked.has(key)) continue;
        walked.add(key);
      }
      const condition = fragment.typeCondition?.name.value;
      const narrowed = condition === undefined ? type : schema.getType(condition);
      if (narrowed) walk(fragment.selectionSet, narrowed, conditions);
    }
  };
  walk(operation.selectionSet, root, []);
  return asked;
}

/** Whether a request's variables meet the conditions; a variable that is not given has its default. */
export function areMet(
  conditions: Conditions,
  variables: Readonly<Record<string, unknown>>,
  operation: OperationDefinitionNode | undefined,
): boolean {
  return conditions.every(({ variable, value }) => {
    const given = variables[variable];
    if (typeof given === 'boolean') return given === value;
    const definition = operation?.variableDefinitions?.find((one) => one.variable.name.value === variable);
    return definition?.defaultValue?.kind === Kind.BOOLEAN && definition.defaultValue.value === value;
  });
}
