import type { Model } from 'mongoose';
import type { Restatement } from '../channel/restatement.ts';
import type { DossierRecord } from '../dossiers/record.ts';
import { linkMessage } from './messages.ts';
import type { Link } from './record.ts';

/** More decisions on one pair than anybody has told since the oldest backup. */
const beyondAnyTold = 1_000;

/**
 * What this agency has decided of each pair that another one was told of. The other one takes no decision whose version it
 * has passed, and a database that was restored has an earlier one: so the versions are raised, each in the write of its
 * own, before it is told.
 */
export const linkRestatement = (dossiers: Model<DossierRecord>): Restatement => ({
  async *messagesTo(agency, at) {
    const told = { links: { $elemMatch: { agency, 'own.version': { $gte: 1 } } } };
    const found = dossiers
      .find(told, { links: 1 })
      .sort({ _id: 1 })
      .lean<Pick<DossierRecord, '_id' | 'links'>>();
    for await (const { _id, links } of found.cursor()) {
      for (const link of links) {
        const { version } = link.own;
        if (link.agency !== agency || version === undefined) continue;
        const raised: Link = { ...link, own: { ...link.own, version: version + beyondAnyTold } };
        const named =
          link.dossier === undefined ? { 'one.reference': link.reference } : { 'one.dossier': link.dossier };
        const { modifiedCount } = await dossiers.updateOne(
          { _id },
          { $set: { 'links.$[one].own.version': raised.own.version } },
          { arrayFilters: [{ 'one.agency': agency, ...named, 'one.own.version': version }] },
        );
        // An officer has decided meanwhile, and that was told by itself.
        if (modifiedCount > 0) yield linkMessage(_id, raised, at);
      }
    }
  },
});
