import type { Model } from 'mongoose';
import type { Restatement } from '../../channel/upkeep/restatement.ts';
import type { DossierRecord } from '../../records/dossier/dossier-record.ts';
import { asTold, linkMessage } from '../../records/dossier/links/link-messages.ts';

/**
 * What this agency has decided of each pair that another one was told of. It is told under new numbers, so it counts for more
 * than anything that was told before the restore.
 */
export const linkRestatement = (dossiers: Model<DossierRecord>): Restatement => ({
  async *messagesTo(agency, at) {
    const told = { links: { $elemMatch: { agency, 'own.decidedAt': { $exists: true } } } };
    const found = dossiers
      .find(told, { links: 1 })
      .sort({ _id: 1 })
      .lean<Pick<DossierRecord, '_id' | 'links'>>();
    for await (const own of found.cursor())
      for (const link of own.links)
        if (link.agency === agency && link.own.decidedAt && link.ended === undefined)
          // One of before it was kept that the other agency knows the dossier by its id was told all the same.
          yield linkMessage(own, asTold(link), at);
  },
});
