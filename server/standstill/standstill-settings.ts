import { join } from 'node:path';
import type { LoopWatchOptions } from './watch-loop.ts';

/**
 * The settings of the watch over a process's event loop.
 * @param service its name, which with its port tells it from others that keep their state in the same place
 */
export const standstillIn = (
  settings: { STANDSTILL_MS: number; STATE_DIRECTORY: string },
  service: string,
  port: number,
): LoopWatchOptions => ({
  longest: settings.STANDSTILL_MS,
  notes: join(settings.STATE_DIRECTORY, `concord-${service}-${port}.standstills`),
  service,
});
