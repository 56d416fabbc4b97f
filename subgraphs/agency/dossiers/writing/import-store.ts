import mongoose, { type Model } from 'mongoose';
import type { MatchOf } from '../../matching/match-under.ts';
import { isPassing } from '../../outage.ts';
import type { DossierRecord } from '../record.ts';

/** What an import reads and writes of dossiers, many at once. */
export interface ImportStore {
  /** By `recordedWith`, the fingerprint of the request that recorded a dossier, of those that have recorded one. */
  fingerprints(requests: readonly string[]): Promise<Map<string, string>>;
  /**
   * Inserts those that no request has recorded before, each whole or not at all.
   * @returns the `recordedWith` of the others
   */
  insertNew(dossiers: readonly DossierRecord[]): Promise<Set<string>>;
}

const duplicateKey = 11000;

/** Past mongoose, whose casting takes longer than all checks: what comes from the checks has the form of the model. */
const driversOwn = (dossiers: Model<DossierRecord>) =>
  dossiers.collection as unknown as mongoose.mongo.Collection<DossierRecord>;

export const importStore = (dossiers: Model<DossierRecord>, matchOf: MatchOf): ImportStore => ({
  async fingerprints(requests) {
    const found = await dossiers
      .find({ recordedWith: { $in: requests } }, { recordedWith: 1, 'history.idempotency.fingerprint': 1 })
      .lean<Pick<DossierRecord, 'recordedWith' | 'history'>[]>()
      .exec();
    return new Map(
      // The first entry is of the recording; later ones are of amendments.
      found.map(({ recordedWith, history }) => [recordedWith, history[0]?.idempotency.fingerprint ?? '']),
    );
  },
  async insertNew(records) {
    const whole = records.map((record) => ({ ...record, match: matchOf(record) }));
    try {
      await driversOwn(dossiers).insertMany(whole, { ordered: false, ignoreUndefined: true });
      return new Set();
    } catch (error) {
      // Before anything else: of a connection that broke, the error names no dossier that was not written.
      if (isPassing(error) || !(error instanceof mongoose.mongo.MongoBulkWriteError)) throw error;
      const failed = [error.writeErrors].flat();
      const other = failed.find(({ code }) => code !== duplicateKey);
      // Not the server's message, which may repeat what was to be written.
      if (other) throw new Error(`the database did not take a dossier (${other.code})`);
      return new Set(failed.map(({ index }) => records[index]?.recordedWith ?? ''));
    }
  },
});
