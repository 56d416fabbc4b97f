import type { mongo } from 'mongoose';
import type { Migration } from './migration.ts';

interface Dossier {
  _id: string;
  cases?: string[];
  measures?: { id: string; state: string; date: string }[];
}

const perWrite = 500;

/** Measures of before have a date alone, which may be a month or a year: these come last. */
function rowsOf({ _id: dossier, cases = [], measures = [] }: Dossier) {
  return measures.map(({ id: of, state, date }) => {
    const isDay = date.length === 10;
    const _id = `${dossier} ${of}`;
    return {
      ...{ _id, dossier, of, cases, state },
      ...(isDay && { until: date }),
      order: `${isDay ? date : '9999-99-99'} ${_id}`,
    };
  });
}

/** Lists the measures of the dossiers that are there; what is done to them from then on keeps the list. */
export const listedMeasures: Migration = {
  name: '2026-12-01-measures',
  async up(db: mongo.Db) {
    const measures = db.collection<{ _id: string }>('measures');
    let writes: mongo.AnyBulkWriteOperation<{ _id: string }>[] = [];
    const write = async () => {
      if (writes.length > 0) await measures.bulkWrite(writes, { ordered: false });
      writes = [];
    };
    const projection = { cases: 1, measures: 1 };
    for await (const dossier of db.collection<Dossier>('dossiers').find({}, { projection })) {
      for (const { _id, ...replacement } of rowsOf(dossier))
        writes.push({ replaceOne: { filter: { _id }, replacement, upsert: true } });
      if (writes.length >= perWrite) await write();
    }
    await write();
  },
};
