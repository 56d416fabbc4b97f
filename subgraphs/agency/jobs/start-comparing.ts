import { type Background, inBackground } from '../../../server/in-background.ts';
import { type Logger, loggableError } from '../../../server/log.ts';
import type { Mode } from '../../../server/settings.ts';
import { type Agency, othersThan } from '../../../terms/agencies.ts';
import type { Comparing } from '../actions/indicators/comparing.ts';
import { followSightings } from '../actions/indicators/follow-sightings.ts';
import { sendRound } from '../actions/indicators/send-round.ts';
import { withAlertColumns } from '../records/alerts/alert-record.ts';
import { alertState } from '../records/alerts/alert-state.ts';

/** The number of the round that is due at a time, which only the clock and the rhythm decide. */
export const roundAt = (at: Date, rhythm: number): number => Math.floor(at.getTime() / rhythm);

/** Writes the states that time has made of alerts. */
async function settleAlerts({ alerts }: Pick<Comparing, 'alerts'>, now: Date): Promise<void> {
  for await (const id of alerts.due(now)) {
    const record = await alerts.read(id);
    if (!record || record.state === alertState(record.alert, now)) continue;
    const { pending: _, ...rest } = record;
    await alerts.replace(withAlertColumns({ ...rest, version: record.version + 1 }, now), []);
  }
}

/**
 * Takes in what dossiers hold since, sends the round that is due to each other agency, and settles alerts. What takes longer than half a
 * rhythm to take in, such as an import, goes on after the round: if rounds waited for it, their times would tell of it.
 */
export async function compareNow(
  parts: Comparing,
  { now, ending }: { now: Date; ending?: AbortSignal },
): Promise<void> {
  const enough = AbortSignal.timeout(Math.floor(parts.pace.rhythm / 2));
  await followSightings(parts, now, ending ? AbortSignal.any([ending, enough]) : enough);
  for (const other of othersThan(parts.own) as Agency[])
    if (!ending?.aborted) await sendRound(parts, other, roundAt(now, parts.pace.rhythm), now);
  await settleAlerts(parts, now);
}

/**
 * Compares identifiers at a fixed rhythm, whether or not there is anything to compare: a round that says nothing goes as one that does. Every instance of a
 * subgraph may do so. It keeps no process alive.
 * @param rhythm milliseconds from one round to the next
 */
export function startComparing(
  compare: (now: Date, ending: AbortSignal) => Promise<void>,
  rhythm: number,
  { log, mode }: { log: Pick<Logger, 'error'>; mode: Mode },
): Background {
  const untilNext = () => rhythm - (Date.now() % rhythm);
  return inBackground(untilNext(), async (signal) => {
    try {
      await compare(new Date(), signal);
    } catch (error) {
      if (!signal.aborted) log.error({ error: loggableError(error, mode) }, 'indicators');
    }
    return untilNext();
  });
}
