import { join } from 'node:path';
import { ownDirectory } from './own-directory.ts';
import type { LoopWatchOptions } from './watch-loop.ts';

/**
 * The settings of the watch over a process's event loop.
 * @param service its name, which with its port tells it from others that keep their state in the same place
 */
export const standstillIn = (
  settings: { STANDSTILL_MS: number; STATE_DIRECTORY?: string | undefined },
  service: string,
  port: number,
): LoopWatchOptions => {
  const directory = settings.STATE_DIRECTORY ?? ownDirectory();
  return {
    longest: settings.STANDSTILL_MS,
    notes: directory && join(directory, `concord-${service}-${port}.standstills`),
    service,
  };
};
