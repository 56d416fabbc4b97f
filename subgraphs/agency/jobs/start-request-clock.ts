import { type Logger, loggableError } from '../../../server/log.ts';
import type { Mode } from '../../../server/settings.ts';
import { type Background, inBackground } from '../../../server/time/in-background.ts';

/** Milliseconds from one look to the next: the other agency learns of an end that much later at most, and of its moment exactly. */
const every = 15_000;

/**
 * Ends requests at their deadlines, whether or not anybody asks. Every instance of a subgraph may do so. It keeps no process alive.
 * @returns the way to end it
 */
export function startRequestClock(
  settle: (now: Date) => Promise<number>,
  { log, mode }: { log: Pick<Logger, 'error'>; mode: Mode },
): Background {
  return inBackground(every, async (signal) => {
    try {
      await settle(new Date());
    } catch (error) {
      if (!signal.aborted) log.error({ error: loggableError(error, mode) }, 'requests');
    }
    return every;
  });
}
