import type { Model, mongo } from 'mongoose';
import { decidedClasses } from '../../../../terms/enums.ts';
import { comparedFields } from '../../matching/compared-fields.ts';
import type { DossierRecord } from '../../records/dossier/dossier-record.ts';
import type { StoredMatch } from '../../records/dossier/stored-match.ts';
import type { DossierValues } from '../../records/values/value-kinds.ts';
import { renewTokenIndex } from '../database/renew-token-index.ts';

/** The values from which tokens are made, and the version that they belong to. */
export type Rekeyed = Pick<DossierRecord, '_id' | 'version' | 'match'> & Partial<DossierValues>;

export interface NewMatch {
  dossier: Pick<Rekeyed, '_id' | 'version'>;
  match: StoredMatch;
}

/** Reads and writes for the re-key run. */
export interface RekeyingStore {
  /** The dossiers that are under another key, or under none, a batch at a time. */
  underOtherKeys(current: string, batchSize: number): AsyncIterable<Rekeyed[]>;
  /**
   * Writes the tokens of those that are still at the version they were read at, and nothing else of them.
   * @returns the number of dossiers
   */
  rekey(batch: readonly NewMatch[]): Promise<number>;
  /** Counts the records under another key, or under none. */
  left(current: string): Promise<number>;
  /** Makes the index anew in which every token has changed. */
  renewIndex(): Promise<void>;
}

/** Both ends of the index. `$ne` would go through all of it: dossiers without a key stand at its beginning, other keys at its ends. */
const underOther = (current: string) => ({
  $or: [{ 'match.key': { $lt: current } }, { 'match.key': { $gt: current } }, { 'match.key': null }],
});

/** Only what tokens are made of, as most of a dossier is not. */
const read = Object.fromEntries(
  ['version', 'match.nodes', ...comparedFields(decidedClasses)].map((field) => [field, 1]),
);

/** It goes past mongoose, which would look at every token of a batch one by one. */
export const rekeyingStore = (dossiers: Model<DossierRecord>): RekeyingStore => ({
  async *underOtherKeys(current, batchSize) {
    let batch: Rekeyed[] = [];
    const found = dossiers.collection.find<Rekeyed>(underOther(current), { projection: read, batchSize });
    for await (const dossier of found) {
      batch.push(dossier);
      if (batch.length < batchSize) continue;
      yield batch;
      batch = [];
    }
    if (batch.length > 0) yield batch;
  },
  async rekey(batch) {
    const writes = batch.map(({ dossier: { _id, version }, match }) => ({
      updateOne: { filter: { _id, version }, update: { $set: { match } } },
    }));
    const { collection } = dossiers as unknown as { collection: mongo.Collection<DossierRecord> };
    return (await collection.bulkWrite(writes, { ordered: false })).modifiedCount;
  },
  left: (current) => dossiers.countDocuments(underOther(current)).exec(),
  renewIndex: () => renewTokenIndex(dossiers),
});

/** Tells how far the re-key run is, for those who search meanwhile. */
export interface RekeyingState {
  /** True while a dossier has tokens under no key and form that a search looks for: it is not found by name. */
  isUnderWay(): Promise<boolean>;
}

/**
 * Filters dossiers under none of the keys: the ranges between them in an index, and those without a key. `$nin` would go through all of it.
 * @param keys in the form in which they are stored
 */
function underNone(keys: readonly string[]) {
  const known = [...keys].sort();
  const [first = ''] = known;
  const between = known.map((key, index) => {
    const next = known[index + 1];
    return { 'match.key': next === undefined ? { $gt: key } : { $gt: key, $lt: next } };
  });
  return { $or: [{ 'match.key': { $lt: first } }, ...between, { 'match.key': null }] };
}

/** @param keys those that searches look under, in the form in which they are stored */
export function rekeyingState(dossiers: Model<DossierRecord>, keys: readonly string[]): RekeyingState {
  const filter = underNone(keys);
  return { isUnderWay: async () => (await dossiers.exists(filter).exec()) !== null };
}
