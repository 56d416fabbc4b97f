import { mongo } from 'mongoose';
import { SettingsError } from '../../../../../server/settings.ts';
import type { DossierRecord } from '../../../../../subgraphs/agency/records/dossier/dossier-record.ts';
import { valuesOf } from '../../../../../subgraphs/agency/records/values/values-of.ts';
import { agencyModels } from '../../../../../subgraphs/agency/storage/database/agency-models.ts';
import { openDatabase } from '../../../../../subgraphs/agency/storage/database/database.ts';
import { migrate } from '../../../../../subgraphs/agency/storage/migrations/migrate.ts';
import { migrations } from '../../../../../subgraphs/agency/storage/migrations/migrations.ts';
import { dossierWrites } from '../../../../../subgraphs/agency/storage/stores/dossier-writes.ts';
import { type FreshDatabase, freshDatabase } from '../../../../support/database.ts';
import { historyOf } from '../../../../support/history-of.ts';
import { testMatch, testNaming } from '../../../../support/match-keys.ts';
import { oldDossier, oldDossierEnds } from './old-dossier.ts';

describe('a database of version 0.1.0', () => {
  let database: FreshDatabase;
  let client: mongo.MongoClient;
  let db: mongo.Db;
  const collection = () => db.collection<{ _id: string }>('dossiers');
  beforeEach(async () => {
    database = freshDatabase();
    client = await mongo.MongoClient.connect(database.uri, { monitorCommands: true });
    db = client.db();
  });
  afterEach(async () => {
    await client.close();
    await database.drop();
  });

  const names = migrations.map(({ name }) => name);
  const noted = async () =>
    (await db.collection<{ _id: string }>('migrations').find().toArray()).map(({ _id }) => _id).sort();

  /** Opens it as a subgraph does, and reads every dossier through the current model. */
  async function opened<Result>(
    use: (dossiers: DossierRecord[], connection: Awaited<ReturnType<typeof openDatabase>>) => Promise<Result>,
  ) {
    const connection = await openDatabase('BELARUS', database.uri, testNaming);
    try {
      const model = agencyModels(connection).dossiers;
      const documents = await model.find().sort({ _id: 1 });
      for (const document of documents) await document.validate();
      return await use(await model.find().sort({ _id: 1 }).lean<DossierRecord[]>(), connection);
    } finally {
      await connection.close();
    }
  }

  test('is read through the current model, with an id for every value and all that it held', async () => {
    const old = Array.from({ length: 20 }, (_, number) => oldDossier(number));
    await collection().insertMany(old);
    await opened(async (dossiers) => {
      expect(dossiers).toHaveLength(20);
      const ids = dossiers.flatMap((dossier) => valuesOf(dossier).map(({ value }) => value.id));
      expect(new Set(ids).size).toBe(20 * 6 + 10);
      for (const before of old) {
        const after = dossiers.find(({ _id }) => _id === before._id);
        expect(after).toMatchObject(before);
        expect(after).toMatchObject({ nextErasure: oldDossierEnds, documents: [], harms: [] });
      }
    });
    expect(await noted()).toEqual([...names].sort());
  });

  test('takes amendments afterwards', async () => {
    await collection().insertOne(oldDossier(1));
    await opened(async ([dossier], connection) => {
      if (!dossier) throw new Error('the dossier has gone');
      const writes = dossierWrites(agencyModels(connection), testMatch);
      const entry = {
        version: 3,
        at: new Date(),
        by: 'officer',
        mandate: { purpose: 'DETECTION', legalBasis: 'NATIONAL_LAW' },
        action: 'CHANGE_HANDLING',
        changes: [],
        idempotency: { key: 'key-00000001', fingerprint: 'fingerprint' },
      } as const;
      const step = {
        set: { handlingCode: 'ON_RELEASE', version: 3 } as const,
        unset: [],
        entry: { ...entry, changes: [] },
      };
      expect(await writes.take(dossier, step)).toBe('WRITTEN');
      expect(await writes.read(dossier._id)).toMatchObject({ version: 3 });
      expect(await historyOf(agencyModels(connection), dossier._id)).toMatchObject([{ by: 'officer' }]);
    });
  });

  test('that was converted in part before a kill is converted in the rest, and the part stays as it is', async () => {
    await collection().insertOne(oldDossier(1));
    await migrate(db, testNaming);
    const [first] = await collection().find().toArray();
    await db.collection<{ _id: string }>('migrations').deleteMany({});
    await collection().insertMany([oldDossier(2), oldDossier(3)]);
    expect(await migrate(db, testNaming)).toEqual(names);
    expect(await collection().findOne({ _id: first?._id ?? '' })).toEqual(first);
    expect(await collection().countDocuments({ recordedWith: { $exists: true } })).toBe(3);
  });

  test('opened by two instances at once is converted once, and neither is ready before all of it is', async () => {
    await collection().insertMany(Array.from({ length: 600 }, (_, number) => oldDossier(number)));
    let written = 0;
    const count = ({ commandName, reply }: mongo.CommandSucceededEvent) => {
      if (commandName === 'update') written += (reply as { nModified: number }).nModified;
    };
    const other = await mongo.MongoClient.connect(database.uri, { monitorCommands: true });
    try {
      client.on('commandSucceeded', count);
      other.on('commandSucceeded', count);
      const left = () => collection().countDocuments({ recordedWith: { $exists: false } });
      const ready = async (each: mongo.Db) => {
        await migrate(each, testNaming);
        return left();
      };
      expect(await Promise.all([ready(db), ready(other.db())])).toEqual([0, 0]);
    } finally {
      await other.close();
    }
    // Each dossier once for the ids of its values, once for its links, its releases and its history.
    expect(written).toBe(4 * 600);
    expect(await noted()).toEqual([...names].sort());
  }, 30_000);

  test('is not touched a second time', async () => {
    await collection().insertOne(oldDossier(1));
    expect(await migrate(db, testNaming)).toEqual(names);
    expect(await migrate(db, testNaming)).toEqual([]);
  });

  test('of a newer version than the program is refused in one line, and nothing is written', async () => {
    await db.collection<{ _id: string }>('migrations').insertOne({ _id: '2099-01-01-of-the-future' });
    await collection().insertOne(oldDossier(1));
    const opening = openDatabase('BELARUS', database.uri, testNaming);
    await expect(opening).rejects.toThrow(SettingsError);
    await expect(opening).rejects.toThrow(/newer version.*2099-01-01-of-the-future/);
    expect(await collection().findOne({})).not.toHaveProperty('recordedWith');
  });

  test('of a version before the last migration is opened', async () => {
    await migrate(db, testNaming, []);
    await expect(opened(async (dossiers) => dossiers)).resolves.toEqual([]);
    expect(await noted()).toEqual([...names].sort());
  });
});
