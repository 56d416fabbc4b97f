import type { Model, PipelineStage } from 'mongoose';
import { allOf } from '../../permissions/all-of.ts';
import type { Filter } from '../../permissions/by-record.ts';
import type { DossierChoice } from '../../records/dossier/dossier-choice.ts';
import type { DossierField, DossierPart, DossierPath } from '../../records/dossier/dossier-part.ts';
import type { DossierRecord } from '../../records/dossier/dossier-record.ts';
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
  /** The ids of a page of dossiers for each shared thing, a hundred things in one command. */
  sharing<Page extends SharingPage>(
    path: SharingPath,
    pages: readonly Page[],
    filter: Filter,
    /** Matches the values by which a dossier shares a thing, where they may be known of. */
    seen: Filter,
  ): Promise<Map<Page, string[]>>;
}

const projection = (fields: readonly DossierPath[]) => ({
  _id: 1,
  ...Object.fromEntries(fields.map((field) => [field, 1])),
});

/** Things of which one command reads the dossiers. */
const mostSharedAtOnce = 100;

/** Dossiers that are compared at a time: most searches find fewer, and no search holds more in memory. */
const perBatch = 500;

/** Finds the ids of a page of dossiers that hold one thing, each with the place of the thing among those that are asked for. */
function holding(
  path: SharingPath,
  { shared, after, limit }: SharingPage,
  place: number,
  visible: Filter,
  seen: Filter,
): PipelineStage[] {
  const [list, part] = path.split('.') as [DossierField, string];
  const held = { [list]: { $elemMatch: { [part]: shared, ...seen } } };
  return [
    { $match: allOf(after === undefined ? held : { ...held, _id: { $gt: after } }, visible) },
    { $sort: { _id: 1 } },
    { $limit: limit },
    { $project: { place: { $literal: place } } },
  ];
}

/** The ids of a page of dossiers for each shared thing, of at most so many things as one command takes. */
async function readSharing<Page extends SharingPage>(
  dossiers: Model<DossierRecord>,
  path: SharingPath,
  pages: readonly Page[],
  visible: Filter,
  seen: Filter,
): Promise<Map<Page, string[]>> {
  const found = pages.map((page) => [page, []] as [Page, string[]]);
  // Each has a limit of its own: however many dossiers hold one thing, no more of them are read than its page has.
  const [first = [], ...others] = pages.map((page, place) => holding(path, page, place, visible, seen));
  const read = await dossiers.aggregate<{ _id: string; place: number }>([
    ...first,
    ...others.map((pipeline) => ({ $unionWith: { coll: dossiers.collection.name, pipeline } })),
  ] as PipelineStage[]);
  for (const { _id, place } of read) found[place]?.[1].push(_id);
  return new Map(found);
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
  async sharing(path, pages, visible, seen) {
    // One after the other: together they would keep the database from others.
    const found = new Map<(typeof pages)[number], string[]>();
    for (let from = 0; from < pages.length; from += mostSharedAtOnce) {
      const some = pages.slice(from, from + mostSharedAtOnce);
      for (const [page, ids] of await readSharing(dossiers, path, some, visible, seen)) found.set(page, ids);
    }
    return found;
  },
});
