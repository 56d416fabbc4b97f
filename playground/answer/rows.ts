import { type DocumentNode, type GraphQLSchema, Kind, type OperationDefinitionNode } from 'graphql';
import type { Agency } from '../../identity/agencies.ts';
import { type Answer, type AnswerError, type Receipt, receiptsOf } from './answer.ts';
import { walkAnswer } from './walk.ts';
import { receiptsAt } from './withheld.ts';

/** A value of an answer as a table shows it. */
export type Shown =
  | { state: 'value'; text: string }
  /** A list or an object, whose parts are the rows below it. */
  | { state: 'parts'; count: number | undefined }
  | { state: 'withheld'; receipts: Receipt[] }
  | { state: 'unavailable'; agency: Agency | undefined }
  /** Nothing is recorded. */
  | { state: 'none' };

export interface Row {
  /** Its place in the answer, which no other row has. */
  id: string;
  depth: number;
  /** The key of the answer; the number of a list’s item, from 1. */
  label: string;
  shown: Shown;
}

export interface Rows {
  rows: Row[];
  /** How many more values the answer has than are shown. */
  left: number;
  withheld: number;
}

const isScalarList = (value: unknown): value is unknown[] =>
  Array.isArray(value) &&
  value.length > 0 &&
  value.every((item) => item === null || typeof item !== 'object');

const outageAt = (errors: readonly AnswerError[], path: string) =>
  errors.find((error) => error.extensions?.code === 'AGENCY_UNAVAILABLE' && error.path?.join('.') === path)
    ?.extensions;

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
  const receipts = receiptsOf(answer);
  const result: Rows = { rows: [], left: 0, withheld: 0 };
  walkAnswer(schema, document, operation, answer.data ?? {}, (value, place, key) => {
    const id = place.path.join('.');
    const outage = value === null ? outageAt(answer.errors ?? [], id) : undefined;
    const about = value === null && !outage ? receiptsAt(receipts, place) : [];
    if (about.length > 0) result.withheld += 1;
    if (result.rows.length >= most) {
      result.left += 1;
      return typeof value === 'object';
    }
    const shown: Shown = outage
      ? { state: 'unavailable', agency: outage.agency }
      : about.length > 0
        ? { state: 'withheld', receipts: about }
        : shownValue(value);
    const label = typeof key === 'number' ? String(key + 1) : key;
    result.rows.push({ id, depth: place.path.length - 1, label, shown });
    return shown.state === 'parts';
  });
  return result;
}

function shownValue(value: unknown): Shown {
  if (value === null || (Array.isArray(value) && value.length === 0)) return { state: 'none' };
  if (isScalarList(value)) return { state: 'value', text: value.join(', ') };
  if (Array.isArray(value)) return { state: 'parts', count: value.length };
  if (typeof value === 'object') return { state: 'parts', count: undefined };
  return { state: 'value', text: String(value) };
}

/**
 * Puts an object that has one field into one row with it: `1 · full`. A list of names would otherwise take two rows for each.
 */
export function compact(rows: readonly Row[]): Row[] {
  const compacted: Row[] = [];
  let above: { depth: number; label: string } | undefined;
  for (const [index, row] of rows.entries()) {
    const [child, after] = [rows[index + 1], rows[index + 2]];
    const isItem = /^\d+$/.test(row.label) && row.shown.state === 'parts';
    const hasOne = child?.depth === row.depth + 1 && child.shown.state !== 'parts';
    if (isItem && hasOne && (after === undefined || after.depth <= row.depth)) {
      above = row;
      continue;
    }
    compacted.push(above ? { ...row, depth: above.depth, label: `${above.label} · ${row.label}` } : row);
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
