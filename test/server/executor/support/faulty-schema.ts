import {
  type GraphQLAbstractType,
  type GraphQLFieldResolver,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  getNullableType,
  isAbstractType,
  isEnumType,
  isLeafType,
  isListType,
  isObjectType,
  type ResponsePath,
  responsePathAsArray,
} from 'graphql';
import { type Draw, drawsFrom } from '../../../gateway/execution/support/random-document.ts';

/** Everything that can go wrong with a value, or with the way in which it comes. */
export const faults = [
  'null',
  'absent',
  'thrown',
  'thrown, no error',
  'an error as a value',
  'late',
  'late in a list',
  'no list',
  'a list that is no array',
  'of no such type',
  'no leaf',
  'a function',
  'not this type after all',
] as const;
export type Fault = (typeof faults)[number];

/** The answers of a schema's resolvers: they follow from a seed and the place alone, whoever runs them. */
export interface Faulty {
  seed: number;
  /** One value in so many is wrong; 0 for none. */
  rate: number;
  met: Set<Fault>;
}

type Path = ResponsePath | undefined;

const hashOf = (text: string): number => {
  let hash = 0;
  for (let index = 0; index < text.length; index += 1)
    hash = (Math.imul(hash, 31) + text.charCodeAt(index)) | 0;
  return hash;
};

const drawsAt = ({ seed }: Faulty, path: Path, what: string): Draw =>
  drawsFrom(seed ^ hashOf(`${responsePathAsArray(path).join('.')} ${what}`));

const isIndex = (path: Path): boolean => typeof path?.key === 'number';

/**
 * True where everything comes late. Inside of a list all does or nothing: of an item that fails at once beside one that fails later,
 * graphql-js hears the first alone, and the process is told of a rejection that nobody handles.
 */
function isLate(faulty: Faulty, path: Path): boolean {
  let outermost: Path;
  for (let each = path; each; each = each.prev) if (isIndex(each)) outermost = each.prev;
  return drawsAt(faulty, outermost ?? path, 'late')(outermost ? 2 : 6) === 0;
}

/** A value at once or later; what is thrown is then a rejection. */
function timed<Value>(faulty: Faulty, path: Path, make: () => Value): Value {
  if (!isLate(faulty, path)) return make();
  const isInList = responsePathAsArray(path).some((key) => typeof key === 'number');
  faulty.met.add(isInList ? 'late in a list' : 'late');
  return Promise.resolve().then(make) as Value;
}

const leafOf = (type: GraphQLOutputType, draw: Draw): unknown => {
  if (isEnumType(type)) return type.getValues()[draw(type.getValues().length)]?.value;
  const simple: Record<string, unknown> = { Int: draw(9), Float: draw(9) / 2, Boolean: draw(2) === 0 };
  return simple[String(type)] ?? `text ${draw(9)}`;
};

/** An object that has all leaves itself. */
function withMembers(faulty: Faulty, path: Path): object {
  const { rate, met } = faulty;
  const member = (name: string): unknown => {
    const draw = drawsAt(faulty, path, name);
    const values = [1, 'text', true, null, undefined];
    const value = values[draw(rate === 0 ? 3 : values.length)];
    if (draw(4) > 0) return timed(faulty, path, () => value);
    met.add('a function');
    return () => timed(faulty, path, () => value);
  };
  return new Proxy(
    { path },
    {
      get: (own, name) =>
        name in own || typeof name === 'symbol' || name === 'then' || name.startsWith('__')
          ? Reflect.get(own, name)
          : member(name),
    },
  );
}

const pathOf = (value: unknown): Path => (value as { path?: Path } | null)?.path;

/** A value of a type, or what comes in its place. */
function valueAt(faulty: Faulty, type: GraphQLOutputType, path: Path, what: string): unknown {
  const { rate, met } = faulty;
  const draw = drawsAt(faulty, path, what);
  const nullable = getNullableType(type);
  const meet = <Value>(fault: Fault, value: Value): Value => {
    met.add(fault);
    return value;
  };
  if (rate === 0 || draw(rate) > 0) {
    if (isLeafType(nullable)) return leafOf(nullable, draw);
    if (!isListType(nullable)) return withMembers(faulty, path);
    const items = Array.from({ length: draw(3) }, (_none, key) => {
      const at: Path = { prev: path, key, typename: undefined };
      return timed(faulty, at, () => valueAt(faulty, nullable.ofType, at, what));
    });
    return rate > 0 && draw(4) === 0 ? meet('a list that is no array', new Set(items)) : items;
  }
  const error = () => new Error(`wrong at ${responsePathAsArray(path).join('.')}`);
  const wrong: (() => unknown)[] = [
    () => meet('null', null),
    () => meet('absent', undefined),
    () => meet('an error as a value', error()),
    ...(isListType(nullable) ? [() => meet('no list', 'no list')] : []),
    ...(isLeafType(nullable) ? [() => meet('no leaf', { no: 'leaf' })] : []),
    // Nothing is thrown by an item but by its own fields.
    ...(isIndex(path)
      ? []
      : [
          () => {
            met.add('thrown');
            throw error();
          },
          () => {
            met.add('thrown, no error');
            throw 'wrong';
          },
        ]),
  ];
  return wrong[draw(wrong.length)]?.();
}

/** Gives a schema such resolvers: half of its leaves have none, and are members of the objects. */
export function makeFaulty(schema: GraphQLSchema, faulty: () => Faulty): void {
  const resolveAt: GraphQLFieldResolver<unknown, unknown> = (_source, given, context, { path, returnType }) =>
    timed(faulty(), path, () => valueAt(faulty(), returnType, path, `${JSON.stringify(given)} ${context}`));
  const typeNamed = (type: GraphQLAbstractType) => (value: unknown) =>
    timed(faulty(), pathOf(value), () => {
      const { rate, met } = faulty();
      const draw = drawsAt(faulty(), pathOf(value), 'type');
      const possible = schema.getPossibleTypes(type);
      const { name } = possible[draw(possible.length)] ?? type;
      if (rate === 0 || draw(rate) > 0) return name;
      met.add('of no such type');
      const wrong = [undefined, 7, 'Nobody', 'String', schema.getQueryType()?.name, possible[0]];
      return wrong[draw(wrong.length)] as string;
    });
  const isReally = (value: unknown, _context: unknown, _info: GraphQLResolveInfo) =>
    timed(faulty(), pathOf(value), () => {
      const { rate, met } = faulty();
      if (rate === 0 || drawsAt(faulty(), pathOf(value), 'is')(rate) > 0) return true;
      met.add('not this type after all');
      return false;
    });
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith('__')) continue;
    if (isAbstractType(type)) type.resolveType = typeNamed(type);
    if (!isObjectType(type)) continue;
    if (hashOf(type.name) % 4 === 0) type.isTypeOf = isReally;
    for (const field of Object.values(type.getFields())) {
      const isMember =
        isLeafType(getNullableType(field.type)) && field.args.length === 0 && hashOf(field.name) % 2 === 0;
      if (!isMember) field.resolve = resolveAt;
    }
  }
}
