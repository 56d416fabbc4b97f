import { mongo } from 'mongoose';
import { connectDatabase } from '../../../../../subgraphs/agency/storage/database/database.ts';
import { findStored } from '../../../../../subgraphs/agency/storage/stores/find-stored.ts';
import { type FreshDatabase, freshDatabase } from '../../../../support/database.ts';

type Connection = Awaited<ReturnType<typeof connectDatabase>>;

const stored = [
  {
    _id: 'a',
    at: new Date('2026-01-02T03:04:05.678Z'),
    text: 'Иванова',
    list: [{ node: 'x', count: 1.5 }],
    none: null,
  },
  { _id: 'b', hash: new mongo.Binary(Buffer.from('bytes')), much: 2 ** 40, list: [] },
  { _id: 'c', text: 'not asked for' },
];

describe('finding documents as they are stored', () => {
  let database: FreshDatabase;
  let connection: Connection;
  beforeEach(async () => {
    database = freshDatabase();
    connection = await connectDatabase('BELARUS', database.uri);
    await connection.collection<(typeof stored)[number]>('things').insertMany(stored);
  });
  afterEach(async () => {
    await connection.close();
    await database.drop();
  });

  const found = (options: Parameters<typeof findStored>[2]) =>
    findStored<object>(
      { collection: connection.collection('things') },
      { _id: { $in: ['a', 'b'] } },
      { sort: { _id: 1 }, ...options },
    );

  test('brings each value as it was written, of all types', async () => {
    expect(await found({}).toArray()).toEqual(stored.slice(0, 2));
  });

  test('brings what the projection names, in the order and as many as were asked for', async () => {
    expect(await found({ projection: { 'list.node': 1 }, sort: { _id: -1 }, limit: 1 }).toArray()).toEqual([
      { _id: 'b', list: [] },
    ]);
  });

  test('goes on from batch to batch', async () => {
    const ids: object[] = [];
    for await (const each of found({ projection: { _id: 1 }, batchSize: 1 })) ids.push(each);
    expect(ids).toEqual([{ _id: 'a' }, { _id: 'b' }]);
  });

  test('decodes no document for those who watch the commands', async () => {
    const replies: mongo.CommandSucceededEvent[] = [];
    connection.getClient().on('commandSucceeded', (event) => replies.push(event));
    await found({ batchSize: 1 }).toArray();
    const batches = replies.map(({ reply }) => {
      const { firstBatch, nextBatch } = (reply as { cursor: Record<string, Uint8Array[]> }).cursor;
      return firstBatch ?? nextBatch ?? [];
    });
    expect(batches.flat()).toHaveLength(2);
    for (const document of batches.flat()) expect(document).toBeInstanceOf(Uint8Array);
  });
});
