import type { mongo } from 'mongoose';
import type { Agency } from '../../../../terms/agencies.ts';
import type { Migration } from './migration.ts';

interface OldDecision {
  decision: string;
  decidedAt?: Date;
}

/** A link of 0.1.0: a document of its own. */
interface OldLink {
  _id: string;
  ownDossier: string;
  foreignAgency: Agency;
  foreignDossier: string;
  own: OldDecision;
  told: OldDecision;
}

/**
 * Moves links into the dossiers that they belong to, so that one read tells a dossier and whom it may be shown. A link
 * whose dossier has gone goes with it.
 */
export const linksInDossiers: Migration = {
  name: '2026-11-24-links-in-dossiers',
  async up(db: mongo.Db) {
    const dossiers = db.collection<{ _id: string }>('dossiers');
    const links = db.collection<OldLink>('links');
    for await (const { ownDossier, foreignAgency, foreignDossier, own, told } of links.find()) {
      const isConfirmed = own.decision === 'SAME' && told.decision === 'SAME';
      const link = { agency: foreignAgency, dossier: foreignDossier, own, told };
      const add = { links: link, ...(isConfirmed && { samePersonAs: foreignDossier }) };
      const filter = { _id: ownDossier, 'links.dossier': { $ne: foreignDossier } };
      await dossiers.updateOne(filter, { $push: add } as mongo.UpdateFilter<{ _id: string }>);
    }
    await dossiers.updateMany({ links: { $exists: false } }, { $set: { links: [] } });
    await dossiers.updateMany({ releases: { $exists: false } }, { $set: { releases: [] } });
    const collections = await db.listCollections({}, { nameOnly: true }).toArray();
    if (collections.some(({ name }) => name === 'links')) await links.drop();
  },
};
