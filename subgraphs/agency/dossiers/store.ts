import type { Model } from 'mongoose';
import type { DossierRecord } from './record.ts';

/** A stored field that a projection can ask for; `_id` is always read. */
export type DossierField = Exclude<keyof DossierRecord, '_id'>;

/** A dossier of which only some fields were read. */
export type DossierPart = Pick<DossierRecord, '_id'> & Partial<DossierRecord>;

/** What is read of the agency's dossiers. Every read names the fields it wants, so that no other leaves the database. */
export interface DossierStore {
  /** Those of the dossiers that exist, in any order. */
  byIds(ids: readonly string[], fields: readonly DossierField[]): Promise<DossierPart[]>;
  /** At most `limit` dossiers in the order of their ids, from the one after `after`. */
  page(after: string | undefined, limit: number, fields: readonly DossierField[]): Promise<DossierPart[]>;
}

const projection = (fields: readonly DossierField[]) => ({
  _id: 1,
  ...Object.fromEntries(fields.map((field) => [field, 1])),
});

export const dossierStore = (dossiers: Model<DossierRecord>): DossierStore => ({
  byIds: (ids, fields) =>
    dossiers
      .find({ _id: { $in: ids } }, projection(fields))
      .lean<DossierPart[]>()
      .exec(),
  page: (after, limit, fields) =>
    dossiers
      .find(after === undefined ? {} : { _id: { $gt: after } }, projection(fields))
      .sort({ _id: 1 })
      .limit(limit)
      .lean<DossierPart[]>()
      .exec(),
});
