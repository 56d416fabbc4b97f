import { setTimeout as sleep } from 'node:timers/promises';
import { mongo } from 'mongoose';
import { agencies, type Name, otherThan } from './environment.ts';
import { pairKey, releaseKey, type Told } from './officers.ts';
import type { ChaosStack } from './stack.ts';

export interface Count {
  sent: number;
  lost: number;
  doubled: number;
  /** Numbers that are missing or given twice, on either side. */
  misnumbered: number;
}

interface StoredNotice {
  kind: string;
  data: { release?: string; dossier?: string; about?: string; decision?: string };
}

interface StoredDossier {
  _id: string;
  links: { dossier?: string; told: { decision: string; number?: number } }[];
}

async function read<Result>(uri: string, work: (db: mongo.Db) => Promise<Result>): Promise<Result> {
  const client = await mongo.MongoClient.connect(uri);
  try {
    return await work(client.db());
  } finally {
    await client.close();
  }
}

/** Waits until nothing waits any more, on its way or in an inbox; what waits for ever is counted as lost. */
export async function untilQuiet(stack: Pick<ChaosStack, 'uris'>, longest = 60_000): Promise<void> {
  const latest = Date.now() + longest;
  const waiting = (uri: string) =>
    read(uri, async (db) => {
      const counts = await Promise.all([
        db.collection('dossiers').countDocuments({ 'pending.id': { $gt: '' } }),
        db.collection('departures').countDocuments(),
        db.collection('outbox').countDocuments({ open: true }),
        db.collection('inbox').countDocuments({ state: 'STORED' }),
      ]);
      return counts.reduce((sum, count) => sum + count, 0);
    });
  for (;;) {
    const counts = await Promise.all(agencies.map((name) => waiting(stack.uris[name])));
    if (counts.every((count) => count === 0) || Date.now() > latest) return;
    await sleep(250);
  }
}

/** What an effect in a recipient's database is told from others by. */
function effectIn({ kind, data }: StoredNotice): string {
  if (kind !== 'LINK_DECIDED') return releaseKey(data.release ?? '', kind);
  return `${pairKey(data.dossier ?? '', data.about ?? '')} ${data.decision}`;
}

/** Decisions that have come into the dossiers that they are about: of a pair, the last one of two. */
const decisionsIn = ({ _id, links }: StoredDossier): string[] =>
  links.flatMap(({ dossier, told }) =>
    dossier && told.number !== undefined && told.decision === 'NONE' ? [pairKey(dossier, _id)] : [],
  );

const isGapless = (numbers: readonly number[]): boolean =>
  [...numbers].sort((one, another) => one - another).every((number, index) => number === index + 1);

/** Compares what each agency's officers were told was done with what is in the other agency's database. */
export async function count(stack: ChaosStack, told: Record<Name, Told>): Promise<Count> {
  const all: Count = { sent: 0, lost: 0, doubled: 0, misnumbered: 0 };
  // Links that nobody could decide on would be none that was lost.
  if (agencies.every((name) => told[name].pairs.length === 0)) throw new Error('no link was decided on');
  for (const name of agencies) {
    const [notices, dossiers] = await read(stack.uris[otherThan(name)], async (db) => [
      await db.collection<StoredNotice>('notices').find().toArray(),
      await db.collection<StoredDossier>('dossiers').find().toArray(),
    ]);
    const times = new Map<string, number>();
    for (const notice of notices) {
      const key = effectIn(notice);
      times.set(key, (times.get(key) ?? 0) + 1);
    }
    const decided = new Set(dossiers.flatMap(decisionsIn));
    const { releases, pairs } = told[name];
    const expected = [...releases, ...pairs.flatMap((pair) => [`${pair} DIFFERENT`, `${pair} NONE`])];
    all.sent += expected.length;
    all.lost += expected.filter((one) => !times.has(one)).length;
    all.lost += pairs.filter((pair) => !decided.has(pair)).length;
    all.doubled += [...times.values()].reduce((sum, number) => sum + number - 1, 0);
    const numbersIn = (uri: string, collection: string) =>
      read(uri, async (db) => {
        const records = await db.collection<{ number: number }>(collection).find().toArray();
        return records.map(({ number }) => number);
      });
    const outbox = await numbersIn(stack.uris[name], 'outbox');
    const inbox = await numbersIn(stack.uris[otherThan(name)], 'inbox');
    all.misnumbered += [outbox, inbox].filter((numbers) => !isGapless(numbers)).length;
  }
  return all;
}
