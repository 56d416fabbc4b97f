import { type Logger, loggableError } from '../../../server/log.ts';
import type { Mode } from '../../../server/settings.ts';
import { type Background, inBackground } from '../../../server/time/in-background.ts';

/** Milliseconds from one look to the next: what follows from an operation's end is written that much later at most. */
const every = 60_000;

/**
 * Brings joint operations to what time and their measures make of them. Every instance of a subgraph may do so. It keeps no process alive.
 * @returns the way to end it
 */
export function startOperationClock(
  settle: (now: Date) => Promise<number>,
  { log, mode }: { log: Pick<Logger, 'error'>; mode: Mode },
): Background {
  return inBackground(every, async (signal) => {
    try {
      await settle(new Date());
    } catch (error) {
      if (!signal.aborted) log.error({ error: loggableError(error, mode) }, 'operations');
    }
    return every;
  });
}
