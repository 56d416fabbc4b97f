import { callerError } from '../../../server/errors.ts';
import { dayOf, daysAfter } from '../../../terms/days.ts';
import { type CountedAs, type Counts, countsOf, type OfDay } from '../records/dossier/counts.ts';
import type { Author } from '../records/dossier/step.ts';
import type { OfficerDayStore } from '../storage/officer-days/officer-day-store.ts';

/** The refusals' words, by what is counted. */
const said: Record<CountedAs, (most: number) => string> = {
  removed: (most) =>
    `removes at most ${most} values in a day: wait for the next day, or ask another officer.`,
  recorded: (most) =>
    `records at most ${most} values in a day: wait for the next day, or ask another officer.`,
  contested: (most) =>
    `contests at most ${most} values of other cases in a day: wait for the next day, or ask an officer of the case.`,
  takenBack: (most) =>
    `takes back at most ${most} links, releases, removals and proposals of other cases in a day: wait for the next day, or ask an officer of the case.`,
  proposed: (most) =>
    `proposes at most ${most} links and releases in a day: wait for the next day, or ask another officer.`,
  proposedOutside: (most) =>
    `proposes at most ${most} links and releases of other cases in a day: wait for the next day, or ask an officer of the case.`,
  cleared: (most) =>
    `clears at most ${most} persons in a day: wait for the next day, or ask another officer.`,
  amended: (most) => `amends at most ${most} groups in a day: wait for the next day, or ask another officer.`,
  recordedGroups: (most) =>
    `records at most ${most} groups in a day: wait for the next day, or ask another officer.`,
  marked: (most) =>
    `changes dossiers at most ${most} times in a day (amendments, handling codes, contests, contests taken back, later terms): wait for the next day, or ask another officer.`,
  narrowed: (most) =>
    `makes at most ${most} dossiers ORIGINATOR_ONLY in a day: wait for the next day, or ask another officer.`,
  addedCases: (most) =>
    `adds at most ${most} cases to dossiers in a day: wait for the next day, or ask another officer.`,
  takenOver: (most) =>
    `takes over at most ${most} requests of others in a day: wait for the next day, or have them name you as their deputy.`,
  stoodIn: (most) =>
    `takes over at most ${most} requests in a day of officers whose deputy they are: wait for the next day, or ask another officer.`,
  assigned: (most) =>
    `assigns at most ${most} requests in a day: wait for the next day, or ask another officer.`,
  questioned: (most) =>
    `asks about the form of at most ${most} requests in a day: wait for the next day, or ask another officer.`,
  takenUp: (most) =>
    `takes up at most ${most} requests that nobody has in a day: wait for the next day, or ask another officer.`,
  turnedDown: (most) =>
    `turns down or replaces at most ${most} texts and answers of others, on requests of other cases, in a day: wait for the next day, or ask an officer of the case.`,
  answeredOutside: (most) =>
    `proposes at most ${most} answers to requests about dossiers of other cases in a day: wait for the next day, or ask an officer of the case.`,
  worded: (most) =>
    `writes at most ${most} replies and reasons of later dates in a day: wait for the next day, or ask another officer.`,
  refused: (most) =>
    `proposes to refuse at most ${most} requests, or to answer NO_DATA to them, in a day: wait for the next day, or ask another officer.`,
  drafted: (most) =>
    `drafts at most ${most} requests in a day: wait for the next day, or ask another officer.`,
  proposedShareable: (most) =>
    `proposes at most ${most} dossiers as SHAREABLE in a day: wait for the next day, or ask another officer.`,
};

/** The refusal of an officer who has done as much of it in a day as one may. */
export const dayIsSpent = ({ at }: Pick<Author, 'at'>, what: CountedAs, { most }: Pick<OfDay, 'most'>) =>
  callerError('QUOTA_SPENT', `An officer ${said[what](most)}`, {
    renewsAt: daysAfter(new Date(dayOf(at)), 1).toISOString(),
  });

/**
 * Demands that an officer may still do in the day what a step counts.
 * @throws QUOTA_SPENT
 */
export async function demandWithinDay(
  writes: Pick<OfficerDayStore, 'counted'>,
  author: Author,
  counts: Counts | undefined,
): Promise<void> {
  for (const [what, values] of countsOf(counts))
    if ((await writes.counted(author, what)) + values.number > values.most)
      throw dayIsSpent(author, what, values);
}
