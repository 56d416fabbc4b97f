export interface HealthOptions {
  /** The parts that are not ready, in words for an operator; an empty list means ready. */
  notReady: () => Promise<string[]>;
  /** Warnings for an operator about a process that is ready all the same, in words. */
  warnings?: () => string[];
  /** Aborted once the process was told to end: it is not ready from then on, though it goes on serving until it is closed. */
  ending?: AbortSignal;
}

export interface Health {
  status: 200 | 503;
  answer: { status: string; missing?: string[]; warnings?: string[] };
}

export type ReadHealth = () => Promise<Health>;

/** The answer of `/health/live`, which says no more than that there is one. */
export const live = { status: 'live' } as const;

/** The answer of `/health/ready`: 503 while the process should get no requests, and what is missing. Those who ask at one time are told the same. */
export const healthOf = ({ notReady, warnings = () => [], ending }: HealthOptions): ReadHealth => {
  let looking: Promise<string[]> | undefined;
  const look = () => {
    looking ??= notReady().finally(() => {
      looking = undefined;
    });
    return looking;
  };
  return async () => {
    const missing = ending?.aborted ? ['shutting down'] : await look();
    const told = warnings();
    const besides = told.length === 0 ? {} : { warnings: told };
    return missing.length === 0
      ? { status: 200, answer: { status: 'ready', ...besides } }
      : { status: 503, answer: { status: 'not ready', missing, ...besides } };
  };
};
