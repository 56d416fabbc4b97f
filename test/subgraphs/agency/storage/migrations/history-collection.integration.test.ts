import mongoose, { mongo } from 'mongoose';
import { agencyModels } from '../../../../../subgraphs/agency/storage/database/agency-models.ts';
import { openDatabase } from '../../../../../subgraphs/agency/storage/database/database.ts';
import { historyCollection } from '../../../../../subgraphs/agency/storage/migrations/2026-11-25-history-collection.ts';
import { migrate } from '../../../../../subgraphs/agency/storage/migrations/migrate.ts';
import { recordingStep } from '../../../../../workshop/demo-data/people/record-from.ts';
import { freshDatabase } from '../../../../support/database.ts';
import { dossierOf } from '../../../../support/hand-made-dossiers.ts';
import { historyOf } from '../../../../support/history-of.ts';
import { testNaming } from '../../../../support/match-keys.ts';

/** A dossier with its history in it, as earlier versions have stored it. */
function oldDossier(number: number) {
  const dossier = dossierOf(`BY-H1ST0RY${String(number).padStart(4, '0')}`);
  const first = recordingStep(dossier);
  const history = [
    first,
    { ...first, version: 2, action: 'AMEND', idempotency: { key: `key-${number}`, fingerprint: 'f' } },
  ];
  return { ...dossier, version: 2, history };
}

describe('a history that stands in its dossier', () => {
  const database = freshDatabase();
  let client: mongo.MongoClient;
  beforeEach(async () => {
    client ??= await mongo.MongoClient.connect(database.uri);
    for (const name of ['dossiers', 'history', 'migrations'])
      await client.db().collection(name).deleteMany({});
  });
  afterAll(async () => {
    await client.close();
    await database.drop();
  });
  const old = () => client.db().collection<{ _id: string }>('dossiers');
  const lines = () => client.db().collection<{ _id: string }>('history');

  test('is moved line by line into the collection, and its dossier loses it and is otherwise what it was', async () => {
    const [one, two] = [oldDossier(1), oldDossier(2)];
    await old().insertMany([one, two] as never);
    const connection = await openDatabase('BELARUS', database.uri, testNaming);
    try {
      const models = agencyModels(connection);
      const history = await historyOf(models, one._id);
      expect(history.map(({ version, action }) => [version, action])).toEqual([
        [1, 'RECORD'],
        [2, 'AMEND'],
      ]);
      for (const line of await models.history.find()) await line.validate();
      const { history: _, ...rest } = one;
      expect(await models.dossiers.findById(one._id).lean()).toEqual({ ...rest, heldUntil: one.nextErasure });
    } finally {
      await connection.close();
    }
  });

  test('is there once after a run that was killed between, and after two at once', async () => {
    const dossiers = Array.from({ length: 700 }, (_, number) => oldDossier(number));
    await old().insertMany(dossiers as never);
    const [line] = dossiers[3]?.history ?? [];
    await lines().insertOne({
      ...line,
      _id: `${dossiers[3]?._id} 000000001`,
      record: dossiers[3]?._id,
    } as never);
    await Promise.all([
      historyCollection.up(client.db(), testNaming),
      historyCollection.up(client.db(), testNaming),
    ]);
    expect(await lines().countDocuments({})).toBe(2 * dossiers.length);
    expect(await old().countDocuments({ history: { $exists: true } })).toBe(0);
  });

  test('is not looked for again', async () => {
    await old().insertOne(oldDossier(5) as never);
    await migrate(client.db(), testNaming);
    expect(await migrate(client.db(), testNaming)).toEqual([]);
    expect(mongoose.connection.readyState).toBe(0);
  });
});
