import {
  type DirectiveNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type FragmentSpreadNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
  type InlineFragmentNode,
  isAbstractType,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

/** An operation under certain values of the variables by which parts of it are skipped or included. */
export interface Variant {
  schema: GraphQLSchema;
  fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  isTrue: (variable: string) => boolean;
}

function conditionOf({ arguments: given = [] }: DirectiveNode, isTrue: Variant['isTrue']): boolean {
  const value = given.find(({ name }) => name.value === 'if')?.value;
  if (value?.kind === Kind.VARIABLE) return isTrue(value.name.value);
  return value?.kind === Kind.BOOLEAN && value.value;
}

/** Tells whether a part of an operation is asked for, as it is skipped or included. */
export const isIncluded = ({ directives = [] }: SelectionNode, isTrue: Variant['isTrue']): boolean =>
  directives.every((directive) => {
    if (directive.name.value === 'skip') return !conditionOf(directive, isTrue);
    return directive.name.value !== 'include' || conditionOf(directive, isTrue);
  });

function applies(
  { typeCondition }: Pick<InlineFragmentNode, 'typeCondition'>,
  type: GraphQLCompositeType,
  schema: GraphQLSchema,
): boolean {
  if (!typeCondition || typeCondition.name.value === type.name) return true;
  const condition = schema.getType(typeCondition.name.value);
  return isAbstractType(condition) && 'getFields' in type && schema.isSubType(condition, type);
}

/**
 * The fields that are asked of an object of a type, by the key under which they are answered, in the order of the specification
 * (CollectFields). Those of one key are answered together.
 * @param type an object type; or an interface or union, of whose objects nothing more is known
 */
export function collectFields(
  sets: readonly SelectionSetNode[],
  type: GraphQLCompositeType,
  variant: Variant,
): Map<string, FieldNode[]> {
  const { schema, fragments, isTrue } = variant;
  const fields = new Map<string, FieldNode[]>();
  const spread = new Set<string>();
  const fragmentOf = (selection: InlineFragmentNode | FragmentSpreadNode) => {
    if (selection.kind === Kind.INLINE_FRAGMENT) return selection;
    const { value: name } = selection.name;
    if (spread.has(name)) return undefined;
    spread.add(name);
    return fragments.get(name);
  };
  const collect = ({ selections }: SelectionSetNode): void => {
    for (const selection of selections) {
      if (!isIncluded(selection, isTrue)) continue;
      if (selection.kind === Kind.FIELD) {
        const key = selection.alias?.value ?? selection.name.value;
        const same = fields.get(key);
        if (same) same.push(selection);
        else fields.set(key, [selection]);
        continue;
      }
      const fragment = fragmentOf(selection);
      if (fragment && applies(fragment, type, schema)) collect(fragment.selectionSet);
    }
  };
  for (const set of sets) collect(set);
  return fields;
}
