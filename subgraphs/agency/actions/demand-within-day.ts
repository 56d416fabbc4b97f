import { callerError } from '../../../server/errors.ts';
import { dayOf, daysAfter } from '../../../terms/days.ts';
import { type CountedAs, type Counts, counted, countsOf, type OfDay } from '../records/dossier/counts.ts';
import type { Author } from '../records/dossier/step.ts';
import type { OfficerDayStore } from '../storage/officer-days/officer-day-store.ts';

/** Whose day it is that a step counts for. */
type Whose = 'An officer' | 'A case';

/** The refusal of an officer who has done as much of it in a day as one may. */
export const dayIsSpent = (
  { at }: Pick<Author, 'at'>,
  what: CountedAs,
  { most }: Pick<OfDay, 'most'>,
  whose: Whose = 'An officer',
) =>
  callerError('QUOTA_SPENT', `${whose} ${counted[what](most)}`, {
    renewsAt: daysAfter(new Date(dayOf(at)), 1).toISOString(),
  });

/**
 * Demands that an officer may still do in the day what a step counts.
 * @throws QUOTA_SPENT
 */
export async function demandWithinDay(
  writes: Pick<OfficerDayStore, 'counted'>,
  author: Pick<Author, 'by' | 'at'>,
  counts: Counts | undefined,
  whose?: Whose,
): Promise<void> {
  for (const [what, values] of countsOf(counts))
    if ((await writes.counted(author, what)) + values.number > values.most)
      throw dayIsSpent(author, what, values, whose);
}
