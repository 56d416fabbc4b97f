import type { Command } from '../world/commands.ts';

/**
 * Commands that look nothing up: what is new is found by nothing, a cursor goes on where its query began, and a collection
 * is made, listed or dropped as a whole. The last two are the driver's own.
 */
const lookNothingUp = [
  'insert',
  'getMore',
  'killCursors',
  'create',
  'createIndexes',
  'drop',
  'dropIndexes',
  'dropDatabase',
  'listCollections',
  'listIndexes',
  'commitTransaction',
  'abortTransaction',
  'ping',
  'hello',
  'endSessions',
];

type Fields = Record<string, unknown>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  !(value instanceof Date) &&
  !(value instanceof RegExp);

/** The driver keeps the fields of an order in a Map. */
const entriesOf = (fields: unknown): [string, unknown][] =>
  fields instanceof Map ? [...fields] : isFields(fields) ? Object.entries(fields) : [];

const elementOf = (condition: unknown): Fields =>
  isFields(condition) && isFields(condition.$elemMatch) ? condition.$elemMatch : {};

/** Conditions that decide whom a record is shown to, and find none: they stand beside whatever is asked abroad. */
function decidesVisibility(field: string, condition: unknown): boolean {
  if (field === '$or' || field === '$and')
    return (condition as Fields[]).every((part) =>
      Object.entries(part).every((entry) => decidesVisibility(...entry)),
    );
  if (field === 'releases') return 'purposes' in elementOf(condition);
  if (field === 'links') return 'told.decision' in elementOf(condition);
  return ['handlingCode', 'cases', 'status.stage'].includes(field);
}

/** A condition without its values: how it enters an index is left. */
function shapeOfCondition(condition: unknown): unknown {
  if (condition === null) return 'null';
  if (condition instanceof RegExp) return 'pattern';
  if (!isFields(condition)) return '=';
  const operators = Object.entries(condition);
  if (!operators.some(([name]) => name.startsWith('$'))) return '=';
  return Object.fromEntries(
    operators.map(([name, value]) => {
      if (name === '$in') return [name, (value as unknown[]).includes(null) ? 'values or null' : 'values'];
      if (name === '$elemMatch' || name === '$not') return [name, shapeOfFilter(value)];
      return [name, name === '$exists' ? value : value === null ? 'null' : '='];
    }),
  );
}

/** In one order, and each condition once: of how many values something is looked up makes no other shape. */
function shapeOfFilter(filter: unknown): Fields {
  const shape: Fields = {};
  for (const [field, condition] of entriesOf(filter)) {
    if (decidesVisibility(field, condition)) shape.visible = true;
    else if (field === '$and')
      Object.assign(shape, ...(condition as Fields[]).map((part) => shapeOfFilter(part)));
    else if (field === '$or') {
      const alternatives = (condition as Fields[]).map((part) => JSON.stringify(shapeOfFilter(part)));
      const each = [...new Set(alternatives)].sort().map((part) => JSON.parse(part));
      if (each.length > 1) shape.$or = each;
      else Object.assign(shape, each[0]);
    } else shape[field] = shapeOfCondition(condition);
  }
  return Object.fromEntries(Object.entries(shape).sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** A part that is joined once for each value is one part: of how many values something is looked up makes no other shape. */
function shapeOfPipeline(pipeline: readonly Fields[]): Fields[] {
  const stages = pipeline.map((stage) => JSON.stringify(shapeOfStage(stage)));
  return stages.filter((stage, index) => stage !== stages[index - 1]).map((stage) => JSON.parse(stage));
}

/** A constant that comes back with each answer is no part of what is looked up. */
const shapeOfProjection = (fields: unknown): unknown =>
  isFields(fields)
    ? Object.fromEntries(
        Object.entries(fields).map(([name, value]) => [
          name,
          isFields(value) && '$literal' in value ? '=' : value,
        ]),
      )
    : fields;

const shapeOfStage = (stage: Fields): Fields =>
  Object.fromEntries(
    Object.entries(stage).map(([name, value]) => {
      if (name === '$match') return [name, shapeOfFilter(value)];
      if (name === '$unionWith' && isFields(value))
        return [name, { ...value, pipeline: shapeOfPipeline(value.pipeline as Fields[]) }];
      if (name === '$project') return [name, shapeOfProjection(value)];
      return [name, ['$limit', '$skip'].includes(name) ? '=' : value];
    }),
  );

/** What a command looks records up by, and in which order; not by which values. */
export function shapesOf(command: Command): string[] {
  const name = Object.keys(command)[0] ?? '';
  if (lookNothingUp.includes(name)) return [];
  const shape = (...parts: unknown[]) => [name, command[name], ...parts.map((part) => JSON.stringify(part))];
  const join = (parts: unknown[]) => parts.filter((part) => part !== undefined).join(' ');
  switch (name) {
    case 'find': {
      const { filter, sort, limit, hint } = command;
      const order = sort === undefined ? [] : [{ sort: Object.fromEntries(entriesOf(sort)) }];
      // By one index it may be served, and not by another.
      const by = hint === undefined ? undefined : `by ${hint}`;
      return [join([...shape(shapeOfFilter(filter), ...order), limit ? 'limit' : undefined, by])];
    }
    case 'count':
    case 'distinct':
    case 'findAndModify': {
      const { query, sort } = command;
      return [join(shape(shapeOfFilter(query), command.key, sort && Object.fromEntries(entriesOf(sort))))];
    }
    case 'aggregate': {
      const pipeline = command.pipeline as Fields[];
      // It reads the server's own log from where it was told to, and no collection.
      if (pipeline[0] && '$changeStream' in pipeline[0]) return [];
      return [join(shape(shapeOfPipeline(pipeline)))];
    }
    case 'update':
    case 'delete': {
      const statements = command[`${name}s`] as Fields[];
      return [...new Set(statements.map(({ q }) => join(shape(shapeOfFilter(q)))))];
    }
    default:
      throw new Error(`no rule says what a ${name} looks records up by`);
  }
}
