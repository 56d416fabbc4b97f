import { type DocumentNode, type GraphQLSchema, Kind, type OperationDefinitionNode } from 'graphql';
import type { Answer } from '../wire/answer.ts';
import { type Gap, gapsIn } from './gap.ts';
import { type Place, walkAnswer } from './place.ts';
import { comesBeforeWriting, isRefusal, memberOf, type Refusal, refusalIn } from './refusal.ts';

/** A value of an answer as a table shows it. */
export type Shown =
  | { state: 'value'; values: unknown[]; field: string; type: string | undefined }
  /** A list or an object, whose parts are the rows below it. */
  | { state: 'parts'; count: number | undefined }
  | Gap;

export interface Row {
  /** Its place in the answer, which no other row has. */
  id: string;
  depth: number;
  /** The key of the answer; the number of a list’s item, from 1. */
  label: string;
  shown: Shown;
  /** True if somebody disputes it, and so all of its parts. */
  isContested: boolean;
  /** The result of an action: the type that came, or the code of the error that stopped it, and whether it refuses the action. */
  member?: { name: string; isRefusal: boolean };
}

export interface Rows {
  rows: Row[];
  /** The number of values in the answer that are not shown. */
  left: number;
  withheld: number;
  /** The refusal of the action, where it was refused. */
  refusal: Refusal | undefined;
}

const isScalarList = (value: unknown): value is unknown[] =>
  Array.isArray(value) &&
  value.length > 0 &&
  value.every((item) => item === null || typeof item !== 'object');

/** True for the provenance of a value, which says something about the row above. */
const isProvenance = ({ coordinates }: Place) => coordinates.some((each) => each.endsWith('.provenance'));
const isContested = (value: unknown) =>
  typeof value === 'object' && value !== null && (value as { contested?: unknown }).contested === true;
const saysMore = (value: unknown) =>
  typeof value === 'object' && value !== null && Object.keys(value).some((key) => key !== 'contested');

/**
 * The rows of a table of an answer's data, each withheld value with its receipts.
 * @param most rows that are made; the others are counted
 */
export function rowsOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  answer: Answer,
  most: number,
): Rows {
  const result: Rows = { rows: [], left: 0, withheld: 0, refusal: undefined };
  const gapAt = gapsIn(answer);
  const byId = new Map<string, Row>();
  const isChange = operation.operation === 'mutation';
  walkAnswer(schema, document, operation, answer.data ?? {}, (value, place, key) => {
    // The row above says it.
    if (key === '__typename' && byId.get(place.path.slice(0, -1).join('.'))?.member) return false;
    if (isProvenance(place)) {
      const above = byId.get(place.path.slice(0, -1).join('.'));
      if (above && isContested(value)) above.isContested = true;
      if (!saysMore(value)) return false;
    }
    const gap = value === null ? gapAt(place) : undefined;
    if (gap?.state === 'withheld') result.withheld += 1;
    if (result.rows.length >= most) {
      result.left += 1;
      return typeof value === 'object';
    }
    const id = place.path.join('.');
    const shown = gap ?? shownValue(value, place);
    const label = typeof key === 'number' ? String(key + 1) : key;
    const row: Row = { id, depth: place.path.length - 1, label, shown, isContested: false };
    const name = isChange && place.types.length > 1 ? memberOf(value) : undefined;
    if (name) {
      row.member = { name, isRefusal: isRefusal(schema, name) };
      result.refusal ??= refusalIn(schema, value);
    }
    if (isChange && gap?.state === 'failed' && comesBeforeWriting(gap.code))
      row.member = { name: gap.code, isRefusal: true };
    byId.set(id, row);
    result.rows.push(row);
    return shown.state === 'parts';
  });
  return result;
}

function shownValue(value: unknown, { coordinates, types }: Place): Shown {
  const field = coordinates[0]?.split('.')[1] ?? '';
  const leaf = { state: 'value', field, type: types.length === 1 ? types[0] : undefined } as const;
  if (Array.isArray(value) && value.length === 0) return { state: 'none' };
  if (isScalarList(value)) return { ...leaf, values: value };
  if (Array.isArray(value)) return { state: 'parts', count: value.length };
  if (typeof value === 'object') return { state: 'parts', count: undefined };
  return { ...leaf, values: [value] };
}

/**
 * Puts an object that has one field into one row with it: `1 · full`. A list of names would otherwise take two rows for each.
 */
export function compact(rows: readonly Row[]): Row[] {
  const compacted: Row[] = [];
  let above: Row | undefined;
  for (const [index, row] of rows.entries()) {
    const [child, after] = [rows[index + 1], rows[index + 2]];
    const isItem = /^\d+$/.test(row.label) && row.shown.state === 'parts';
    const hasOne = child?.depth === row.depth + 1 && child.shown.state !== 'parts';
    if (isItem && hasOne && (after === undefined || after.depth <= row.depth)) {
      above = row;
      continue;
    }
    compacted.push(
      above
        ? {
            ...row,
            depth: above.depth,
            label: `${above.label} · ${row.label}`,
            isContested: above.isContested || row.isContested,
          }
        : row,
    );
    above = undefined;
  }
  return compacted;
}

/** The operation of a document that was sent. */
export const operationIn = (
  document: DocumentNode,
  operationName: string | undefined,
): OperationDefinitionNode | undefined =>
  document.definitions
    .filter((node) => node.kind === Kind.OPERATION_DEFINITION)
    .find(({ name }) => operationName === undefined || name?.value === operationName);
