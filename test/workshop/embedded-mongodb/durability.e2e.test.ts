import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { mongo } from 'mongoose';
import { choiceOf } from '../../../workshop/embedded-mongodb/find-mongod.ts';
import { type EmbeddedMongoDb, startEmbeddedMongoDb } from '../../../workshop/embedded-mongodb/start.ts';
import { inTemporaryDirectory } from './support/temporary.ts';

type Entry = { _id: number; key: string; amended: boolean };

function start(dataDirectory: string): Promise<EmbeddedMongoDb> {
  return startEmbeddedMongoDb({ dataDirectory, choice: choiceOf(process.env), report: () => undefined });
}

async function withEntries<T>(
  uri: string,
  use: (entries: mongo.Collection<Entry>, client: mongo.MongoClient) => Promise<T>,
): Promise<T> {
  const client = await mongo.MongoClient.connect(uri, { serverSelectionTimeoutMS: 2_000 });
  try {
    return await use(client.db('durability').collection<Entry>('entries'), client);
  } finally {
    await client.close();
  }
}

const allEntries = (uri: string) =>
  withEntries(uri, (entries) => entries.find({}).sort({ _id: 1 }).toArray());

describe('what was acknowledged is there afterwards', () => {
  test(
    'after a stop, with its indexes, and in this directory only',
    () =>
      inTemporaryDirectory(async (directory) => {
        const first = await start(join(directory, 'belarus'));
        const other = await start(join(directory, 'russia'));
        await withEntries(first.uri, async (entries) => {
          await entries.createIndex({ key: 1 }, { unique: true });
          await entries.insertMany([1, 2, 3].map((_id) => ({ _id, key: `k${_id}`, amended: false })));
        });
        await first.stop();
        expect(await first.exited).toMatchObject({ expected: true });

        const second = await start(join(directory, 'belarus'));
        expect((await allEntries(second.uri)).map(({ _id }) => _id)).toEqual([1, 2, 3]);
        expect(await allEntries(other.uri)).toEqual([]);
        await withEntries(second.uri, async (entries) => {
          await expect(entries.insertOne({ _id: 4, key: 'k1', amended: false })).rejects.toThrow(/E11000/);
          await expect(entries.insertOne({ _id: 4, key: 'k4', amended: false })).resolves.toBeDefined();
        });
        await Promise.all([second.stop(), other.stop()]);
      }),
    30_000,
  );

  test(
    'after kill -9 in the middle of writing: every entry and every amendment',
    () =>
      inTemporaryDirectory(async (directory) => {
        const killed = await start(directory);
        const inserted = new Set<number>();
        const amended = new Set<number>();
        let next = 0;
        await withEntries(killed.uri, async (entries) => {
          await entries.createIndex({ key: 1 }, { unique: true });
          const write = async (): Promise<void> => {
            for (;;) {
              const _id = next++;
              await entries.insertOne({ _id, key: `k${_id}`, amended: false });
              inserted.add(_id);
              await entries.updateOne({ _id }, { $set: { amended: true } });
              amended.add(_id);
              if (amended.size === 300) process.kill(killed.pid, 'SIGKILL');
            }
          };
          const writers = await Promise.allSettled(Array.from({ length: 8 }, write));
          expect(writers.map(({ status }) => status)).toEqual(Array(8).fill('rejected'));
        });
        expect(await killed.exited).toMatchObject({ expected: false, signal: 'SIGKILL' });

        const again = await start(directory);
        const entries = new Map((await allEntries(again.uri)).map((entry) => [entry._id, entry]));
        expect([...inserted].filter((_id) => !entries.has(_id))).toEqual([]);
        expect([...amended].filter((_id) => entries.get(_id)?.amended !== true)).toEqual([]);
        // What was never acknowledged may be there or not, but it is there or not as a whole: no index knows what is gone.
        await withEntries(again.uri, async (collection) => {
          for (let _id = 0; _id < next; _id++) {
            const insert = collection.insertOne({ _id, key: `k${_id}`, amended: false });
            if (entries.has(_id)) await expect(insert).rejects.toThrow(/E11000/);
            else await expect(insert).resolves.toBeDefined();
          }
        });
        await again.stop();
      }),
    30_000,
  );

  test(
    'after kill -9, at another port: the replica set is itself again, and commits a transaction',
    () =>
      inTemporaryDirectory(async (directory) => {
        const killed = await start(directory);
        await withEntries(killed.uri, (entries) =>
          entries.insertOne({ _id: 1, key: 'k1', amended: false }, { writeConcern: { w: 'majority' } }),
        );
        process.kill(killed.pid, 'SIGKILL');
        await killed.exited;
        const onItsPort = createServer((socket) => socket.destroy()).listen(
          Number(new URL(killed.uri).port),
          '127.0.0.1',
        );
        await once(onItsPort, 'listening');

        const again = await start(directory);
        expect(again.uri).not.toBe(killed.uri);
        await withEntries(again.uri, async (entries, client) => {
          await client.withSession((session) =>
            session.withTransaction(async () => {
              await entries.updateOne({ _id: 1 }, { $set: { amended: true } }, { session });
              await entries.insertOne({ _id: 2, key: 'k2', amended: false }, { session });
            }),
          );
          await client.withSession(async (session) => {
            session.startTransaction();
            await entries.insertOne({ _id: 3, key: 'k3', amended: false }, { session });
            await session.abortTransaction();
          });
        });
        expect((await allEntries(again.uri)).map(({ _id, amended }) => [_id, amended])).toEqual([
          [1, true],
          [2, false],
        ]);
        await again.stop();
        onItsPort.close();
      }),
    30_000,
  );
});
