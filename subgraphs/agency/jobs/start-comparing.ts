import { type Logger, loggableError } from '../../../server/log.ts';
import type { Mode } from '../../../server/settings.ts';
import { type Background, inBackground } from '../../../server/time/in-background.ts';
import { timeoutSignal } from '../../../server/time/timeout-signal.ts';
import { type Agency, othersThan } from '../../../terms/agencies.ts';
import { changeEpoch } from '../actions/indicators/change-epoch.ts';
import type { Comparing } from '../actions/indicators/comparing.ts';
import { endedAlerts } from '../actions/indicators/ended-alerts.ts';
import { followSightings } from '../actions/indicators/follow-sightings.ts';
import { lookAgain } from '../actions/indicators/look-again.ts';
import { sendRound } from '../actions/indicators/send-round.ts';
import { withAlertColumns } from '../records/alerts/alert-record.ts';
import { longestUnanswered } from '../records/indicators/comparing-pace.ts';

/** The number of the round that is due at a time, which only the clock and the rhythm decide. */
export const roundAt = (at: Date, rhythm: number): number => Math.floor(at.getTime() / rhythm);

/** Writes the states that time has made of alerts; of a lapsed one the other agency may have to be told. */
async function settleAlerts(
  { alerts, sightings }: Pick<Comparing, 'alerts' | 'sightings'>,
  now: Date,
): Promise<void> {
  for await (const id of alerts.due(now)) {
    const record = await alerts.read(id);
    if (!record) continue;
    const { pending: _, ...rest } = record;
    const settled = withAlertColumns({ ...rest, version: record.version + 1 }, now);
    if (record.state === settled.state && record.due?.getTime() === settled.due?.getTime()) continue;
    await lookAgain({ alerts, sightings }, record);
    await alerts.replace(settled, settled.state === 'LAPSED' ? await endedAlerts(alerts, settled, now) : []);
  }
}

/**
 * Sends the round that is due to each other agency, takes in what dossiers hold since, and settles alerts. The round goes first and waits for
 * nothing: a late one would tell that much was recorded.
 * @param until ends taking in, for this time
 */
export async function compareNow(
  parts: Comparing,
  { now, ending, until }: { now: Date; ending?: AbortSignal; until?: AbortSignal },
): Promise<void> {
  for (const other of othersThan(parts.own) as Agency[])
    if (!ending?.aborted) await sendRound(parts, other, roundAt(now, parts.pace.rhythm), now);
  for (const round of await parts.indicators.unanswered(new Date(now.getTime() - longestUnanswered)))
    await parts.indicators.giveUp(round, 'UNANSWERED');
  const signals = [ending, until].filter((signal) => signal !== undefined);
  const either = AbortSignal.any(signals);
  for (const other of othersThan(parts.own) as Agency[])
    if (!ending?.aborted)
      await changeEpoch(parts, other, roundAt(now, parts.pace.rhythm), { now, ending: either });
  await followSightings(parts, now, either);
  await settleAlerts(parts, now);
}

/**
 * Compares identifiers at a fixed rhythm, whether or not there is anything to compare: a round that says nothing goes as one that does. Every instance of a
 * subgraph may do so. It keeps no process alive.
 * @param rhythm milliseconds from one round to the next
 */
export function startComparing(
  compare: (now: Date, ending: AbortSignal, until: AbortSignal) => Promise<void>,
  rhythm: number,
  { log, mode }: { log: Pick<Logger, 'error'>; mode: Mode },
): Background {
  const untilNext = () => rhythm - (Date.now() % rhythm);
  return inBackground(untilNext(), async (signal) => {
    try {
      await compare(new Date(), signal, timeoutSignal(rhythm / 2));
    } catch (error) {
      if (!signal.aborted) log.error({ error: loggableError(error, mode) }, 'indicators');
    }
    return untilNext();
  });
}
