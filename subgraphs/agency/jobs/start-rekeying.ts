import { type Background, inBackground } from '../../../server/in-background.ts';
import { type Logger, loggableError } from '../../../server/log.ts';
import type { Mode } from '../../../server/settings.ts';
import type { MatchKeys } from '../matching/tokens.ts';
import type { RekeyingStore } from '../storage/stores/rekeying-store.ts';
import { type RekeyingOptions, type RekeyingReport, rekey } from './rekey.ts';

const firstAfter = 1_000;
const againAfter = 5 * 60_000;

/**
 * Runs the re-keying in the background of a subgraph that has started, until nothing is left: after a change of keys, a
 * restart is all that it needs. Every instance may do so. It keeps no process alive.
 * @returns how to end it: waits for the batch at hand
 */
export function startRekeying(
  store: RekeyingStore,
  keys: MatchKeys,
  { log, mode }: { log: Pick<Logger, 'info' | 'error'>; mode: Mode },
  run: (store: RekeyingStore, keys: MatchKeys, options: RekeyingOptions) => Promise<RekeyingReport> = rekey,
): Background {
  return inBackground(firstAfter, async (signal) => {
    try {
      const report = await run(store, keys, { signal });
      log.info({ rekeying: report }, 'rekeying');
      return report.left === 0 ? undefined : againAfter;
    } catch (error) {
      if (!signal.aborted) log.error({ error: loggableError(error, mode) }, 'rekeying');
      return againAfter;
    }
  });
}
