import { yearsAfter } from '../../../../terms/days.ts';
import type { AlertRecord } from '../../records/alerts/alert-record.ts';
import { firstMessageId } from '../../records/messages/message.ts';
import type { AgencyModels } from '../database/agency-models.ts';
import { sightingStore } from '../indicators/sighting-store.ts';

/** Its messages have their numbers. */
export const isTold = { 'pending.id': { $exists: false } };

/**
 * Erases alerts of which no dossier is left that they hang on, or whose term is over.
 * @returns the number of these
 */
export async function eraseAlerts(
  { alerts, dossiers, sightings }: Pick<AgencyModels, 'alerts' | 'dossiers' | 'sightings'>,
  messagesYears: number,
  now: Date,
): Promise<number> {
  // One that was raised as its dossier went hangs on what is no more, and was withdrawn at once.
  const closed = alerts
    .find({ state: 'CLOSED' }, { dossiers: 1 })
    .lean<Pick<AlertRecord, '_id' | 'dossiers'>>();
  for await (const { _id, dossiers: held = [] } of closed.cursor()) {
    const left = await dossiers.find({ _id: { $in: held } }, { _id: 1 }).lean<{ _id: string }[]>();
    const gone = held.filter((each) => !left.some((dossier) => dossier._id === each));
    if (gone.length > 0) await alerts.updateOne({ _id }, { $pull: { dossiers: { $in: gone } } });
  }
  const unhung = alerts
    .find({ dossiers: [] }, { indicator: 1, case: 1 })
    .lean<Pick<AlertRecord, '_id' | 'indicator' | 'case'>>();
  for await (const { _id, indicator, case: caseNumber } of unhung.cursor()) {
    const left = await sightingStore(sightings).dossiersOf(indicator, caseNumber);
    if (left.length > 0) await alerts.updateOne({ _id, dossiers: [] }, { $set: { dossiers: left } });
  }
  const place = { $lt: firstMessageId(yearsAfter(now, -messagesYears)) };
  const unheld = await alerts.deleteMany({ dossiers: [], ...isTold });
  const old = await alerts.deleteMany({ state: 'CLOSED', place, ...isTold });
  return unheld.deletedCount + old.deletedCount;
}
