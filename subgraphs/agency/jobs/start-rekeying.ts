import { type Logger, loggableError } from '../../../server/log.ts';
import type { Mode } from '../../../server/settings.ts';
import { type Background, inBackground } from '../../../server/time/in-background.ts';
import type { RekeyingOptions, RekeyingReport } from './rekey.ts';

const firstAfter = 1_000;
const againAfter = 5 * 60_000;

/**
 * Re-keys in the background of a subgraph that has started, until nothing is left: after a change of keys, a restart is all that it
 * needs. Every instance may do so. It keeps no process alive.
 * @returns the way to end it, which waits for the batch at hand
 */
export function startRekeying(
  run: (options: RekeyingOptions) => Promise<RekeyingReport>,
  { log, mode }: { log: Pick<Logger, 'info' | 'error'>; mode: Mode },
): Background {
  return inBackground(firstAfter, async (signal) => {
    try {
      const report = await run({ signal });
      log.info({ rekeying: report }, 'rekeying');
      return report.left === 0 ? undefined : againAfter;
    } catch (error) {
      if (!signal.aborted) log.error({ error: loggableError(error, mode) }, 'rekeying');
      return againAfter;
    }
  });
}
