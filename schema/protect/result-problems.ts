import {
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isInputObjectType,
  isInterfaceType,
  isNonNullType,
  isObjectType,
  isUnionType,
} from 'graphql';

type Field = GraphQLField<unknown, unknown>;

/** An action of an agency's officers, and its place in the schema. */
interface Action {
  coordinate: string;
  field: Field;
}

/** Every action: the fields of each agency's namespace. */
const actionsOf = (schema: GraphQLSchema): Action[] =>
  Object.values(schema.getMutationType()?.getFields() ?? {}).flatMap((namespace) => {
    const type = getNamedType(namespace.type);
    if (!isObjectType(type)) return [{ coordinate: `Mutation.${namespace.name}`, field: namespace }];
    return Object.values(type.getFields()).map((field) => ({
      coordinate: `${type.name}.${field.name}`,
      field,
    }));
  });

const isRefusal = (type: GraphQLObjectType): boolean =>
  type.getInterfaces().some(({ name }) => name === 'Refusal');

/** The types that say that an action was taken; a result has exactly one. */
const successesOf = ({ field }: Action): GraphQLObjectType[] => {
  const type = getNamedType(field.type);
  return isUnionType(type) ? type.getTypes().filter((member) => !isRefusal(member)) : [];
};

function problemOfResult(action: Action): string | undefined {
  if (!isUnionType(getNamedType(action.field.type)))
    return 'must answer a union of its success and the refusals';
  const successes = successesOf(action);
  if (successes.length === 1) return undefined;
  if (successes.length === 0) return 'has no success in its result';
  const names = successes.map(({ name }) => name).join(', ');
  return `has more than one success in its result (${names}): all but one must implement Refusal`;
}

const takesVersion = ({ args }: Field): boolean =>
  args.some((argument) => {
    const input = getNamedType(argument.type);
    const version = isInputObjectType(input) ? input.getFields().version : undefined;
    return version !== undefined && isNonNullType(version.type);
  });

const saysWhyNot = ({ description }: Field): boolean => /\btakes\s+no\s+version\b/.test(description ?? '');

const shapeOf = (type: GraphQLObjectType): string =>
  Object.values(type.getFields())
    .map((field) => `${field.name}: ${field.type}`)
    .join(' ');

/** The names of types that say the same in different types: clients would handle each of them. */
function sameShapes(types: readonly GraphQLObjectType[]): string[] {
  const byShape = new Map<string, Set<string>>();
  for (const type of types) {
    const names = byShape.get(shapeOf(type)) ?? new Set();
    byShape.set(shapeOf(type), names.add(type.name));
  }
  return [...byShape.values()].filter(({ size }) => size > 1).map((names) => [...names].join(', '));
}

/**
 * The problems of the results of actions in a composed schema. A client must be able to write `... on Refusal { code message }` for
 * every action and know that anything else is its success; and an action must say which version it is made from.
 * @returns one sentence a problem
 */
export function resultProblems(schema: GraphQLSchema): string[] {
  const actions = actionsOf(schema);
  const refusal = schema.getType('Refusal');
  if (actions.length > 0 && !isInterfaceType(refusal)) return ['the schema has no interface Refusal'];
  return [
    ...actions.flatMap((action) => {
      const problem = problemOfResult(action);
      return problem === undefined ? [] : [`${action.coordinate} ${problem}`];
    }),
    ...actions
      .filter(({ field }) => !takesVersion(field) && !saysWhyNot(field))
      .map(
        ({ coordinate }) =>
          `${coordinate} takes no version: give its input \`version: Int!\`, or say in its description why it takes no version`,
      ),
    ...sameShapes(actions.flatMap(successesOf)).map((names) => `${names} have the same fields: use one type`),
  ];
}
