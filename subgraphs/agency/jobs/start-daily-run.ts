import { type Logger, loggableError } from '../../../server/log.ts';
import type { Mode } from '../../../server/settings.ts';
import { type Background, inBackground } from '../../../server/time/in-background.ts';
import { dayLength } from '../../../terms/days.ts';
import type { RetentionReport, RunOptions } from './run-retention.ts';

const firstAfter = 60_000;

/**
 * Does a run once a day, a minute after the start for the first time, and never twice at once. Every instance of a subgraph may do
 * so. It keeps no process alive.
 * @returns the way to end it, which waits for the dossier at hand
 */
export function startDailyRun(
  run: (now: Date, options: RunOptions) => Promise<RetentionReport>,
  { log, mode }: { log: Pick<Logger, 'info' | 'error'>; mode: Mode },
): Background {
  return inBackground(firstAfter, async (signal) => {
    const complain = (error: unknown) => {
      if (!signal.aborted) log.error({ error: loggableError(error, mode) }, 'retention');
    };
    try {
      const report = await run(new Date(), { signal, onFailure: complain });
      log.info({ retention: report }, 'retention');
    } catch (error) {
      complain(error);
    }
    return dayLength;
  });
}
