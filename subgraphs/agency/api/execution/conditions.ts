import { Kind, type OperationDefinitionNode, type SelectionNode } from 'graphql';

/** `@include` and `@skip` by a variable: the field is asked when each variable has its value. */
export type Conditions = readonly { variable: string; value: boolean }[];

/** Never asked at all, or asked under these conditions. */
export function conditionsOf(node: SelectionNode): Conditions | undefined {
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

const isSame = (one: Conditions[number], other: Conditions[number]) =>
  one.variable === other.variable && one.value === other.value;

/** Both at once, each condition once; undefined where they can never be met together. */
export function together(one: Conditions, other: Conditions): Conditions | undefined {
  const added = other.filter((condition) => !one.some((known) => isSame(known, condition)));
  const isContradicted = added.some(({ variable, value }) =>
    [...one, ...added].some((known) => known.variable === variable && known.value !== value),
  );
  return isContradicted ? undefined : [...one, ...added];
}

/** True when every request that meets the second set of conditions meets the first. */
export const isImplied = (first: Conditions, second: Conditions): boolean =>
  first.every((condition) => second.some((known) => isSame(known, condition)));

/** True when a request's variables meet the conditions; a variable that is not given has its default. */
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
