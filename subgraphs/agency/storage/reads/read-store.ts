import { SpanKind } from '@opentelemetry/api';
import type { Model } from 'mongoose';
import { inSpan } from '../../../../server/tracing/in-span.ts';
import { entryOfPart, type ReadEntry, type ReadPart } from '../../records/reads/read-entry.ts';
import { joinParts } from './join-parts.ts';
import { ReadLog } from './read-log.ts';
import { type Pace, type ReaderCounts, readersIn } from './readers-in.ts';
import { entriesOfDossiers, type ReadPage } from './reads-of-dossiers.ts';

/** The record of reads: added to, and otherwise only erased when its time is over. */
export interface ReadStore {
  insert(part: ReadPart): Promise<void>;
  /** The criteria of a viewer's searches since a time that share one with these; at most `limit` of them. */
  searchesLike(
    viewer: Pick<ReadEntry, 'by' | 'agency'>,
    criteria: readonly number[],
    since: Date,
    limit: number,
  ): Promise<number[][]>;
  /** Newest first, from the one before `before`. */
  page(page: ReadPage): Promise<ReadEntry[]>;
  /** The same page of the reads of each dossier. */
  pagesOf(dossiers: readonly string[], page: ReadPage): Promise<Map<string, ReadEntry[]>>;
  /** The readers of a period, and how much each has read. */
  readers(from: Date, to: Date, pace: Pace): Promise<ReaderCounts>;
}

/** The parts of these entries, by the beginning of their ids. */
const partsOf = (entries: readonly string[]) => ({
  _id: { $in: entries.map((entry) => new RegExp(`^${entry}`)) },
});

/** Groups parts that lie together by their entries, until there are so many of them. */
async function entriesOf<Part extends { _id: string }>(
  parts: AsyncIterable<Part>,
  limit: number,
): Promise<Map<string, [Part, ...Part[]]>> {
  const entries = new Map<string, [Part, ...Part[]]>();
  for await (const part of parts) {
    const key = entryOfPart(part._id);
    const known = entries.get(key);
    if (known) known.push(part);
    else if (entries.size === limit) break;
    else entries.set(key, [part]);
  }
  return entries;
}

export function readStore(reads: Model<ReadPart>): ReadStore {
  const log = new ReadLog(async (parts) => {
    const { writeConcern } = reads.db.getClient().options;
    // Each is as its type says; mongoose would check each field of it again, which costs more than the write.
    await reads.db.collection<ReadPart>(reads.collection.name).insertMany([...parts], {
      ordered: false,
      ignoreUndefined: true,
      writeConcern: { ...writeConcern, w: 'majority', journal: true },
    });
  });
  const attributes = {
    'db.system.name': 'mongodb',
    'db.namespace': reads.db.name,
    'db.operation.name': 'insert',
    'db.collection.name': reads.collection.name,
  };
  const newestFirst = (filter: object) => reads.find(filter).sort({ _id: -1 });
  return {
    // The command itself is of many requests; each that is traced has its own wait for it.
    insert: (part) => inSpan('mongodb', { kind: SpanKind.CLIENT, attributes }, () => log.append(part)),
    async searchesLike({ by, agency }, criteria, since, limit) {
      const found = await reads
        .find(
          { by, at: { $gte: since }, agency, 'search.criteria': { $in: criteria } },
          { 'search.criteria': 1 },
        )
        // With few reads of late the server would go through all of these by their time.
        .hint('searches_by_criteria')
        .limit(limit)
        .lean<Pick<ReadPart, 'search'>[]>()
        .exec();
      return found.map(({ search }) => search?.criteria ?? []);
    },
    async page({ before, limit }) {
      const parts = newestFirst(before === undefined ? {} : { _id: { $lt: before } })
        .lean<ReadPart[]>()
        .cursor({ batchSize: 2 * limit });
      return [...(await entriesOf(parts, limit)).values()].map(joinParts);
    },
    async pagesOf(dossiers, page) {
      const keys = await entriesOfDossiers(reads, dossiers, page);
      const all = [...new Set([...keys.values()].flat())];
      if (all.length === 0) return new Map();
      const parts = newestFirst(partsOf(all)).lean<ReadPart[]>().cursor();
      const entries = await entriesOf(parts, all.length);
      const shown = (key: string) => {
        const found = entries.get(key);
        return found ? [joinParts(found)] : [];
      };
      return new Map([...keys].map(([dossier, own]) => [dossier, own.flatMap(shown)]));
    },
    readers: (from, to, pace) =>
      readersIn(
        reads
          .find({ at: { $gte: from, $lt: to } })
          .sort({ at: 1 })
          .select({
            by: 1,
            agency: 1,
            'mandate.case': 1,
            reason: 1,
            dossiers: 1,
            beyondMandate: 1,
            ofNoCase: 1,
            search: 1,
          })
          .lean<ReadPart[]>()
          .cursor({ batchSize: 1_000 }),
        pace,
      ),
  };
}
