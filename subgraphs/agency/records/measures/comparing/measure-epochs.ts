import { daysAfter } from '../../../../../terms/days.ts';
import type { EpochRecord } from '../../indicators/epoch-record.ts';
import { bothEpochsDays, tokenDays } from '../measure-pace.ts';

type Begun = Pick<EpochRecord, 'epoch' | 'begunAt' | 'readyThereAt'>;

/**
 * The time from which on both agencies have every new measure evaluated in an epoch too. Nothing is raised: what was compared before that is told in the
 * epoch before alone.
 */
export const sharedSince = (record: Begun | undefined): Date | undefined => {
  if (!record?.readyThereAt) return undefined;
  return new Date(Math.max(record.readyThereAt.getTime(), record.begunAt.getTime()));
};

/** The epochs in which a new measure is compared, of those whose keys both agencies have: two until all windows are over that were told in the old one alone. */
export function comparedEpochs(
  keys: { current: string; next?: string | undefined },
  records: readonly Begun[],
  now: Date,
): string[] {
  const record = records.find(({ epoch }) => epoch === keys.next);
  if (!keys.next || !record) return [keys.current];
  const since = sharedSince(record);
  return since && daysAfter(since, bothEpochsDays) <= now ? [keys.next] : [keys.current, keys.next];
}

/** The epoch whose tokens must all be told before a measure counts as checked: the old one, as long as something may be told in that alone. */
export const decisiveEpoch = (epochs: readonly string[]): string => epochs[0] ?? '';

/** The epoch of the elements of a round: of two, each in its turn. */
export const epochOfRound = (epochs: readonly string[], number: number): string =>
  epochs[number % epochs.length] ?? '';

/** Tells that nothing of the epoch before counts any more, so that its key may go. */
export const mayDropFormer = (record: Begun, now: Date): boolean => {
  const since = sharedSince(record);
  return since !== undefined && daysAfter(since, tokenDays) <= now;
};
