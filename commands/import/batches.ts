import { type Given, type LineProblem, readLine } from './line.ts';
import type { RawLine } from './read-lines.ts';

/** A line that is not blank: what it gives, or what is wrong with it. */
export type Line = { number: number; end: number } & ({ given: Given } | { problems: LineProblem[] });

/** The most that is written, and held in memory, at once. */
export const batchSize = { lines: 100, bytes: 1024 * 1024 } as const;

export const isGroup = (given: Given): given is Extract<Given, { group: unknown }> => 'group' in given;

/** The part of a batch's contents that decides what else it may take. */
interface Taken {
  keys: Set<string>;
  /** False when it is of dossiers; undefined before the first line. */
  ofGroups: boolean | undefined;
}

const fits = (given: Given, { keys, ofGroups }: Taken): boolean =>
  !keys.has(given.key) && (ofGroups === undefined || ofGroups === isGroup(given));

/**
 * Lines in their order, as many as are written at once. A key comes once in a batch: whoever has it in a later line finds
 * what became of it in the earlier one. A batch is of groups or of dossiers, since a dossier may name a group of a line
 * before it.
 */
export async function* inBatches(
  lines: AsyncIterable<RawLine>,
  most: { lines: number; bytes: number } = batchSize,
): AsyncGenerator<Line[]> {
  let batch: Line[] = [];
  let bytes = 0;
  let taken: Taken = { keys: new Set(), ofGroups: undefined };
  for await (const { number, end, bytes: content } of lines) {
    const read = readLine(content);
    if (!read) continue;
    const length = content?.length ?? 0;
    const isFull = batch.length >= most.lines || bytes + length > most.bytes;
    if (batch.length > 0 && (isFull || ('given' in read && !fits(read.given, taken)))) {
      yield batch;
      batch = [];
      bytes = 0;
      taken = { keys: new Set(), ofGroups: undefined };
    }
    if ('given' in read) {
      taken.keys.add(read.given.key);
      taken.ofGroups = isGroup(read.given);
    }
    batch.push({ number, end, ...read });
    bytes += length;
  }
  if (batch.length > 0) yield batch;
}
