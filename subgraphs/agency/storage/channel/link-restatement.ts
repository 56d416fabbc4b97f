import type { Model } from 'mongoose';
import type { Restatement } from '../../channel/upkeep/restatement.ts';
import type { DossierRecord } from '../../records/dossier/dossier-record.ts';
import { asTold, linkMessage } from '../../records/dossier/links/link-messages.ts';

/**
 * States anew this agency's decision on each pair that another one knows of. The messages have new numbers, so they count for
 * more than any from before the restore.
 */
export const linkRestatement = (dossiers: Model<DossierRecord>): Restatement => ({
  async *messagesTo(agency, at) {
    const decided = { links: { $elemMatch: { agency, 'own.decidedAt': { $exists: true } } } };
    const found = dossiers
      .find(decided, { links: 1 })
      .sort({ _id: 1 })
      .lean<Pick<DossierRecord, '_id' | 'links'>>();
    for await (const own of found.cursor())
      for (const link of own.links)
        if (link.agency === agency && link.own.decidedAt && link.ended === undefined)
          // Also a link from before `isKnownById` was kept: see `asTold`.
          yield linkMessage(own, asTold(link), at);
  },
});
