import type { Model } from 'mongoose';
import { insertNew } from '../../insert-new.ts';
import type { MatchOf } from '../../matching/match-under.ts';
import type { DossierRecord } from '../record.ts';
import type { ImportStore } from './import-once.ts';

/** The reads and writes of an import of dossiers. */
export const importStore = (
  dossiers: Model<DossierRecord>,
  matchOf: MatchOf,
): ImportStore<DossierRecord> => ({
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
  insertNew: (records) =>
    insertNew(
      dossiers,
      records.map((record) => ({ ...record, match: matchOf(record) })),
    ),
});
