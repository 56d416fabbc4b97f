import { type SettlingRequests, settleRequest } from '../actions/settle-request.ts';
import { type WarningOfDeadlines, warnOfDeadline } from '../actions/warn-of-deadline.ts';
import type { RequestClock } from '../storage/requests/request-clock.ts';

type Settling = SettlingRequests & WarningOfDeadlines & { clock: RequestClock };

/** Settles each, whatever becomes of the others. @throws the first error, once all were tried */
async function settleAll(
  stores: SettlingRequests & WarningOfDeadlines,
  parts: readonly AsyncIterable<string>[],
  now: Date,
): Promise<number> {
  let settled = 0;
  const failures: unknown[] = [];
  for (const ids of parts)
    for await (const id of ids)
      try {
        if (await settleRequest(stores, id, now)) settled++;
        await warnOfDeadline(stores, id, now);
      } catch (error) {
        failures.push(error);
      }
  if (failures.length > 0) throw failures[0];
  return settled;
}

/**
 * Ends the requests whose time is over, warns of deadlines, and takes in receipts that a process which was killed has not. A request ends at its moment
 * whenever this runs; this writes it, and tells the other agency. The ends come first, since the other agency waits for them.
 * @returns the number of requests that changed
 */
export const settleRequests = (stores: Settling, now: Date): Promise<number> =>
  settleAll(stores, [stores.clock.due(now), stores.clock.awaiting()], now);

/** Takes in the receipts of messages that have just come in. */
export const settleAwaiting = (
  stores: Settling,
  messages: readonly string[],
  now = new Date(),
): Promise<number> => settleAll(stores, [stores.clock.awaiting(messages)], now);
