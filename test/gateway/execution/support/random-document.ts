import {
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
} from 'graphql';

/** Draws a number below `below`. */
export type Draw = (below: number) => number;

/** Numbers that follow from a seed (mulberry32). */
export function drawsFrom(seed: number): Draw {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const conditions = ['@include(if: $yes)', '@skip(if: $yes)', '@include(if: $no)', '@skip(if: $no)'];

/** The fields, conditions and types of fragments of a schema that documents can ask, and how often they have. */
export class Coverage {
  readonly #asked = new Map<string, number>();

  note(what: string): void {
    this.#asked.set(what, this.times(what) + 1);
  }

  times(what: string): number {
    return this.#asked.get(what) ?? 0;
  }

  /** The share that has been asked of each kind, and all that has not. */
  of(all: readonly string[]): { asked: number; of: number; missing: string[] } {
    const missing = all.filter((what) => this.times(what) === 0);
    return { asked: all.length - missing.length, of: all.length, missing };
  }
}

const most = { fields: 40, depth: 11 } as const;

const inside = new WeakMap<GraphQLNamedType, GraphQLNamedType[]>();

/** The types on which a fragment may stand inside a type: those of which an object can be both. */
function typesInside(schema: GraphQLSchema, type: GraphQLNamedType): GraphQLNamedType[] {
  const known = inside.get(type);
  if (known) return known;
  const possible = (of: GraphQLNamedType) => (isAbstractType(of) ? schema.getPossibleTypes(of) : [of]);
  const own = new Set<GraphQLNamedType>(possible(type));
  const found = Object.values(schema.getTypeMap()).filter(
    (other) =>
      !other.name.startsWith('__') &&
      !isLeafType(other) &&
      !isInputObjectType(other) &&
      possible(other).some((each) => own.has(each)),
  );
  inside.set(type, found);
  return found;
}

function literalOf(type: GraphQLInputType, draw: Draw): string {
  const nullable = getNullableType(type);
  if (isListType(nullable)) return `[${literalOf(nullable.ofType, draw)}]`;
  if (isEnumType(nullable)) return nullable.getValues()[draw(nullable.getValues().length)]?.name ?? 'null';
  if (isInputObjectType(nullable)) {
    const fields = Object.values(nullable.getFields()).filter(({ type: of }) => isNonNullType(of));
    return `{ ${fields.map(({ name, type: of }) => `${name}: ${literalOf(of, draw)}`).join(', ')} }`;
  }
  const simple: Record<string, string> = { Int: '1', Float: '0.5', Boolean: 'true' };
  return simple[String(nullable)] ?? '"a"';
}

const fieldsOf = (type: GraphQLNamedType): GraphQLField<unknown, unknown>[] =>
  isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : [];

/** Steps from each type to the nearest that has a field, or takes a fragment, which nobody has asked. */
function stepsToUnasked(schema: GraphQLSchema, coverage: Coverage): Map<GraphQLNamedType, number> {
  const steps = new Map<GraphQLNamedType, number>();
  const types = Object.values(schema.getTypeMap()).filter(
    (type) => !isLeafType(type) && !isInputObjectType(type),
  );
  const next = new Map<GraphQLNamedType, GraphQLNamedType[]>();
  for (const type of types) {
    const fields = fieldsOf(type);
    const hasUnasked =
      fields.some(({ name }) => coverage.times(`${type.name}.${name}`) === 0) ||
      typesInside(schema, type).some(({ name }) => coverage.times(`on ${name}`) === 0);
    if (hasUnasked) steps.set(type, 0);
    const ways: GraphQLNamedType[] = fields.map((field): GraphQLNamedType => getNamedType(field.type));
    next.set(type, [...ways, ...typesInside(schema, type)]);
  }
  for (let changed = true; changed; ) {
    changed = false;
    for (const [type, ways] of next) {
      const nearest = 1 + Math.min(...ways.map((each) => steps.get(each) ?? Number.POSITIVE_INFINITY));
      if (nearest < (steps.get(type) ?? Number.POSITIVE_INFINITY)) {
        steps.set(type, nearest);
        changed = true;
      }
    }
  }
  return steps;
}

/**
 * Writes a document that asks what others have asked least. Every field has an alias of its own name, type and arguments, so that
 * two of one key always ask the same.
 */
export function randomDocument(schema: GraphQLSchema, draw: Draw, coverage: Coverage): string {
  const fragments: string[] = [];
  let fields = 0;
  const condition = (): string => {
    if (draw(6) > 0) return '';
    const directive = conditions[draw(conditions.length)] ?? '';
    coverage.note(directive);
    return ` ${directive}`;
  };
  const steps = stepsToUnasked(schema, coverage);
  const far = Number.POSITIVE_INFINITY;
  const chosen = <Item>(items: readonly Item[], costOf: (item: Item) => number): Item | undefined =>
    draw(2) === 0
      ? [...items].sort((one, other) => Math.min(costOf(one), 99) - Math.min(costOf(other), 99))[0]
      : items[draw(Math.max(items.length, 1))];

  function fieldText(parent: string, field: GraphQLField<unknown, unknown>, depth: number): string {
    fields += 1;
    coverage.note(`${parent}.${field.name}`);
    const type = getNamedType(field.type);
    const required = field.args.filter((each) => isNonNullType(each.type) && each.defaultValue === undefined);
    const given = required.map((each) => `${each.name}: ${literalOf(each.type, drawsFrom(1))}`).join(', ');
    const below = isLeafType(type) ? '' : ` { ${selection(type, depth + 1)} }`;
    // Fields of one name on several types can be of different types.
    const alias =
      draw(4) === 0
        ? `${parent}_${field.name}: `
        : draw(4) === 0
          ? `again_${parent}_${field.name}: `
          : `${field.name}_${String(field.type).replace(/\W/g, (sign) => (sign === '!' ? 'N' : 'L'))}: `;
    return `${alias}${field.name}${given && `(${given})`}${condition()}${below}`;
  }

  function fragmentText(type: GraphQLNamedType, depth: number): string {
    const inside =
      chosen(typesInside(schema, type), (each) =>
        coverage.times(`on ${each.name}`) === 0 ? -1 : (steps.get(each) ?? far),
      ) ?? type;
    coverage.note(`on ${inside.name}`);
    const text = selection(inside, depth + 1);
    if (draw(2) === 0) return `... on ${inside.name}${condition()} { ${text} }`;
    const name = `F${fragments.push('')}`;
    fragments[Number(name.slice(1)) - 1] = `fragment ${name} on ${inside.name} { ${text} }`;
    const spread = `...${name}${condition()}`;
    return draw(3) === 0 ? `${spread} ...${name}${condition()}` : spread;
  }

  function selection(type: GraphQLNamedType, depth: number): string {
    const known = fieldsOf(type);
    const text: string[] = [];
    for (let left = 1 + draw(4); left > 0 && fields < most.fields; left -= 1) {
      const field = chosen(known, (each) =>
        coverage.times(`${type.name}.${each.name}`) === 0 ? -1 : (steps.get(getNamedType(each.type)) ?? far),
      );
      if (depth < most.depth && (draw(3) === 0 || isUnionType(type))) text.push(fragmentText(type, depth));
      else if (field && (depth < most.depth || isLeafType(getNamedType(field.type))))
        text.push(fieldText(type.name, field, depth));
    }
    if (text.length === 0 || draw(4) === 0) text.push(draw(2) === 0 ? '__typename' : 'kind_of: __typename');
    return text.join(' ');
  }

  const body = selection(schema.getQueryType() as GraphQLNamedType, 0);
  const whole = [body, ...fragments].join('\n');
  const declared = ['$yes', '$no'].filter((name) => whole.includes(`if: ${name}`));
  const variables = declared.map((name) => `${name}: Boolean${name === '$no' ? ' = false' : '!'}`).join(', ');
  return `query${variables && ` (${variables})`} { ${body} }\n${fragments.join('\n')}`;
}

/** All that documents of a schema can ask: fields that lead from the root of queries, conditions, and types of fragments. */
export function askable(schema: GraphQLSchema): { fields: string[]; directives: string[]; types: string[] } {
  const reached = new Set<GraphQLNamedType>();
  const reach = (type: GraphQLNamedType | null | undefined): void => {
    if (!type || reached.has(type) || isLeafType(type)) return;
    reached.add(type);
    for (const { type: of } of fieldsOf(type)) reach(getNamedType(of));
    for (const inside of typesInside(schema, type)) reach(inside);
  };
  reach(schema.getQueryType());
  const all = [...reached];
  return {
    fields: all.flatMap((type) => fieldsOf(type).map(({ name }) => `${type.name}.${name}`)),
    directives: conditions,
    types: all.map(({ name }) => `on ${name}`),
  };
}
