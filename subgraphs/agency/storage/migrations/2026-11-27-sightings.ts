import type { mongo } from 'mongoose';
import { sightingsOf } from '../../matching/two-key/sightings-of.ts';
import type { DossierRecord } from '../../records/dossier/dossier-record.ts';
import type { Migration } from './migration.ts';

const perWrite = 500;

/** Lists the identifiers of the dossiers that are there, to be compared with other agencies'; what is recorded from then on keeps the list. */
export const listedSightings: Migration = {
  name: '2026-11-27-sightings',
  async up(db, { idOf }) {
    const sightings = db.collection<{ _id: string }>('sightings');
    let writes: mongo.AnyBulkWriteOperation<{ _id: string }>[] = [];
    const write = async () => {
      if (writes.length > 0) await sightings.bulkWrite(writes, { ordered: false });
      writes = [];
    };
    for await (const dossier of db.collection<DossierRecord>('dossiers').find()) {
      for (const { _id, ...replacement } of sightingsOf(dossier, idOf))
        writes.push({ replaceOne: { filter: { _id }, replacement, upsert: true } });
      if (writes.length >= perWrite) await write();
    }
    await write();
  },
};
