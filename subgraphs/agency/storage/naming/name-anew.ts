import type { mongo } from 'mongoose';
import { sightingsOf } from '../../matching/two-key/sightings-of.ts';
import type { DossierRecord } from '../../records/dossier/dossier-record.ts';
import type { NodeNaming } from '../../records/formats/text/node-id.ts';
import type { SightingRecord } from '../../records/indicators/sighting.ts';
import { nodesNamed } from '../../records/values/nodes-named.ts';
import { renameIndicators } from './rename-indicators.ts';

/** The dossiers that are renamed together. */
const together = 200;

/** Sightings of these dossiers, which are neighbours by their ids. */
async function sightingsBetween(db: mongo.Db, dossiers: readonly DossierRecord[]): Promise<SightingRecord[]> {
  const [first, last] = [dossiers[0]?._id, dossiers.at(-1)?._id];
  // `!` is the character after the space.
  const found = await db
    .collection<SightingRecord>('sightings')
    .find({ _id: { $gt: `${first} `, $lt: `${last}!` } })
    .toArray();
  const ids = new Set(dossiers.map(({ _id }) => _id));
  return found.filter(({ dossier }) => ids.has(dossier));
}

/** Gives the dossiers' sightings the names that their identifiers have now; one that its dossier has no more is gone. */
async function renameSightings(
  db: mongo.Db,
  { idOf }: NodeNaming,
  dossiers: readonly DossierRecord[],
): Promise<void> {
  const now = new Set(dossiers.flatMap((dossier) => sightingsOf(dossier, idOf).map(({ _id }) => _id)));
  const found = await sightingsBetween(db, dossiers);
  const there = new Set(found.map(({ _id }) => _id));
  const renamed = new Map<string, string>();
  const writes: mongo.AnyBulkWriteOperation<SightingRecord>[] = [];
  for (const { _id, ...sighting } of found) {
    // One that is gone says no more of what it was; it goes once its token knows.
    if (sighting.change === 'GONE' || now.has(_id)) continue;
    const indicator = idOf(sighting.kind, sighting.value);
    const name = `${sighting.dossier} ${indicator}`;
    if (sighting.indicator !== indicator) renamed.set(sighting.indicator, indicator);
    if (!now.has(name)) {
      const gone = { $set: { change: 'GONE' as const, value: '', cases: [] }, $unset: { by: 1 as const } };
      writes.push({ updateOne: { filter: { _id }, update: gone } });
      continue;
    }
    if (!there.has(name))
      writes.push({
        replaceOne: { filter: { _id: name }, replacement: { ...sighting, indicator }, upsert: true },
      });
    writes.push({ deleteOne: { filter: { _id } } });
  }
  // Before its sightings, which alone know the former names: a run that is killed is done again.
  await renameIndicators(db, renamed);
  if (writes.length > 0) await db.collection<SightingRecord>('sightings').bulkWrite(writes);
}

/** Renames what these dossiers share, and everything that names it; a dossier that is written meanwhile is left. */
async function renameAll(
  db: mongo.Db,
  naming: NodeNaming,
  dossiers: readonly DossierRecord[],
): Promise<number> {
  await renameSightings(db, naming, dossiers);
  const writes = dossiers.map((dossier) => {
    const { _id, version, noted, match } = dossier;
    const update = {
      $set: { ...nodesNamed(dossier, naming.idOf), ...(match && { 'match.nodes': naming.key }) },
    };
    const isEmpty = Object.keys(update.$set).length === 0;
    return isEmpty ? [] : [{ updateOne: { filter: { _id, version, noted: noted ?? null }, update } }];
  });
  const flat = writes.flat() as mongo.AnyBulkWriteOperation<DossierRecord>[];
  if (flat.length === 0) return 0;
  return (await db.collection<DossierRecord>('dossiers').bulkWrite(flat, { ordered: false })).modifiedCount;
}

/** A key under which some dossier still is: null for none. */
async function otherKey(db: mongo.Db, { key }: NodeNaming, passed: ReadonlySet<string | null>) {
  const dossiers = db.collection('dossiers');
  for (const filter of [{ $lt: key }, { $gt: key }, null] as const) {
    const found = await dossiers.findOne({ 'match.nodes': filter }, { projection: { 'match.nodes': 1 } });
    const under: string | null | undefined = found && (found.match?.nodes ?? null);
    if (found && under !== undefined && !passed.has(under)) return { under };
  }
  return undefined;
}

/**
 * Brings the names of all that an agency's dossiers share, and all that is stored under such a name, under its present key. What is done
 * the dossiers themselves say, so that the next run goes on where one was killed.
 * @returns the number of dossiers
 */
export async function nameAnew(db: mongo.Db, naming: NodeNaming, signal?: AbortSignal): Promise<number> {
  const dossiers = db.collection<DossierRecord>('dossiers');
  const passed = new Set<string | null>();
  let named = 0;
  for (;;) {
    const other = await otherKey(db, naming, passed);
    if (!other) return named;
    passed.add(other.under);
    for (let last = ''; ; ) {
      if (signal?.aborted) return named;
      const batch = await dossiers
        .find({ 'match.nodes': other.under, _id: { $gt: last } } as mongo.Filter<DossierRecord>)
        .sort({ _id: 1 })
        .limit(together)
        .toArray();
      const end = batch.at(-1);
      if (!end) break;
      named += await renameAll(db, naming, batch);
      last = end._id;
    }
  }
}

/** The number of dossiers that share something under a name of another key, or are not known to be under this one. */
export const leftToName = (db: mongo.Db, { key }: NodeNaming): Promise<number> =>
  db.collection('dossiers').countDocuments({
    $or: [{ 'match.nodes': { $lt: key } }, { 'match.nodes': { $gt: key } }, { 'match.nodes': null }],
  });
