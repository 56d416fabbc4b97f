/** The name of an operation and of its caller, which tell nothing of either. */
export interface NamedOperation {
  caller: string;
  operation: string;
}

/** An operation for which a process stood still, and when it ended. */
export interface Standstill extends NamedOperation {
  at: number;
}

/** Milliseconds for which an operation is refused. */
export const refusedFor = 10 * 60_000;

/** One caller may have had bad luck with a busy machine, or have made it up; two have not. */
const callersForAll = 2;

/**
 * Decides until when an operation is refused: for ten minutes to the caller for whom a process stood still, and to everybody while that
 * has happened to two callers. So nobody can have another officer's query refused by asking it.
 * @returns undefined where it is not
 */
export function refusedUntil(
  standstills: readonly Standstill[],
  { caller, operation }: NamedOperation,
  now: number,
): number | undefined {
  const ends = new Map<string, number>();
  for (const each of standstills) {
    if (each.operation !== operation) continue;
    ends.set(each.caller, Math.max(ends.get(each.caller) ?? 0, each.at + refusedFor));
  }
  const latest = [...ends.values()].sort((one, other) => other - one);
  const until = Math.max(ends.get(caller) ?? 0, latest[callersForAll - 1] ?? 0);
  return until > now ? until : undefined;
}
