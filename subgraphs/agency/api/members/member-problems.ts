import { type GraphQLSchema, getNamedType, isInputObjectType, isNonNullType } from 'graphql';
import type { AnyKind } from '../../records/values/value-kind.ts';
import { memberOf } from './read-members.ts';

/** The parts of an input object, each as `name!` where it must be given, or `name`; undefined for another type. */
function partsOf(type: unknown): string[] | undefined {
  if (!isInputObjectType(type)) return undefined;
  return Object.values(type.getFields()).map((part) =>
    isNonNullType(part.type) ? `${part.name}!` : part.name,
  );
}

const same = (some: readonly string[], others: readonly string[]): boolean =>
  [...some].sort().join() === [...others].sort().join();

/** The problems of one field, whose input in the SDL has a member for each kind, with the parts of that kind. */
function problemsOfField(
  field: string,
  partsByKind: NonNullable<AnyKind['partsByKind']>,
  schema: GraphQLSchema,
): string[] {
  const values = schema.getType('DossierValuesInput');
  const input = isInputObjectType(values) && getNamedType(values.getFields()[field]?.type);
  if (!isInputObjectType(input) || !input.isOneOf)
    return [
      `the kind of value \`${field}\` needs an input with @oneOf in the SDL, with a field for each of its kinds`,
    ];
  const members = input.getFields();
  const known = Object.keys(partsByKind).map(memberOf);
  const unknown = Object.keys(members).filter((member) => !known.includes(member));
  const wrong = Object.entries(partsByKind).flatMap(([kind, { needed, optional }]) => {
    const expected = [...needed.map((part) => `${part}!`), ...optional, 'provenance!'];
    const given = partsOf(members[memberOf(kind)]?.type);
    return given && same(given, expected)
      ? []
      : [
          `\`${input.name}.${memberOf(kind)}\` must be an input of ${expected.join(', ')}, as records/values has it`,
        ];
  });
  return [
    ...unknown.map((member) => `\`${input.name}.${member}\` is of no kind in records/values`),
    ...wrong,
  ];
}

/** Sentences on the inputs of values of several kinds that are not of the kinds, or have not the parts, of the records. */
export const memberProblems = (
  kinds: Readonly<Record<string, Pick<AnyKind, 'partsByKind'>>>,
  schema: GraphQLSchema,
): string[] =>
  Object.entries(kinds).flatMap(([field, { partsByKind }]) =>
    partsByKind ? problemsOfField(field, partsByKind, schema) : [],
  );
