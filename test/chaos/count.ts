import { setTimeout as sleep } from 'node:timers/promises';
import { mongo } from 'mongoose';
import type { Told } from './officers.ts';
import { agencies, type ChaosStack, type Name } from './stack.ts';

export interface Count {
  sent: number;
  lost: number;
  doubled: number;
  /** Numbers that are missing or given twice, on either side. */
  misnumbered: number;
}

interface Stored {
  kind: string;
  data: { release: string };
}

async function read<Result>(uri: string, work: (db: mongo.Db) => Promise<Result>): Promise<Result> {
  const client = await mongo.MongoClient.connect(uri);
  try {
    return await work(client.db());
  } finally {
    await client.close();
  }
}

const other = (name: Name): Name => (name === 'belarus' ? 'russia' : 'belarus');

/** Waits until nothing waits any more; what waits for ever is counted as lost. */
export async function untilQuiet(stack: ChaosStack, longest = 60_000): Promise<void> {
  const latest = Date.now() + longest;
  const waiting = (uri: string) =>
    read(uri, async (db) => {
      const queued = await db.collection('outbox').countDocuments({ open: true });
      return queued + (await db.collection('dossiers').countDocuments({ 'pending.id': { $gt: '' } }));
    });
  for (;;) {
    const counts = await Promise.all(agencies.map((name) => waiting(stack.uris[name])));
    if (counts.every((count) => count === 0) || Date.now() > latest) return;
    await sleep(250);
  }
}

const isGapless = (numbers: readonly number[]): boolean =>
  [...numbers].sort((one, another) => one - another).every((number, index) => number === index + 1);

/** Compares what each agency's officers were told was done with what is in the other agency's database. */
export async function count(stack: ChaosStack, told: Record<Name, readonly Told[]>): Promise<Count> {
  const all: Count = { sent: 0, lost: 0, doubled: 0, misnumbered: 0 };
  for (const name of agencies) {
    const found = await read(stack.uris[other(name)], (db) =>
      db.collection<Stored>('notices').find().toArray(),
    );
    const times = new Map<string, number>();
    for (const { kind, data } of found) {
      const key = `${data.release} ${kind}`;
      times.set(key, (times.get(key) ?? 0) + 1);
    }
    all.sent += told[name].length;
    all.lost += told[name].filter((one) => !times.has(one)).length;
    all.doubled += [...times.values()].reduce((sum, number) => sum + number - 1, 0);
    const numbersIn = (uri: string, collection: string) =>
      read(uri, async (db) => {
        const records = await db.collection<{ number: number }>(collection).find().toArray();
        return records.map(({ number }) => number);
      });
    const outbox = await numbersIn(stack.uris[name], 'outbox');
    const inbox = await numbersIn(stack.uris[other(name)], 'inbox');
    all.misnumbered += [outbox, inbox].filter((numbers) => !isGapless(numbers)).length;
  }
  return all;
}
