import { type Background, inBackground } from '../../../server/in-background.ts';
import { type Logger, loggableError } from '../../../server/log.ts';
import type { Mode } from '../../../server/settings.ts';
import { dayLength } from '../../../terms/days.ts';
import type { RetentionStore } from '../storage/stores/retention-store.ts';
import { type RetentionReport, type RunOptions, runRetention } from './run-retention.ts';

const firstAfter = 60_000;

/**
 * Runs the retention once a day, a minute after the start for the first time, and never twice at once. Every instance of
 * a subgraph may do so. It keeps no process alive.
 * @returns how to end it: waits for the dossier at hand
 */
export function startDailyRetention(
  store: RetentionStore,
  { log, mode }: { log: Pick<Logger, 'info' | 'error'>; mode: Mode },
  run: (store: RetentionStore, now: Date, options: RunOptions) => Promise<RetentionReport> = runRetention,
): Background {
  return inBackground(firstAfter, async (signal) => {
    const complain = (error: unknown) => {
      if (!signal.aborted) log.error({ error: loggableError(error, mode) }, 'retention');
    };
    try {
      const report = await run(store, new Date(), { signal, onFailure: complain });
      log.info({ retention: report }, 'retention');
    } catch (error) {
      complain(error);
    }
    return dayLength;
  });
}
