import { mongo } from 'mongoose';
import { SettingsError } from '../../../../../server/settings.ts';
import { agencyModels } from '../../../../../subgraphs/agency/storage/database/agency-models.ts';
import { openDatabase } from '../../../../../subgraphs/agency/storage/database/database.ts';
import { migrate } from '../../../../../subgraphs/agency/storage/migrations/migrate.ts';
import { type FreshDatabase, freshDatabase } from '../../../../support/database.ts';
import { testNaming } from '../../../../support/match-keys.ts';
import { oldDossier } from '../migrations/old-dossier.ts';

describe('indexes', () => {
  let database: FreshDatabase;
  let client: mongo.MongoClient;
  let db: mongo.Db;
  beforeEach(async () => {
    database = freshDatabase();
    client = await mongo.MongoClient.connect(database.uri, { monitorCommands: true });
    db = client.db();
  });
  afterEach(async () => {
    await client.close();
    await database.drop();
  });

  const namesIn = async (collection: string) =>
    (await db.collection(collection).indexes()).map(({ name }) => name).sort();
  /** Starts as a subgraph does. @returns the names of the indexes that the models declare, by collection */
  async function start(): Promise<Map<string, string[]>> {
    const connection = await openDatabase('BELARUS', database.uri, testNaming);
    const declared = Object.values(agencyModels(connection)).map((model): [string, string[]] => [
      model.collection.name,
      ['_id_', ...model.schema.indexes().map(([, { name }]) => String(name))].sort(),
    ]);
    await connection.close();
    return new Map(declared);
  }

  test('are those that the models declare after a start', async () => {
    for (const [collection, declared] of await start()) expect(await namesIn(collection)).toEqual(declared);
  });

  test('that are missing are made by the next start', async () => {
    const declared = await start();
    await db.collection('dossiers').dropIndex('next_erasure');
    await start();
    expect(await namesIn('dossiers')).toEqual(declared.get('dossiers'));
  });

  test('of a newer version stay when this one starts', async () => {
    const declared = await start();
    await db.collection('dossiers').createIndex({ 'harms.kind': 1 }, { name: 'harm_kind' });
    await start();
    expect(await namesIn('dossiers')).toEqual([...(declared.get('dossiers') ?? []), 'harm_kind'].sort());
  });

  test('are made once by two instances that start at once, and neither fails', async () => {
    const old = Array.from({ length: 50 }, (_, number) => oldDossier(number));
    await db.collection<{ _id: string }>('dossiers').insertMany(old);
    const [declared] = await Promise.all([start(), start(), start()]);
    for (const [collection, names] of declared ?? []) expect(await namesIn(collection)).toEqual(names);
  });

  test.each<[string, Record<string, 1>, mongo.CreateIndexesOptions]>([
    ['other keys', { version: 1 }, { name: 'next_erasure' }],
    ['other options', { nextErasure: 1 }, { name: 'next_erasure', unique: true }],
    ['another name', { nextErasure: 1 }, { name: 'erasure' }],
  ])('with %s in place of a declared one are told by name, and stay', async (_what, key, options) => {
    await start();
    await db.collection('dossiers').dropIndex('next_erasure');
    await db.collection('dossiers').createIndex(key, options);
    const before = await db.collection('dossiers').indexes();
    const starting = start();
    await expect(starting).rejects.toThrow(SettingsError);
    await expect(starting).rejects.toThrow(/collection dossiers differs from next_erasure.*drop it/);
    expect(await db.collection('dossiers').indexes()).toEqual(before);
  });

  test('of earlier versions that no version makes any more are dropped by their migration', async () => {
    await db.collection('reads').createIndex({ by: 1, at: 1 }, { name: 'reads_by_viewer' });
    await db.collection('inbox').createIndex({ state: 1, number: 1 }, { name: 'inbox_state' });
    await db.collection('indicatorRounds').createIndex({ other: 1, state: 1 }, { name: 'round_state' });
    await Promise.all([migrate(db, testNaming), migrate(client.db(), testNaming)]);
    for (const collection of ['reads', 'inbox', 'indicatorRounds'])
      expect(await namesIn(collection)).toEqual(['_id_']);
    const declared = await start();
    for (const collection of ['inbox', 'indicatorRounds'])
      expect(await namesIn(collection)).toEqual(declared.get(collection));
  });

  test('of a former name that have other keys stay', async () => {
    await db.collection('indicatorRounds').createIndex({ state: 1, other: 1 }, { name: 'round_state' });
    await migrate(db, testNaming);
    expect(await namesIn('indicatorRounds')).toEqual(['_id_', 'round_state']);
  });

  test('that took the names of earlier ones stay when that migration is run again', async () => {
    await start();
    const before = await db.collection('inbox').indexes();
    await db.collection('migrations').deleteMany({});
    await migrate(db, testNaming);
    expect(await db.collection('inbox').indexes()).toEqual(before);
  });
});
