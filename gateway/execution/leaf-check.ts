import {
  GraphQLFloat,
  GraphQLID,
  GraphQLInt,
  type GraphQLLeafType,
  GraphQLString,
  isEnumType,
} from 'graphql';

/** Tells whether a value is one of a leaf type. It is passed on as it is: an ID that is a number stays one. */
export type LeafCheck = (value: unknown) => boolean;

/** Not 1e21 and above, which is written with an exponent. */
const isInteger = (value: unknown): boolean => Number.isInteger(value) && Math.abs(Number(value)) < 1e21;

const checks = new Map<string, LeafCheck>([
  ['Boolean', (value) => typeof value === 'boolean'],
  [GraphQLID.name, (value) => typeof value === 'string' || isInteger(value)],
  [GraphQLInt.name, isInteger],
  [GraphQLFloat.name, Number.isFinite],
  [GraphQLString.name, (value) => typeof value === 'string'],
]);

/**
 * The check of a leaf type. A value of an enum that the caller's schema does not have is none: it may be inaccessible to them. A
 * scalar of a schema's own can be anything.
 */
export function leafCheck(type: GraphQLLeafType): LeafCheck {
  if (!isEnumType(type)) return checks.get(type.name) ?? (() => true);
  const values = new Set<unknown>(type.getValues().map(({ name }) => name));
  return (value) => values.has(value);
}
