import type { Agency } from '../../../../terms/agencies.ts';
import { type Measuring, nextEpochWith } from './measuring.ts';

/**
 * Brings the epochs of measures that are on record with another agency to the keys that this one has. Nothing is raised: once both have the next keys new
 * measures are evaluated under both, and what is told under keys that are no more is taken back.
 */
export async function settleMeasureEpochs(
  { keys, measures }: Pick<Measuring, 'keys' | 'measures'>,
  other: Agency,
  now: Date,
): Promise<void> {
  const { current, next } = keys.own;
  const epochs = await measures.epochs(other);
  const present = epochs.find(({ epoch }) => epoch === current.epoch);
  // The first of all has nothing before it.
  if (epochs.length === 0)
    await measures.begin(other, current, now, ['readyAt', 'readyThereAt', 'cleanedAt']);
  const begun = nextEpochWith(keys, other);
  if (next && begun && !epochs.some(({ epoch }) => epoch === begun)) await measures.begin(other, next, now);
  if (!next && present && !present.cleanedAt) {
    await measures.tokens.leaveEpochs(other, [current.epoch]);
    await measures.reach(other, current.epoch, ['droppedAt', 'cleanedAt'], now);
  }
}

/** Notes that another agency has new measures evaluated in an epoch too. */
export async function noteEpochThere(
  { keys, measures }: Pick<Measuring, 'keys' | 'measures'>,
  other: Agency,
  epoch: string,
  at: Date,
): Promise<void> {
  if (keys.own.next?.epoch === epoch) await measures.reach(other, epoch, ['readyThereAt'], at);
}
