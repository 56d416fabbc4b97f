import { mongo } from 'mongoose';
import { agencyModels } from '../../../../../subgraphs/agency/storage/database/agency-models.ts';
import { openDatabase } from '../../../../../subgraphs/agency/storage/database/database.ts';
import { linksInDossiers } from '../../../../../subgraphs/agency/storage/migrations/2026-11-24-links-in-dossiers.ts';
import { type FreshDatabase, freshDatabase } from '../../../../support/database.ts';
import { testNaming } from '../../../../support/match-keys.ts';
import { oldDossier } from './old-dossier.ts';

const decidedAt = new Date('2025-06-01T09:00:00Z');
const same = { decision: 'SAME', decidedAt };
const none = { decision: 'NONE' };

/** A link as version 0.1.0 stored it. */
const oldLink = (ownDossier: string, foreignDossier: string, own: object, told: object) => ({
  _id: `${ownDossier}~${foreignDossier}`,
  ownDossier,
  foreignAgency: 'RUSSIA',
  foreignDossier,
  own,
  told,
  ...(own === same &&
    told === same && { confirmedForeign: foreignDossier, confirmedOwn: `${ownDossier} RUSSIA` }),
});
const link = (dossier: string, own: object, told: object) => ({ agency: 'RUSSIA', dossier, own, told });

const dossiers = [1, 2, 3].map(oldDossier);
const [confirmed = '', waiting = '', alone = ''] = dossiers.map(({ _id }) => _id);
const links = [
  oldLink(confirmed, 'RU-0000000001', same, same),
  oldLink(confirmed, 'RU-0000000002', { decision: 'DIFFERENT', decidedAt }, same),
  oldLink(waiting, 'RU-0000000003', same, none),
  oldLink('BY-0000000000', 'RU-0000000004', same, same),
];

describe('links of version 0.1.0', () => {
  let database: FreshDatabase;
  let client: mongo.MongoClient;
  let db: mongo.Db;
  const insert = (collection: string, rows: { _id: string }[]) =>
    db.collection<{ _id: string }>(collection).insertMany(rows);
  const dossiersById = async () => {
    const found = await db.collection('dossiers').find().toArray();
    return new Map(found.map((dossier) => [String(dossier._id), dossier]));
  };
  const collections = async () =>
    (await db.listCollections({}, { nameOnly: true }).toArray()).map(({ name }) => name);

  beforeEach(async () => {
    database = freshDatabase();
    client = await mongo.MongoClient.connect(database.uri);
    db = client.db();
    await insert('dossiers', dossiers);
    await insert('links', links);
  });
  afterEach(async () => {
    await client.close();
    await database.drop();
  });

  test('are in their dossiers afterwards, whatever was decided of them', async () => {
    await linksInDossiers.up(db, testNaming);
    const found = await dossiersById();
    expect(found.get(confirmed)?.links).toEqual([
      link('RU-0000000001', same, same),
      link('RU-0000000002', { decision: 'DIFFERENT', decidedAt }, same),
    ]);
    expect(found.get(waiting)?.links).toEqual([link('RU-0000000003', same, none)]);
    expect(found.get(alone)?.links).toEqual([]);
  });

  test('say who is the same person where both agencies did, and nowhere else', async () => {
    await linksInDossiers.up(db, testNaming);
    const found = await dossiersById();
    expect(found.get(confirmed)?.samePersonAs).toEqual(['RU-0000000001']);
    expect(found.get(waiting)).not.toHaveProperty('samePersonAs');
    expect(found.get(alone)).not.toHaveProperty('samePersonAs');
  });

  test('whose dossier has gone are gone too, and so is their collection', async () => {
    await linksInDossiers.up(db, testNaming);
    expect([...(await dossiersById()).keys()].sort()).toEqual([confirmed, waiting, alone].sort());
    expect(await collections()).not.toContain('links');
  });

  test('are moved once, also when it was begun before and killed', async () => {
    await linksInDossiers.up(db, testNaming);
    const once = await dossiersById();
    await insert('links', links.slice(0, 2));
    await linksInDossiers.up(db, testNaming);
    expect(await dossiersById()).toEqual(once);
    expect(await collections()).not.toContain('links');
  });

  test('are none in a database that has none, and then nothing is changed but what was not there', async () => {
    await linksInDossiers.up(db, testNaming);
    const once = await dossiersById();
    await linksInDossiers.up(db, testNaming);
    expect(await dossiersById()).toEqual(once);
    for (const dossier of once.values()) expect(dossier.releases).toEqual([]);
  });

  test('are read through the current model, and released to nobody', async () => {
    const connection = await openDatabase('BELARUS', database.uri, testNaming);
    try {
      const model = agencyModels(connection).dossiers;
      for (const document of await model.find()) await document.validate();
      const found = await model.findOne({ samePersonAs: 'RU-0000000001' }).lean();
      expect(found).toMatchObject({ _id: confirmed, links: [{ own: same, told: same }, {}], releases: [] });
    } finally {
      await connection.close();
    }
  });
});
