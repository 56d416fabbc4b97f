import { callerError } from '../../../server/errors.ts';
import { dayOf, daysAfter } from '../../../terms/days.ts';
import type { Author, OfDay } from '../records/dossier/step.ts';
import type { DossierWrites } from '../storage/stores/dossier-writes.ts';

const verbs = { removed: 'removes', recorded: 'records' } as const;

/** The refusal of an officer who has recorded, or removed, as many values in a day as one may. */
export const dayIsSpent = ({ at }: Pick<Author, 'at'>, what: keyof typeof verbs, { most }: OfDay) =>
  callerError(
    'QUOTA_SPENT',
    `An officer ${verbs[what]} at most ${most} values in a day: wait for the next day, or ask another officer.`,
    { renewsAt: daysAfter(new Date(dayOf(at)), 1).toISOString() },
  );

/**
 * Demands that an officer may still record, and remove, so many values in the day.
 * @throws QUOTA_SPENT
 */
export async function demandWithinDay(
  writes: Pick<DossierWrites, 'counted'>,
  author: Author,
  asked: Partial<Record<keyof typeof verbs, OfDay | undefined>>,
): Promise<void> {
  for (const what of ['removed', 'recorded'] as const) {
    const values = asked[what];
    if (values && (await writes.counted(author, what)) + values.number > values.most)
      throw dayIsSpent(author, what, values);
  }
}
