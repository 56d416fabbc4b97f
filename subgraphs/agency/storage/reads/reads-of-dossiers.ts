import type { Model, PipelineStage } from 'mongoose';
import { agencyNames } from '../../../../terms/agencies.ts';
import { entryOfPart, type ReadPart } from '../../records/reads/read-entry.ts';

/** A page of the reads of a dossier: at most `limit` before an entry, newest first. */
export interface ReadPage {
  before: string | undefined;
  limit: number;
}

type FoundPart = Pick<ReadPart, '_id' | 'dossiers'>;
type PartsOfOne = [PipelineStage.Match, PipelineStage.Sort, PipelineStage.Limit, PipelineStage.Project];

/** The server takes a thousand stages at most, and keeps a cursor open for each dossier of a read. */
const mostAtOnce = 50;

/** Parts that are read for each entry at first: a request of an officer asks one agency once or twice. */
const partsOfEntry = 3;

/** The parts in which an agency's dossier was read, of all agencies, which the index has before the order. */
const partsWith = (dossier: string, before: string | undefined) => ({
  dossiers: dossier,
  agency: { $in: [...agencyNames] },
  ...(before !== undefined && { _id: { $lt: before } }),
});

async function newestParts(
  reads: Model<ReadPart>,
  dossiers: readonly string[],
  before: string | undefined,
  most: number,
): Promise<FoundPart[]> {
  const [first, ...others] = dossiers.map(
    (dossier): PartsOfOne => [
      { $match: partsWith(dossier, before) },
      { $sort: { _id: -1 } },
      { $limit: most },
      { $project: { dossiers: 1 } },
    ],
  );
  const unions = others.map((pipeline) => ({ $unionWith: { coll: reads.collection.name, pipeline } }));
  return reads.aggregate<FoundPart>([...(first ?? []), ...unions], { batchSize: dossiers.length * most + 1 });
}

/** The entries in which one dossier was read, however many parts they have. */
async function entriesOfOne(reads: Model<ReadPart>, dossier: string, { before, limit }: ReadPage) {
  const entries = new Set<string>();
  const parts = reads
    .find(partsWith(dossier, before), { _id: 1 })
    .sort({ _id: -1 })
    .lean<Pick<ReadPart, '_id'>>()
    .cursor({ batchSize: 2 * limit });
  for await (const { _id } of parts) {
    const entry = entryOfPart(_id);
    if (entries.size === limit && !entries.has(entry)) break;
    entries.add(entry);
  }
  return [...entries];
}

/**
 * The entries of the same page of the reads of each dossier, newest first: one command for fifty dossiers, and one more for a dossier that
 * requests of very many parts have read.
 */
export async function entriesOfDossiers(
  reads: Model<ReadPart>,
  dossiers: readonly string[],
  page: ReadPage,
): Promise<Map<string, string[]>> {
  const most = partsOfEntry * page.limit;
  const some = Array.from({ length: Math.ceil(dossiers.length / mostAtOnce) }, (_, index) =>
    dossiers.slice(index * mostAtOnce, (index + 1) * mostAtOnce),
  );
  const read = await Promise.all(some.map((each) => newestParts(reads, each, page.before, most)));
  const parts = new Map(read.flat().map((part) => [part._id, part]));
  const newestFirst = [...parts.values()].sort((one, other) => (one._id < other._id ? 1 : -1));
  const entries = dossiers.map(async (dossier): Promise<[string, string[]]> => {
    // A part that was found for another dossier is of this one too, and older than all that were found for this one if it comes after them.
    const own = newestFirst.filter((part) => part.dossiers.includes(dossier)).slice(0, most);
    const found = [...new Set(own.map(({ _id }) => entryOfPart(_id)))].slice(0, page.limit);
    const isWhole = found.length === page.limit || own.length < most;
    return [dossier, isWhole ? found : await entriesOfOne(reads, dossier, page)];
  });
  return new Map(await Promise.all(entries));
}
