import type { Model } from 'mongoose';
import type { Restatement } from '../../channel/upkeep/restatement.ts';
import type { DossierRecord } from '../../records/dossier/dossier-record.ts';
import { stateOf } from '../../records/dossier/release.ts';
import { releaseNotice } from '../../records/notices/notice-messages.ts';

/** States anew the releases that another agency has, and those that were recalled before their time was over. */
export const releaseRestatement = (dossiers: Model<DossierRecord>): Restatement => ({
  async *messagesTo(agency, at) {
    const given = { releases: { $elemMatch: { to: agency, grantedAt: { $ne: null }, until: { $gt: at } } } };
    const found = dossiers
      .find(given, { releases: 1 })
      .sort({ _id: 1 })
      .lean<Pick<DossierRecord, '_id' | 'releases'>>();
    for await (const { _id, releases } of found.cursor()) {
      for (const release of releases) {
        if (release.to !== agency || !release.grantedAt || release.until <= at) continue;
        const state = stateOf(release, at);
        if (state === 'GRANTED' || state === 'RECALLED') yield releaseNotice(state, _id, release, at);
      }
    }
  },
});
