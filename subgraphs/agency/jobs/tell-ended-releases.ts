import type { Model } from 'mongoose';
import type { DossierRecord } from '../records/dossier/dossier-record.ts';
import { releaseNotice } from '../records/notices/notice-messages.ts';

/**
 * Tells other agencies of the releases that have ended. Each is told of once: the write that stores the message removes the mark that
 * it is to be told.
 * @returns the number of releases
 */
export async function tellEndedReleases(
  dossiers: Model<DossierRecord>,
  now: Date,
  signal?: AbortSignal,
): Promise<number> {
  let told = 0;
  const due = dossiers
    .find({ 'releases.endUntold': { $lte: now } }, { releases: 1 })
    .lean<Pick<DossierRecord, '_id' | 'releases'>>();
  for await (const { _id, releases } of due.cursor()) {
    for (const release of releases) {
      if (!release.endUntold || release.endUntold > now) continue;
      if (signal?.aborted) return told;
      const isUntold = { _id, releases: { $elemMatch: { id: release.id, endUntold: { $lte: now } } } };
      const update = {
        $unset: { 'releases.$[ended].endUntold': 1 },
        $push: { pending: releaseNotice('EXPIRED', _id, release, now) },
      };
      const arrayFilters = [{ 'ended.id': release.id }];
      told += (await dossiers.updateOne(isUntold, update, { arrayFilters })).modifiedCount;
    }
  }
  return told;
}
