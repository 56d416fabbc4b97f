import type { mongo } from 'mongoose';
import { shapesOf } from './shape.ts';

/** How the server carried out a query. */
export interface Executed {
  shape: string;
  /** The stages that lead to records, such as `IXSCAN { _id: 1 }`. */
  plan: string;
  /** The documents that were read. */
  examined: number;
  keys: number;
  /** The documents that were returned, changed or deleted. */
  returned: number;
  /** Whether documents were put in order in memory. */
  sorts: boolean;
}

/** An entry of `system.profile`, as far as it is read here. */
interface Entry {
  op: string;
  ns: string;
  command: Record<string, unknown>;
  originatingCommand?: Record<string, unknown>;
  cursorid?: unknown;
  planSummary?: string;
  execStats?: unknown;
  keysExamined?: number;
  docsExamined?: number;
  hasSortStage?: boolean;
  nreturned?: number;
  nMatched?: number;
  nUpserted?: number;
  ndeleted?: number;
}

/** Connections of this name are the test's own: they make ready and look afterwards. */
export const harnessName = 'concord-test';

const profiled = 'system.profile';
const mostBytes = 256 * 1024 * 1024;

/** Has the server write down how it carries out each command, with what explain tells in `executionStats`. */
export async function startProfiling(db: mongo.Db): Promise<void> {
  await db.collection(profiled).drop();
  await db.createCollection(profiled, { capped: true, size: mostBytes });
  await db.command({ profile: 2 });
}

function commandOf({ op, ns, command, originatingCommand }: Entry): Record<string, unknown> {
  const collection = ns.slice(ns.indexOf('.') + 1);
  if (op === 'update') return { update: collection, updates: [command] };
  if (op === 'remove') return { delete: collection, deletes: [command] };
  return originatingCommand ?? command;
}

/** A plan's stages within one another are more than its summary: that names no sort, and not all of a lookup. */
const hasStage = (entry: Entry, stage: string): boolean =>
  JSON.stringify(entry.execStats ?? {}).includes(`"stage":"${stage}"`);

const executedIn = (entry: Entry): Executed[] =>
  shapesOf(commandOf(entry)).map((shape) => ({
    shape,
    plan: hasStage(entry, 'COLLSCAN') ? 'COLLSCAN' : (entry.planSummary ?? ''),
    examined: entry.docsExamined ?? 0,
    keys: entry.keysExamined ?? 0,
    returned: (entry.nreturned ?? entry.nMatched ?? entry.ndeleted ?? 0) + (entry.nUpserted ?? 0),
    sorts: entry.hasSortStage === true || hasStage(entry, 'SORT'),
  }));

/** All that the server was asked while it was profiled, a cursor's batches as the one query that they are of. */
export async function profileOf(db: mongo.Db): Promise<Executed[]> {
  const { size } = await db.command({ collStats: profiled });
  // A full one would have let go of the first commands, and nothing would tell which.
  if (size > 0.9 * mostBytes) throw new Error(`${profiled} has room for ${mostBytes} bytes, and needs more`);
  const found = await db
    .collection<Entry>(profiled)
    .find({ appName: { $ne: harnessName }, ns: { $ne: `${db.databaseName}.${profiled}` } })
    .sort({ $natural: 1 })
    .toArray();
  const executed: Executed[] = [];
  const begun = new Map<string, Executed>();
  for (const entry of found) {
    const cursor = entry.cursorid === undefined ? undefined : String(entry.cursorid);
    const before = entry.op === 'getmore' && cursor !== undefined ? begun.get(cursor) : undefined;
    for (const each of executedIn(entry)) {
      if (before) {
        before.examined += each.examined;
        before.keys += each.keys;
        before.returned += each.returned;
        continue;
      }
      executed.push(each);
      if (cursor !== undefined) begun.set(cursor, each);
    }
  }
  return executed;
}
