import { mongo } from 'mongoose';
import { notedForeignCases } from '../../../../../subgraphs/agency/storage/migrations/2026-11-29-foreign-cases.ts';
import { placedSightings } from '../../../../../subgraphs/agency/storage/migrations/2026-11-29-places.ts';
import { notedRecorders } from '../../../../../subgraphs/agency/storage/migrations/2026-11-29-recorders.ts';
import { waitingForTurns } from '../../../../../subgraphs/agency/storage/migrations/2026-11-29-turns.ts';
import { freshDatabase } from '../../../../support/database.ts';
import { testNaming } from '../../../../support/match-keys.ts';

const day = 86_400_000;
const daysOn = (days: number) => new Date(Date.now() + days * day);

describe('early warnings of an earlier version', () => {
  const database = freshDatabase();
  let client: mongo.MongoClient;
  let db: mongo.Db;
  beforeAll(async () => {
    client = await mongo.MongoClient.connect(database.uri);
    db = client.db();
  });
  beforeEach(async () => {
    for (const name of ['dossiers', 'sightings', 'indicators', 'indicatorDays', 'notices'])
      await db.collection(name).deleteMany({});
  });
  afterAll(async () => {
    await client.close();
    await database.drop();
  });
  const insert = (collection: string, ...rows: (Record<string, unknown> & { _id: string })[]) =>
    db.collection<{ _id: string }>(collection).insertMany(rows);
  const all = (collection: string) => db.collection(collection).find().sort({ _id: 1 }).toArray();

  test('tell officers apart who recorded identifiers, and take all imports for one', async () => {
    const requests = ['officer-1 key-1', 'officer-1 key-2', 'the officer-2 key-1', 'import 1', 'import 2'];
    await insert('dossiers', ...requests.map((recordedWith, n) => ({ _id: `BY-${n}`, recordedWith })));
    await insert('sightings', ...requests.map((_each, n) => ({ _id: `BY-${n} N`, dossier: `BY-${n}` })));
    await notedRecorders.up(db, testNaming);
    const [one, again, other, ...imports] = (await all('sightings')).map(({ recorder }) => recorder);
    expect(again).toBe(one);
    expect(other).not.toBe(one);
    expect(imports).toEqual(['IMPORT', 'IMPORT']);
    expect(JSON.stringify(await all('sightings'))).not.toContain('officer');
  });

  test('keep the recorders that are noted, when it is done again', async () => {
    await insert('dossiers', { _id: 'BY-1', recordedWith: 'officer-1 key-1' });
    await insert('sightings', { _id: 'BY-1 N', dossier: 'BY-1' });
    await notedRecorders.up(db, testNaming);
    const before = await all('sightings');
    await notedRecorders.up(db, testNaming);
    expect(await all('sightings')).toEqual(before);
  });

  test('let go of the days that were taken ahead, and keep what goes today', async () => {
    await insert(
      'indicators',
      { _id: 'A', indicator: 'later', state: 'WAITING', order: `0 ${daysOn(50).toISOString()}` },
      { _id: 'B', indicator: 'imported', state: 'WAITING', order: `1 ${daysOn(2).toISOString()}` },
      { _id: 'C', indicator: 'now', state: 'WAITING', order: `0 ${daysOn(-1).toISOString()}` },
      { _id: 'D', indicator: 'told', state: 'TOLD', order: `0 ${daysOn(1).toISOString()}` },
    );
    await insert(
      'sightings',
      ...['later', 'imported', 'now', 'told'].map((indicator) => ({ _id: indicator, indicator })),
    );
    await insert(
      'indicatorDays',
      { _id: 'CASE BY-2026-000001', slots: 3, at: daysOn(50) },
      { _id: 'OFFICER officer-1', slots: 3, at: daysOn(-1) },
      { _id: 'RUN 2026-11-20 CASE BY-2026-000001', slots: 5, at: daysOn(1) },
    );
    for (const _again of [1, 2]) await waitingForTurns.up(db, testNaming);
    expect((await all('indicators')).map(({ _id }) => _id)).toEqual(['C', 'D']);
    expect(await all('sightings')).toEqual([
      { _id: 'imported', indicator: 'imported', change: 'HELD' },
      { _id: 'later', indicator: 'later', change: 'HELD' },
      { _id: 'now', indicator: 'now' },
      { _id: 'told', indicator: 'told' },
    ]);
    expect((await all('indicatorDays')).map(({ _id }) => _id)).toEqual([
      'OFFICER officer-1',
      'RUN 2026-11-20 CASE BY-2026-000001',
    ]);
  });

  test('have places among those of their officer, in the order in which they were recorded, and an index of them', async () => {
    const sightings = db.collection('sightings');
    await sightings.createIndex({ change: 1, isImported: 1, at: 1 }, { name: 'sighting_change' });
    const row = (_id: string, recorder: string, minutes: number, changed: object = {}) => ({
      _id,
      recorder,
      at: new Date(minutes * 60_000),
      isImported: false,
      change: 'HELD',
      ...changed,
    });
    await insert(
      'sightings',
      row('A', 'one', 3),
      row('B', 'one', 1),
      row('C', 'other', 2),
      row('D', 'IMPORT', 1, { isImported: true }),
      row('E', 'one', 1, { change: 'WAITS', turn: '1 0 2026' }),
      row('F', 'other', 9, { place: 7 }),
    );
    for (const _again of [1, 2]) await placedSightings.up(db, testNaming);
    expect((await all('sightings')).map(({ _id, place }) => [_id, place])).toEqual([
      ['A', 2],
      ['B', 1],
      ['C', 1],
      ['D', undefined],
      ['E', undefined],
      ['F', 7],
    ]);
    expect((await sightings.indexes()).map(({ name }) => name)).not.toContain('sighting_change');
  });

  test('list each dossier that names a case of another agency once, and change none', async () => {
    await insert(
      'dossiers',
      { _id: 'BY-1', agency: 'BELARUS', cases: ['BY-2026-000001', 'RU-2026-000001'] },
      { _id: 'BY-2', agency: 'BELARUS', cases: ['BY-2026-000001'] },
    );
    const before = await all('dossiers');
    for (const _again of [1, 2]) await notedForeignCases.up(db, testNaming);
    expect(await all('notices')).toMatchObject([
      { _id: 'BELARUS FOREIGN_CASES BY-1', kind: 'FOREIGN_CASES', data: { dossier: 'BY-1' } },
    ]);
    expect(await all('dossiers')).toEqual(before);
  });
});
