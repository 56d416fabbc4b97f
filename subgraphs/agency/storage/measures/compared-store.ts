import type { AnyBulkWriteOperation, ClientSession, Model } from 'mongoose';
import type { DossierRecord } from '../../records/dossier/dossier-record.ts';
import type { ComparedRecord } from '../../records/measures/comparing/compared-measure.ts';

/** A row that was followed up: it is known as it was read, waits for a day, or is known to be no more. */
export interface FollowedRow {
  row: ComparedRecord;
  becomes: 'KNOWN' | { turn: Date };
}

/** The measures of an agency's dossiers, until and after their comparisons know of them. */
export interface ComparedStore {
  /** Finds those that have changed, or whose day has come: those that are gone first, then those that are new. */
  changed(limit: number, now: Date): Promise<ComparedRecord[]>;
  /** Notes what has become of some; of one that has changed since nothing. */
  followed(rows: readonly FollowedRow[], session: ClientSession): Promise<void>;
  /** Reads dossiers, each by its id. */
  dossiers(ids: readonly string[]): Promise<ReadonlyMap<string, DossierRecord>>;
}

export const comparedStore = ({
  comparedMeasures,
  dossiers,
}: {
  comparedMeasures: Model<ComparedRecord>;
  dossiers: Model<DossierRecord>;
}): ComparedStore => ({
  async changed(limit, now) {
    const found = await comparedMeasures.aggregate<ComparedRecord>([
      { $match: { change: 'GONE' } },
      { $limit: limit },
      {
        $unionWith: {
          coll: comparedMeasures.collection.name,
          pipeline: [{ $match: { change: 'HELD' } }, { $limit: limit }],
        },
      },
      {
        $unionWith: {
          coll: comparedMeasures.collection.name,
          pipeline: [
            { $match: { change: 'WAITS', turn: { $lte: now } } },
            { $sort: { change: 1, turn: 1 } },
            { $limit: limit },
          ],
        },
      },
    ]);
    return found.slice(0, limit);
  },
  async followed(rows, session) {
    if (rows.length === 0) return;
    await comparedMeasures.bulkWrite(
      rows.map(({ row, becomes }): AnyBulkWriteOperation<ComparedRecord> => {
        const { _id, change, state, authorised, window, cases, plannedBy, basis } = row;
        // As it was read: its dossier may have been written meanwhile, and is followed up again then.
        const filter = {
          _id,
          ...(change && { change }),
          state,
          'window.from': window.from,
          'window.until': window.until,
          ...(authorised && { 'authorised.at': authorised.at }),
          cases,
          plannedBy,
          ...(basis !== undefined && { basis }),
        };
        if (change === 'GONE') return { deleteOne: { filter: { _id, change } } };
        return {
          updateOne: {
            filter,
            update:
              becomes === 'KNOWN'
                ? { $unset: { change: 1 as const, turn: 1 as const } }
                : { $set: { change: 'WAITS' as const, turn: becomes.turn } },
          },
        };
      }),
      { session },
    );
  },
  async dossiers(ids) {
    const found = await dossiers.find({ _id: { $in: [...new Set(ids)] } }).lean<DossierRecord[]>();
    return new Map(found.map((dossier) => [dossier._id, dossier]));
  },
});
