import { randomBytes } from 'node:crypto';
import type { mongo } from 'mongoose';
import { recorderUnder } from '../../records/indicators/recorder.ts';
import type { Migration } from './migration.ts';

const perWrite = 500;
const imported = 'import ';

interface Sighting {
  _id: string;
  dossier: string;
}

/**
 * Notes with each identifier that dossiers hold who recorded the dossier. Commands that migrate have no key of these hashes, so that they are made under one
 * that is thrown away: officers are told apart, and somebody who goes on recording counts as two at most.
 */
export const notedRecorders: Migration = {
  name: '2026-11-29-recorders',
  async up(db: mongo.Db) {
    const recorderOf = recorderUnder(randomBytes(32));
    const sightings = db.collection<Sighting>('sightings');
    const dossiers = db.collection<{ _id: string; recordedWith: string }>('dossiers');
    const write = async (part: readonly Sighting[]) => {
      if (part.length === 0) return;
      const found = await dossiers
        .find({ _id: { $in: part.map(({ dossier }) => dossier) } }, { projection: { recordedWith: 1 } })
        .toArray();
      const requests = new Map(found.map(({ _id, recordedWith }) => [_id, recordedWith]));
      const writes = part.flatMap(({ _id, dossier }) => {
        const request = requests.get(dossier);
        if (request === undefined) return [];
        const recorder = request.startsWith(imported)
          ? 'IMPORT'
          : recorderOf(request.slice(0, request.lastIndexOf(' ')));
        return [{ updateOne: { filter: { _id }, update: { $set: { recorder } } } }];
      });
      if (writes.length > 0) await sightings.bulkWrite(writes, { ordered: false });
    };
    let part: Sighting[] = [];
    for await (const sighting of sightings.find(
      { recorder: { $exists: false }, change: { $ne: 'GONE' } },
      { projection: { dossier: 1 } },
    )) {
      part.push(sighting);
      if (part.length < perWrite) continue;
      await write(part);
      part = [];
    }
    await write(part);
  },
};
