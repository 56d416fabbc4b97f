import { type Logger, loggableError } from '../../../../server/log.ts';
import type { Mode } from '../../../../server/settings.ts';
import type { MatchKeys } from '../tokens.ts';
import { type RekeyingOptions, type RekeyingReport, rekey } from './run.ts';
import type { RekeyingStore } from './store.ts';

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
): { stop(): Promise<void> } {
  const ending = new AbortController();
  let running: Promise<void> = Promise.resolve();
  let timer: NodeJS.Timeout;
  const goOn = async () => {
    let isDone = false;
    try {
      const report = await run(store, keys, { signal: ending.signal });
      isDone = report.left === 0;
      log.info({ rekeying: report }, 'rekeying');
    } catch (error) {
      if (!ending.signal.aborted) log.error({ error: loggableError(error, mode) }, 'rekeying');
    }
    if (!isDone && !ending.signal.aborted) schedule(againAfter);
  };
  const schedule = (delay: number) => {
    timer = setTimeout(() => {
      running = goOn();
    }, delay).unref();
  };
  schedule(firstAfter);
  return {
    async stop() {
      ending.abort();
      clearTimeout(timer);
      await running;
    },
  };
}
