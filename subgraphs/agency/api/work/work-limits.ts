/** Limits of the work that one operation is to a subgraph, whatever its document looked like to the gateway. */
export const workLimits = {
  /** Objects of one answer. */
  objects: 50_000,
  /** Objects from which on an operation is dear: one of those runs at a time in a process. */
  dearFrom: 5_000,
  /** Dear operations that wait for their turn, and of them those of one officer. */
  waiting: 8,
  waitingOfOfficer: 2,
  /** Milliseconds that a dear operation waits at most. The largest one takes about as long, and its answer may take 5 s in all. */
  patience: 2_500,
  /** Objects that one officer's dear operations make in a minute, after which further ones are refused until it is over. */
  ofOfficerAMinute: 300_000,
} as const;
