import type { Name } from '../environment.ts';
import type { Ledger } from './ledger.ts';

/** How a stretch of a run went for officers who asked some agencies; times in milliseconds. */
export interface Window {
  writes: number;
  reads: number;
  refused: ReadonlyMap<string, number>;
  /** The longest that no write was acknowledged, and that no read was answered. */
  longestWithoutWrite: number;
  longestWithoutRead: number;
  /** The longest that one request went without any answer; 0 when none took a second. */
  slowest: number;
}

/** The longest stretch between two neighbours of `times`, the beginning and the end among them. */
export function longestGap(times: readonly number[], from: number, to: number): number {
  let longest = 0;
  let last = from;
  for (const time of [...times, to]) {
    longest = Math.max(longest, time - last);
    last = time;
  }
  return longest;
}

/** @param of the agencies that were asked; an agency's own silence would be hidden by what another one answers */
export function windowOf(ledger: Ledger, of: readonly Name[], from: number, to: number): Window {
  const isIn = ({ at, ...entry }: { at: number; agency?: Name; owner?: Name }) =>
    at >= from && at <= to && of.some((name) => name === (entry.agency ?? entry.owner));
  const writes = ledger.writes.filter(isIn);
  const reads = ledger.reads.filter(isIn);
  const refused = new Map<string, number>();
  for (const { code } of ledger.refusals.filter(isIn)) refused.set(code, (refused.get(code) ?? 0) + 1);
  const gapOf = (entries: readonly { at: number }[]) =>
    longestGap(
      entries.map(({ at }) => at),
      from,
      to,
    );
  return {
    writes: writes.length,
    reads: reads.length,
    refused,
    longestWithoutWrite: gapOf(writes),
    longestWithoutRead: gapOf(reads),
    slowest: Math.max(0, ...ledger.slow.filter(isIn).map(({ milliseconds }) => milliseconds)),
  };
}
