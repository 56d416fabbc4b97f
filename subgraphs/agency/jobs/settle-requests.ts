import { type SeekingSubjects, seekSubject } from '../actions/seek-subject.ts';
import { type SettlingRequests, settleRequest } from '../actions/settle-request.ts';
import { type WarningOfDeadlines, warnOfDeadline } from '../actions/warn-of-deadline.ts';
import type { RequestClock } from '../storage/requests/request-clock.ts';

type Settling = SettlingRequests & WarningOfDeadlines & { clock: RequestClock };
type Step = (id: string) => Promise<boolean>;

/** Takes a step on each, whatever becomes of the others. @throws the first error, once all were tried */
async function settleAll(parts: readonly (readonly [AsyncIterable<string>, Step])[]): Promise<number> {
  let settled = 0;
  const failures: unknown[] = [];
  for (const [ids, step] of parts)
    for await (const id of ids)
      try {
        if (await step(id)) settled++;
      } catch (error) {
        failures.push(error);
      }
  if (failures.length > 0) throw failures[0];
  return settled;
}

const settling =
  (stores: SettlingRequests & WarningOfDeadlines, now: Date): Step =>
  async (id) => {
    const isSettled = await settleRequest(stores, id, now);
    await warnOfDeadline(stores, id, now);
    return isSettled;
  };

/**
 * Ends the requests whose time is over, warns of deadlines, takes in receipts that a process which was killed has not, and looks up again
 * the subjects that were not known when a form was found in order. A request ends at its moment whenever this runs; this writes it, and
 * tells the other agency. The ends come first, since the other agency waits for them.
 * @returns the number of requests that changed
 */
export function settleRequests(stores: Settling & SeekingSubjects, now: Date): Promise<number> {
  const { clock } = stores;
  const settle = settling(stores, now);
  return settleAll([
    [clock.due(now), settle],
    [clock.awaiting(), settle],
    [clock.sought(now), (id) => seekSubject(stores, id, now)],
  ]);
}

/** Takes in the receipts of messages that have just come in. */
export const settleAwaiting = (
  stores: Settling,
  messages: readonly string[],
  now = new Date(),
): Promise<number> => settleAll([[stores.clock.awaiting(messages), settling(stores, now)]]);
