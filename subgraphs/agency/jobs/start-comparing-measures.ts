import { type Logger, loggableError } from '../../../server/log.ts';
import type { Mode } from '../../../server/settings.ts';
import { type Background, inBackground } from '../../../server/time/in-background.ts';
import { daysAfter } from '../../../terms/days.ts';
import { followMeasures } from '../actions/measures/follow-measures.ts';
import { lookAfterChecks } from '../actions/measures/look-after-checks.ts';
import { comparedWith, type Measuring } from '../actions/measures/measuring.ts';
import { renewScopes } from '../actions/measures/renew-scopes.ts';
import { sendMeasureRound } from '../actions/measures/send-measure-round.ts';
import { settleMeasureEpochs } from '../actions/measures/settle-measure-epochs.ts';
import { longestUnanswered } from '../records/indicators/comparing-pace.ts';
import { tokenDays } from '../records/measures/measure-pace.ts';
import { roundAt } from './start-comparing.ts';

/** Milliseconds within which what an officer authorises or ends is taken in, whenever the next round goes. */
const followedWithin = 60_000;

/**
 * Sends the round about measures that is due to each other agency, takes in what has become of measures since, and brings their comparisons up to date. The
 * round goes first and waits for nothing: a late one would tell that much was planned.
 */
export async function compareMeasuresNow(
  parts: Measuring,
  { now, ending }: { now: Date; ending?: AbortSignal },
): Promise<void> {
  const { measures, pace } = parts;
  let hasSent = false;
  for (const other of comparedWith(parts))
    if (!ending?.aborted)
      hasSent = (await sendMeasureRound(parts, other, roundAt(now, pace.rhythm), now)) || hasSent;
  await followMeasures(parts, now, ending);
  if (hasSent) {
    for (const round of await measures.unanswered(new Date(now.getTime() - longestUnanswered)))
      await measures.giveUp(round, 'UNANSWERED');
    for (const other of comparedWith(parts)) {
      await settleMeasureEpochs(parts, other, now);
      await renewScopes(parts, other, now);
    }
    const before = daysAfter(now, -tokenDays);
    await measures.forgetOld(before);
    await measures.tokens.eraseOld(before);
  }
  await lookAfterChecks(parts, now);
}

/**
 * Compares measures at a fixed rhythm, whether or not there are any, and takes in what officers do within a minute. Every instance of a subgraph may do so. It
 * keeps no process alive.
 */
export function startComparingMeasures(
  compare: (now: Date, ending: AbortSignal) => Promise<void>,
  rhythm: number,
  { log, mode }: { log: Pick<Logger, 'error'>; mode: Mode },
): Background {
  const every = Math.min(rhythm, followedWithin);
  const untilNext = () => every - (Date.now() % every);
  return inBackground(untilNext(), async (signal) => {
    try {
      await compare(new Date(), signal);
    } catch (error) {
      if (!signal.aborted) log.error({ error: loggableError(error, mode) }, 'measures');
    }
    return untilNext();
  });
}
