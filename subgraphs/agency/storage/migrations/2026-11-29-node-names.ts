import type { mongo } from 'mongoose';
import type { NodeNaming } from '../../records/formats/text/node-id.ts';
import { nameAnew } from '../naming/name-anew.ts';
import type { Migration } from './migration.ts';

interface Alert {
  _id: string;
  case: string;
  indicator: string;
  dossiers?: string[];
}

const perWrite = 500;

/** Gives each alert the dossiers that it hangs on. Where none holds its identifier any more it has none, and its name, a hash of what was erased, goes. */
async function hangAlerts(db: mongo.Db, { idOf }: NodeNaming): Promise<void> {
  const alerts = db.collection<Alert>('alerts');
  const sightings = db.collection<{ indicator: string; dossier: string; cases: string[] }>('sightings');
  let writes: mongo.AnyBulkWriteOperation<Alert>[] = [];
  const write = async () => {
    if (writes.length > 0) await alerts.bulkWrite(writes, { ordered: false });
    writes = [];
  };
  for await (const { _id, case: caseNumber, indicator } of alerts.find({ dossiers: { $exists: false } })) {
    const held = await sightings.find({ indicator, change: { $ne: 'GONE' } }).toArray();
    const dossiers = held.filter(({ cases }) => cases.includes(caseNumber)).map(({ dossier }) => dossier);
    const name = held.length > 0 ? indicator : idOf('FORMER', _id);
    writes.push({ updateOne: { filter: { _id }, update: { $set: { dossiers, indicator: name } } } });
    if (writes.length >= perWrite) await write();
  }
  await write();
}

/**
 * Brings the names of what dossiers share, which were unsalted hashes, under the agency's own key, and whatever is stored by such a name;
 * takes numbers in clear out of the days' counts.
 */
export const nodeNames: Migration = {
  name: '2026-11-29-node-names',
  async up(db, naming) {
    await db.collection('dossiers').createIndex({ 'match.nodes': 1, _id: 1 }, { name: 'match_nodes' });
    await nameAnew(db, naming);
    // What waits to be taken back is held by nobody, so that nothing says its name any more.
    await db.collection('indicators').updateMany({ state: 'GONE' }, { $unset: { indicator: 1, value: 1 } });
    await hangAlerts(db, naming);
    await db
      .collection('indicatorDays')
      .updateMany({ numbers: { $exists: true } }, { $unset: { numbers: 1 } });
  },
};
