import type { Command } from './agency.ts';

/** What a command finds records by, before it reads, counts, changes or deletes them. */
export interface Lookup {
  command: string;
  collection: string;
  filter: Record<string, unknown>;
  /** The fields of the order that is asked for. */
  sort: string[];
  hasLimit: boolean;
}

interface Changes {
  q: Record<string, unknown>;
}

/** The driver sends the fields of an order in a Map, which keeps them in their order. */
const fieldsOf = (sort: unknown): string[] =>
  sort instanceof Map ? [...sort.keys()] : Object.keys((sort as object | undefined) ?? {});

/** They begin no search: what is new is looked up by nothing, and a cursor goes on where its query began. */
const searchNothing = ['insert', 'getMore', 'killCursors'];

/** A pipeline's first stages are those that an index can serve. */
function pipelineLookup(pipeline: readonly Record<string, unknown>[]) {
  const [first = {}, second = {}] = pipeline;
  const { $match } = first;
  const ordered = $match ? second : first;
  return { filter: ($match ?? {}) as Record<string, unknown>, sort: fieldsOf(ordered.$sort) };
}

/** @throws for a command that it does not know, so that no new one passes unseen */
export function lookupsOf(command: Command): Lookup[] {
  const name = Object.keys(command)[0] ?? '';
  const lookup = (found: Partial<Lookup>): Lookup => ({
    command: name,
    collection: String(command[name]),
    filter: {},
    sort: [],
    hasLimit: false,
    ...found,
  });
  const { filter, query, sort, limit } = command;
  if (searchNothing.includes(name)) return [];
  switch (name) {
    case 'find':
      return [lookup({ filter: filter ?? {}, sort: fieldsOf(sort), hasLimit: limit > 0 })];
    case 'count':
    case 'distinct':
    case 'findAndModify':
      return [lookup({ filter: query ?? {}, sort: fieldsOf(sort) })];
    case 'aggregate':
      return [lookup(pipelineLookup(command.pipeline))];
    case 'update':
      return (command.updates as Changes[]).map(({ q }) => lookup({ filter: q }));
    case 'delete':
      return (command.deletes as Changes[]).map(({ q }) => lookup({ filter: q }));
    default:
      throw new Error(`no rule says what a ${name} looks records up by`);
  }
}

const ranges = ['$gt', '$gte', '$lt', '$lte'];

/** How narrowly an index can be entered by a condition: at points, along a range, or not at all. */
function entryBy(condition: unknown): 'POINTS' | 'RANGE' | 'NONE' {
  if (typeof condition !== 'object' || condition === null || condition instanceof Date) return 'POINTS';
  if (condition instanceof RegExp) return 'NONE';
  const operators = Object.keys(condition);
  if (operators.every((operator) => operator === '$eq' || operator === '$in')) return 'POINTS';
  return operators.every((operator) => ranges.includes(operator)) ? 'RANGE' : 'NONE';
}

type Filter = Record<string, unknown>;

/**
 * What decides whom a record is shown to. It is looked at in what an index has found, since whatever else is asked must be
 * hidden as well.
 */
const deciding = ['handlingCode', 'releases', 'links', 'cases', 'status.stage'];

/** The conditions that must all hold, without those that only decide whom a record is shown to. */
function conditionsOf(filter: Filter): Filter[] {
  return Object.entries(filter).flatMap(([field, condition]): Filter[] => {
    if (field === '$and') return (condition as Filter[]).flatMap(conditionsOf);
    if (deciding.includes(field)) return [];
    if (field !== '$or') return [{ [field]: condition }];
    const alternatives = (condition as Filter[]).map(conditionsOf);
    return alternatives.every((alternative) => alternative.length === 0) ? [] : [{ $or: condition }];
  });
}

/** Whether indexes lead to what a lookup finds, and in the order that it asks for; to each alternative, where there are some. */
export function isCovered(lookup: Lookup, indexes: readonly (readonly string[])[]): boolean {
  const conditions = conditionsOf(lookup.filter);
  const alternatives = conditions.flatMap(({ $or }) => ($or as Filter[] | undefined) ?? []);
  const filter: Filter = Object.assign({}, ...conditions.filter(({ $or }) => $or === undefined));
  if (alternatives.length === 0) return isLedTo({ ...lookup, filter }, indexes);
  return (
    lookup.sort.length === 0 &&
    alternatives.every((alternative) =>
      isCovered({ ...lookup, filter: { ...filter, ...alternative } }, indexes),
    )
  );
}

/**
 * Whether one index leads to what a lookup finds, and in the order that it asks for. Its conditions must be on the
 * index's leading fields; those beside an `_id` cost nothing, since it names the documents. Without a condition an order
 * and a limit are needed, or all would be read.
 */
function isLedTo(lookup: Lookup, indexes: readonly (readonly string[])[]): boolean {
  const { filter, sort, hasLimit } = lookup;
  const entries = new Map(Object.entries(filter).map(([field, condition]) => [field, entryBy(condition)]));
  if (entries.get('_id') === 'POINTS') return true;
  if (entries.size === 0 && (sort.length === 0 || !hasLimit)) return false;
  if ([...entries.values()].includes('NONE')) return false;
  return indexes.some((index) => {
    const leading = index.slice(0, entries.size);
    if (!leading.every((field) => entries.has(field)) || leading.length < entries.size) return false;
    const points = leading.findIndex((field) => entries.get(field) === 'RANGE');
    const inOrderFrom = points === -1 ? leading.length : points;
    const orders = Array.from({ length: inOrderFrom + 1 }, (_, from) =>
      index.slice(from, from + sort.length),
    );
    return orders.some(
      (order) => order.length === sort.length && order.every((field, i) => field === sort[i]),
    );
  });
}
