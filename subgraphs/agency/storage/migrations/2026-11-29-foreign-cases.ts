import type { mongo } from 'mongoose';
import { type Agency, agencies } from '../../../../terms/agencies.ts';
import { messageIdOf } from '../../records/messages/message.ts';
import type { Migration } from './migration.ts';

/** Notes, for supervisors, each dossier that names a case of another agency, as earlier versions let it. The dossier stays as it is. */
export const notedForeignCases: Migration = {
  name: '2026-11-29-foreign-cases',
  async up(db: mongo.Db) {
    const now = new Date();
    const notices = db.collection<{ _id: string }>('notices');
    const dossiers = db.collection<{ _id: string; agency: Agency; cases: string[] }>('dossiers');
    for await (const { _id: dossier, agency, cases } of dossiers.find(
      {},
      { projection: { agency: 1, cases: 1 } },
    )) {
      const own = `${agencies[agency].idPrefix}-`;
      if (cases.every((number) => number.startsWith(own))) continue;
      const _id = `${agency} FOREIGN_CASES ${dossier}`;
      const place = messageIdOf(_id, now);
      const notice = {
        agency,
        kind: 'FOREIGN_CASES',
        at: now,
        receivedAt: now,
        place,
        data: { dossier },
      };
      await notices.updateOne({ _id }, { $setOnInsert: notice }, { upsert: true });
    }
  },
};
