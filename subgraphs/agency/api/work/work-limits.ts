/** Limits of the work that one operation is to a subgraph, whatever its document looked like to the gateway. */
export const workLimits = {
  /** Objects of one answer. */
  objects: 50_000,
  /** Objects from which on an operation is dear: one of those runs at a time in a process. */
  dearFrom: 5_000,
  /** Dear operations that wait for their turn, and of them those of one officer. */
  waiting: 8,
  waitingOfOfficer: 2,
  /** Milliseconds that a dear operation waits at most: half of what its answer may take. */
  patience: 2_000,
} as const;
