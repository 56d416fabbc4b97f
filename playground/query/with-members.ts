import { type GraphQLSchema, isAbstractType, Kind, parse, TypeInfo, visit, visitWithTypeInfo } from 'graphql';

/**
 * A document whose results of several types say which of them came: `__typename` is added at the end of each such selection, where
 * no error's place but those behind it in its line moves. A refusal would otherwise look like nothing, unless the officer had asked
 * for its name.
 */
export function withMembers(document: string, schema: GraphQLSchema): string {
  const ends: number[] = [];
  const types = new TypeInfo(schema);
  visit(
    parse(document),
    visitWithTypeInfo(types, {
      SelectionSet({ selections, loc }) {
        const isNamed = selections.some(
          (each) => each.kind === Kind.FIELD && !each.alias && each.name.value === '__typename',
        );
        if (loc && !isNamed && isAbstractType(types.getParentType())) ends.push(loc.end - 1);
      },
    }),
  );
  return [...ends]
    .sort((one, other) => other - one)
    .reduce((text, end) => `${text.slice(0, end)} __typename ${text.slice(end)}`, document);
}
