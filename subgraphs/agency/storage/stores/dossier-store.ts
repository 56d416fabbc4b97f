import type { Model } from 'mongoose';
import { allOf } from '../../permissions/all-of.ts';
import type { Filter } from '../../permissions/by-record.ts';
import type { DossierChoice } from '../../records/dossier/dossier-choice.ts';
import type { DossierField, DossierPart, DossierPath } from '../../records/dossier/dossier-part.ts';
import type { DossierRecord } from '../../records/dossier/dossier-record.ts';
import type { Marks, Provenance } from '../../records/values/value.ts';
import { type ChosenPart, chosenDossiers } from './chosen-dossiers.ts';
import { findStored, type Pause, readStored } from './find-stored.ts';

/** Where a dossier names what it may share with others. */
export type SharingPath = 'instruments.node' | 'infrastructure.node' | 'memberships.group';

/** A page of those that share one thing. */
export interface SharingPage {
  shared: string;
  after: string | undefined;
  limit: number;
}

/** Match tokens, and which of the dossiers that have one of them are meant. */
export interface Lookup {
  tokens: readonly number[];
  filter: Filter;
}

/**
 * The reads of an agency's dossiers. Every read names the fields it wants, so that no other leaves the database. Reads of many are
 * interrupted by `pause`, and end where it throws.
 */
export interface DossierStore {
  /** Reads the dossiers that exist, by their own ids or by another agency's of the same person, in any order. */
  byIds(
    ids: { own: readonly string[]; foreign: readonly string[] },
    fields: readonly DossierPath[],
    filter: Filter,
    pause?: Pause,
  ): Promise<DossierPart[]>;
  /** At most `limit` dossiers in the order of their ids, from the one after `after`. */
  page(
    after: string | undefined,
    limit: number,
    fields: readonly DossierField[],
    filter: Filter,
    pause?: Pause,
  ): Promise<DossierPart[]>;
  /** At most `limit` dossiers of a choice, in the order in which they were recorded, each with the time. */
  chosen(
    choice: DossierChoice,
    part: ChosenPart,
    fields: readonly DossierField[],
    filter: Filter,
    pause?: Pause,
  ): Promise<DossierPart[]>;
  /** At most `limit` dossiers that have a token of a lookup and pass its filter, in any order, batch by batch. */
  matching(
    lookups: readonly Lookup[],
    fields: readonly DossierPath[],
    limit: number,
    /** True if a token of values that wait for a countersignature may lead to it. */
    withUnsigned: boolean,
  ): AsyncIterable<DossierPart>;
  /** The ids of a page of dossiers for each shared thing, a hundred things in one read. */
  sharing<Page extends SharingPage>(
    path: SharingPath,
    pages: readonly Page[],
    filter: Filter,
    /** True if the value by which a dossier shares a thing may be known of. */
    isSeen: (provenance: Marks) => boolean,
    pause?: Pause,
  ): Promise<Map<Page, string[]>>;
}

const projection = (fields: readonly DossierPath[]) => ({
  _id: 1,
  ...Object.fromEntries(fields.map((field) => [field, 1])),
});

/**
 * In the order of ids the server merges the places of so many things in an index. With more than 200
 * (`internalQueryMaxScansToExplode`) it would sort all dossiers of them, or go through all there are.
 */
const mostSharedAtOnce = 100;

/** Dossiers that are compared at a time: most searches find fewer, and no search holds more in memory. */
const perBatch = 500;

/** The ids of a page of dossiers for each shared thing, of at most so many things as one read takes. */
async function readSharing<Page extends SharingPage>(
  dossiers: Model<DossierRecord>,
  path: SharingPath,
  pages: readonly Page[],
  visible: Filter,
  isSeen: (provenance: Marks) => boolean,
  pause: Pause,
): Promise<Map<Page, string[]>> {
  const found = new Map(pages.map((page) => [page, [] as string[]]));
  const [list, part] = path.split('.') as [DossierField, string];
  const starts = pages.map(({ after }) => after);
  const from = starts.every((after) => after !== undefined) ? { _id: { $gt: [...starts].sort()[0] } } : {};
  const filter = { [path]: { $in: pages.map(({ shared }) => shared) }, ...from };
  const cursor = findStored<DossierPart>(dossiers, allOf(filter, visible), {
    projection: {
      _id: 1,
      [path]: 1,
      [`${list}.provenance.unsigned`]: 1,
      [`${list}.provenance.leaving`]: 1,
    },
    sort: { _id: 1 },
  });
  // Read no further than every page needs: a thing that thousands share costs no more than its page.
  for await (const dossier of cursor) {
    const pausing = pause();
    if (pausing) await pausing;
    const values = dossier[list] as unknown as (Record<string, string> & { provenance: Provenance })[];
    const held = new Set(values.filter(({ provenance }) => isSeen(provenance)).map((value) => value[part]));
    for (const [page, ids] of found) {
      const isNext = page.after === undefined || dossier._id > page.after;
      if (isNext && ids.length < page.limit && held.has(page.shared)) ids.push(dossier._id);
    }
    if ([...found].every(([page, ids]) => ids.length >= page.limit)) break;
  }
  await cursor.close();
  return found;
}

export const dossierStore = (dossiers: Model<DossierRecord>): DossierStore => ({
  byIds({ own, foreign }, fields, filter, pause) {
    const byOwn = { _id: { $in: own } };
    const byForeign = { samePersonAs: { $in: foreign } };
    const ids = foreign.length === 0 ? byOwn : own.length === 0 ? byForeign : { $or: [byOwn, byForeign] };
    // What is found by another agency's id must say which it was.
    const wanted: readonly DossierPath[] = foreign.length === 0 ? fields : [...fields, 'samePersonAs'];
    return readStored(dossiers, allOf(ids, filter), { projection: projection(wanted) }, pause);
  },
  page: (after, limit, fields, filter, pause) =>
    readStored(
      dossiers,
      allOf(after === undefined ? {} : { _id: { $gt: after } }, filter),
      { projection: projection(fields), sort: { _id: 1 }, limit },
      pause,
    ),
  chosen: (choice, part, fields, filter, pause) =>
    chosenDossiers(dossiers, choice, part, fields, filter, pause),
  async *matching(lookups, fields, limit, withUnsigned) {
    const paths = ['match.tokens', ...(withUnsigned ? ['match.unsigned'] : [])];
    const asked = paths.flatMap((path) =>
      lookups.map(({ tokens, filter }) => allOf({ [path]: { $in: tokens } }, filter)),
    );
    const [first] = asked;
    if (first === undefined) return;
    yield* findStored<DossierPart>(dossiers, asked.length > 1 ? { $or: asked } : first, {
      projection: projection(fields),
      limit,
      batchSize: perBatch,
    });
  },
  async sharing(path, pages, visible, isSeen, pause = () => undefined) {
    const reads = Array.from({ length: Math.ceil(pages.length / mostSharedAtOnce) }, (_, index) =>
      pages.slice(index * mostSharedAtOnce, (index + 1) * mostSharedAtOnce),
    );
    const found = await Promise.all(
      reads.map((some) => readSharing(dossiers, path, some, visible, isSeen, pause)),
    );
    return new Map(found.flatMap((each) => [...each]));
  },
});
