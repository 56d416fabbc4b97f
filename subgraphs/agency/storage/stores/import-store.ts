import type { Model } from 'mongoose';
import type { MatchOf } from '../../matching/match-under.ts';
import type { DossierRecord } from '../../records/dossier/dossier-record.ts';
import { entryId, type StoredEntry } from '../../records/history/history-entry.ts';
import { insertNew, type Recording } from '../database/insert-new.ts';
import { insertLists, type Lists } from '../lists/update-lists.ts';

/** The reads and writes of an import for one kind of record, many at once. */
export interface ImportStore<Kept> {
  /** The fingerprint of the request that recorded each, by `recordedWith`; requests that have recorded nothing are not in it. */
  fingerprints(requests: readonly string[]): Promise<Map<string, string>>;
  /**
   * Inserts those that no request has recorded before, with their history: all of them or none.
   * @returns the `recordedWith` of the others
   */
  insertNew(recordings: readonly Recording<Kept>[]): Promise<Set<string>>;
}

/** The reads and writes of an import of dossiers. */
export const importStore = (
  { dossiers, history, ...lists }: { dossiers: Model<DossierRecord>; history: Model<StoredEntry> } & Lists,
  matchOf: MatchOf,
): ImportStore<DossierRecord> => ({
  async fingerprints(requests) {
    const found = await dossiers
      .find({ recordedWith: { $in: requests } }, { recordedWith: 1 })
      .lean<Pick<DossierRecord, '_id' | 'recordedWith'>[]>()
      .exec();
    // The first line of a history is of the recording; later ones are of amendments.
    const first = await history
      .find({ _id: { $in: found.map(({ _id }) => entryId(_id, 1)) } }, { record: 1, idempotency: 1 })
      .lean<Pick<StoredEntry, 'record' | 'idempotency'>[]>()
      .exec();
    const asked = new Map(first.map(({ record, idempotency }) => [record, idempotency.fingerprint]));
    return new Map(found.map(({ _id, recordedWith }) => [recordedWith, asked.get(_id) ?? '']));
  },
  insertNew: (recordings) =>
    insertNew(
      dossiers,
      history,
      recordings.map(({ record, entry }) => ({ record: { ...record, match: matchOf(record) }, entry })),
      (fresh, session) => insertLists(lists, matchOf.naming, fresh, session),
    ),
});
