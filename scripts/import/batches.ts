import type { GivenDossier } from '../../subgraphs/agency/dossiers/writing/import-dossiers.ts';
import { type LineProblem, readLine } from './line.ts';
import type { RawLine } from './read-lines.ts';

/** A line that is not blank: what it gives, or what is wrong with it. */
export type Line = { number: number; end: number } & ({ given: GivenDossier } | { problems: LineProblem[] });

/** How much is written, and held in memory, at once. */
export const batchSize = { lines: 100, bytes: 1024 * 1024 } as const;

/**
 * Lines in their order, as many as are written at once. A key comes once in a batch: whoever has it in a later line finds
 * what became of it in the earlier one.
 */
export async function* inBatches(
  lines: AsyncIterable<RawLine>,
  most: { lines: number; bytes: number } = batchSize,
): AsyncGenerator<Line[]> {
  let batch: Line[] = [];
  let bytes = 0;
  const keys = new Set<string>();
  for await (const { number, end, bytes: content } of lines) {
    const read = readLine(content);
    if (!read) continue;
    const length = content?.length ?? 0;
    const isFull = batch.length >= most.lines || bytes + length > most.bytes;
    if (batch.length > 0 && (isFull || ('given' in read && keys.has(read.given.key)))) {
      yield batch;
      batch = [];
      bytes = 0;
      keys.clear();
    }
    if ('given' in read) keys.add(read.given.key);
    batch.push({ number, end, ...read });
    bytes += length;
  }
  if (batch.length > 0) yield batch;
}
