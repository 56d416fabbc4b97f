import { mongo } from 'mongoose';
import { type FreshDatabase, freshDatabase } from '../../support/database.ts';

type Counter = { _id: string; n: number; by?: number };

let database: FreshDatabase;
let client: mongo.MongoClient;
let counters: mongo.Collection<Counter>;

beforeAll(async () => {
  database = freshDatabase();
  client = await mongo.MongoClient.connect(database.uri, { maxPoolSize: 100 });
  counters = client.db().collection<Counter>('counters');
});

afterAll(async () => {
  await client.close();
  await database.drop();
});

describe('the server decides concurrent writes to one document', () => {
  test('300 concurrent increments give 300', async () => {
    await counters.insertOne({ _id: 'increments', n: 0 });
    await Promise.all(
      Array.from({ length: 300 }, () => counters.updateOne({ _id: 'increments' }, { $inc: { n: 1 } })),
    );
    expect(await counters.findOne({ _id: 'increments' })).toEqual({ _id: 'increments', n: 300 });
  });

  test('100 concurrent compare-and-sets have one winner, whose value stands', async () => {
    await counters.insertOne({ _id: 'race', n: 0 });
    const results = await Promise.all(
      Array.from({ length: 100 }, (_, by) =>
        counters.findOneAndUpdate({ _id: 'race', n: 0 }, { $set: { n: 1, by } }, { returnDocument: 'after' }),
      ),
    );
    const winners = results.filter((result) => result !== null);
    expect(winners).toHaveLength(1);
    expect(await counters.findOne({ _id: 'race' })).toEqual(winners[0]);
  });

  test('100 concurrent inserts of one unique value leave one document', async () => {
    const links = client.db().collection<{ _id: number; dossier?: string }>('links');
    await links.createIndex({ dossier: 1 }, { unique: true, sparse: true });
    const inserted = async (dossier?: string) => {
      const first = dossier === undefined ? 0 : 1_000;
      const results = await Promise.allSettled(
        Array.from({ length: 100 }, (_, i) =>
          links.insertOne(dossier === undefined ? { _id: i } : { _id: first + i, dossier }),
        ),
      );
      return results.filter(({ status }) => status === 'fulfilled').length;
    };
    expect(await inserted('BY-0000000001')).toBe(1);
    expect(await links.countDocuments({ dossier: 'BY-0000000001' })).toBe(1);
    expect(await inserted(undefined)).toBe(100);
  });

  test('a reply is of one moment, however many fields an update changes', async () => {
    const wide = client.db().collection<{ _id: string; [field: string]: unknown }>('wide');
    const fields = (value: number) =>
      Object.fromEntries(Array.from({ length: 200 }, (_, i) => [`f${i}`, value]));
    await wide.insertOne({ _id: 'wide', ...fields(-1) });
    const seen = new Set<unknown>();
    // On a busy machine all reads of a round can come before its first write.
    while (seen.size < 2) {
      const writes = Promise.all(
        Array.from({ length: 100 }, (_, i) => wide.updateOne({ _id: 'wide' }, { $set: fields(i) })),
      );
      const reads = await Promise.all(Array.from({ length: 100 }, () => wide.findOne({ _id: 'wide' })));
      await writes;
      for (const read of reads) {
        const values = new Set(Object.values({ ...read, _id: read?.f0 }));
        expect(values.size).toBe(1);
        for (const value of values) seen.add(value);
      }
    }
  });
});
