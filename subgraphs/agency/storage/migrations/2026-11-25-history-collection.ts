import type { mongo } from 'mongoose';
import type { Migration } from './migration.ts';

interface OldEntry {
  version: number;
}

/** A dossier of before: its whole history stands in it. */
interface OldDossier {
  _id: string;
  nextErasure: Date;
  history?: OldEntry[];
  heldUntil?: Date;
}

const duplicateKey = 11000;
const perWrite = 500;

const lineOf = (record: string, entry: OldEntry) => ({
  ...entry,
  _id: `${record} ${String(entry.version).padStart(9, '0')}`,
  record,
});

/** Inserts those that are not there yet: a run that was killed, or another instance, has left the others. */
async function insertMissing(collection: mongo.Collection<{ _id: string }>, lines: { _id: string }[]) {
  for (let from = 0; from < lines.length; from += perWrite) {
    try {
      await collection.insertMany(lines.slice(from, from + perWrite), { ordered: false });
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : undefined;
      if (code !== duplicateKey) throw error;
    }
  }
}

/**
 * Moves the history of each dossier into a collection of its own, so that no number of steps fills the document. When what the
 * history alone holds comes to its end is not worked out here: the dossier is looked at when anything of it does.
 */
export const historyCollection: Migration = {
  name: '2026-11-25-history-collection',
  async up(db: mongo.Db) {
    const dossiers = db.collection<OldDossier>('dossiers');
    const history = db.collection<{ _id: string }>('history');
    let lines: { _id: string }[] = [];
    let writes: mongo.AnyBulkWriteOperation<OldDossier>[] = [];
    // The lines first: a dossier loses its history when all of it is elsewhere.
    const write = async () => {
      await insertMissing(history, lines);
      if (writes.length > 0) await dossiers.bulkWrite(writes, { ordered: false });
      [lines, writes] = [[], []];
    };
    const old = { history: { $exists: true } };
    const found = dossiers.find(old, { projection: { nextErasure: 1, history: 1 } });
    for await (const { _id, nextErasure, history: entries = [] } of found) {
      lines.push(...entries.map((entry) => lineOf(_id, entry)));
      const update = { $set: { heldUntil: nextErasure }, $unset: { history: 1 as const } };
      writes.push({ updateOne: { filter: { _id, ...old }, update } });
      if (lines.length >= perWrite || writes.length >= perWrite) await write();
    }
    await write();
    // What a group was before its last amendment is not known, and nothing is invented.
    const amended = { $unset: { amendedWith: 1 as const, amendedFingerprint: 1 as const } };
    await db.collection('groups').updateMany({ amendedWith: { $exists: true } }, amended);
  },
};
