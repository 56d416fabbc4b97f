import type { Model } from 'mongoose';
import type { DossierRecord } from './record.ts';

/** A stored field that a projection can ask for; `_id` is always read. */
export type DossierField = Exclude<keyof DossierRecord, '_id'>;

/** A dossier of which only some fields were read. */
export type DossierPart = Pick<DossierRecord, '_id'> & Partial<DossierRecord>;

/** Where a dossier names what it may share with others. */
export type SharingPath = 'instruments.node' | 'infrastructure.node' | 'memberships.group';

/** A page of those that share one thing. */
export interface SharingPage {
  shared: string;
  after: string | undefined;
  limit: number;
}

/** What is read of the agency's dossiers. Every read names the fields it wants, so that no other leaves the database. */
export interface DossierStore {
  /** Those of the dossiers that exist, in any order. */
  byIds(ids: readonly string[], fields: readonly DossierField[]): Promise<DossierPart[]>;
  /** At most `limit` dossiers in the order of their ids, from the one after `after`. */
  page(after: string | undefined, limit: number, fields: readonly DossierField[]): Promise<DossierPart[]>;
  /** The ids of a page of dossiers for each shared thing, all in one read. */
  sharing<Page extends SharingPage>(path: SharingPath, pages: readonly Page[]): Promise<Map<Page, string[]>>;
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
  async sharing(path, pages) {
    const found = new Map(pages.map((page) => [page, [] as string[]]));
    const [list, part] = path.split('.') as [DossierField, string];
    const starts = pages.map(({ after }) => after);
    const from = starts.every((after) => after !== undefined) ? { _id: { $gt: [...starts].sort()[0] } } : {};
    const filter: Record<string, unknown> = { [path]: { $in: pages.map(({ shared }) => shared) }, ...from };
    const cursor = dossiers
      .find(filter, { _id: 1, [path]: 1 })
      .sort({ _id: 1 })
      .lean<DossierPart>()
      .cursor();
    // Read no further than every page needs: a thing that thousands share costs no more than its page.
    for await (const dossier of cursor) {
      const held = new Set(
        (dossier[list] as unknown as Record<string, string>[]).map((value) => value[part]),
      );
      for (const [page, ids] of found) {
        const isNext = page.after === undefined || dossier._id > page.after;
        if (isNext && ids.length < page.limit && held.has(page.shared)) ids.push(dossier._id);
      }
      if ([...found].every(([page, ids]) => ids.length >= page.limit)) break;
    }
    await cursor.close();
    return found;
  },
});
