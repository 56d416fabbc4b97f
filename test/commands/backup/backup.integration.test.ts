import { readFileSync } from 'node:fs';
import { mongo } from 'mongoose';
import { exportDatabase } from '../../../commands/backup/export-database.ts';
import { restoreDatabase } from '../../../commands/backup/restore-database.ts';
import { messageOf } from '../../../commands/running/message-of.ts';
import { leasesCollection, StoredLease } from '../../../subgraphs/agency/storage/channel/stored-lease.ts';
import { agencyModels } from '../../../subgraphs/agency/storage/database/agency-models.ts';
import { openDatabase } from '../../../subgraphs/agency/storage/database/database.ts';
import { insertLists } from '../../../subgraphs/agency/storage/lists/update-lists.ts';
import { unfinishedRestore } from '../../../subgraphs/agency/storage/migrations/unfinished-restore.ts';
import { belarus } from '../../../subgraphs/belarus/definition.ts';
import { oldDossier } from '../../subgraphs/agency/storage/migrations/old-dossier.ts';
import { type FreshDatabase, freshDatabase } from '../../support/database.ts';
import { dossierOf, proposalOf, releaseOf } from '../../support/hand-made-dossiers.ts';
import { operationAt } from '../../support/hand-made-operations.ts';
import { testNaming } from '../../support/match-keys.ts';
import { temporaryDirectory } from '../../support/temporary-directory.ts';
import { type AgencyInProcess, agencyInProcess } from '../../support/world/agency.ts';
import { fillChannel, fillIndicators, fillMeasures } from './channel-records.ts';

const files = temporaryDirectory();
const signal = new AbortController().signal;
let exports = 0;
const newFile = () => files.path(`${exports++}.jsonl`);
type Row = { _id: string };

describe('a backup', () => {
  let database: FreshDatabase;
  let client: mongo.MongoClient;
  let db: mongo.Db;
  beforeEach(async () => {
    database = freshDatabase();
    client = await mongo.MongoClient.connect(database.uri);
    db = client.db();
  });
  afterEach(async () => {
    await client.close();
    await database.drop();
  });

  async function exported(): Promise<string> {
    const file = newFile();
    await exportDatabase('BELARUS', database.uri, file, signal);
    return file;
  }
  const restored = (file: string) => restoreDatabase('BELARUS', database.uri, file, testNaming);
  async function everything(of: mongo.Db): Promise<Record<string, unknown[]>> {
    const names = (await of.listCollections({}, { nameOnly: true }).toArray()).map(({ name }) => name);
    const found = names.sort().map(async (name) => {
      const rows = await of.collection<Row>(name).find().sort({ _id: 1 }).toArray();
      return [name, rows] as const;
    });
    return Object.fromEntries(await Promise.all(found));
  }

  describe('of an agency with records', () => {
    let agency: AgencyInProcess;
    let file: string;
    let uri: string;
    let original: mongo.Db;
    beforeEach(async () => {
      agency = await agencyInProcess(belarus, { demo: 6 });
      // What another agency reads is on record, and so in the backup.
      await agency.run('{ belarus { releasedDossiers { nodes { id } } } }', {}, { agency: 'RUSSIA' });
      await agency.stores.comparisons.remember('1', { values: [2], changes: 0 }, new Date());
      await agency.models.surnames.create({ _id: '1', bits: 4, at: new Date() });
      await fillChannel(agency);
      await fillIndicators(agency);
      await fillMeasures(agency);
      await agency.models.operations.create(operationAt('SUSPENDED', { name: '7Q4KZ0XN3VDH9TRC' }));
      const proposed = dossierOf('BY-0000000000', { handlingCode: 'ON_RELEASE', releases: [proposalOf()] });
      await insertLists(agency.models, testNaming, [proposed]);
      original = agency.connection.db as mongo.Db;
      const { host, port, name } = agency.connection;
      uri = `mongodb://${host}:${port}/${name}`;
      file = newFile();
      await exportDatabase('BELARUS', uri, file, signal);
    });
    afterEach(() => agency.stop());

    test('restores every collection that the database has, with every document as it was', async () => {
      const tail = await restored(file);
      const before = await everything(original);
      expect(await everything(db)).toEqual(before);
      expect(Object.keys(tail.counts).sort()).toEqual(Object.keys(before).sort());
      const empty = Object.keys(before).filter((name) => before[name]?.length === 0);
      expect(empty).toEqual([]);
    });

    test('has the restriction under which each release was given', async () => {
      const release = releaseOf({ handling: 'H3', handlingRemark: 'Ask the liaison first' });
      const { _id } = (await original.collection<Row>('dossiers').findOne()) ?? { _id: '' };
      await original
        .collection<Row>('dossiers')
        .updateOne({ _id }, { $set: { releases: [release] } } as object);
      const beside = newFile();
      await exportDatabase('BELARUS', uri, beside, signal);
      const written = readFileSync(beside, 'utf8')
        .split('\n')
        .filter((line) => line.includes('"H3"'));
      expect(written).toHaveLength(1);
      expect(written[0]).toContain('"handling":"H3","handlingRemark":"Ask the liaison first"');
      expect(written[0]).toContain(_id);
    });

    test('restores bytes as bytes: elements, and the secrets that take their blinds off', async () => {
      await restored(file);
      const element = Buffer.alloc(32, 7);
      expect(
        await db.collection<Row>('indicators').findOne({ element: new mongo.Binary(element) }),
      ).toMatchObject({
        element: new mongo.Binary(element),
      });
      expect(await db.collection<Row>('indicatorRounds').findOne({})).toMatchObject({
        slots: [{ blind: new mongo.Binary(Buffer.alloc(32, 9)), element: new mongo.Binary(element) }],
      });
    });

    test('restores the indexes, and a database that opens', async () => {
      await restored(file);
      const indexes = async (of: mongo.Db) =>
        (await of.collection('dossiers').indexes()).map(({ name }) => name).sort();
      expect(await indexes(db)).toEqual(await indexes(original));
      await (await openDatabase('BELARUS', database.uri, testNaming)).close();
    });

    test('is taken while an instance holds a lease, and restored beside one that a killed instance left', async () => {
      expect(await new StoredLease(agency.connection, 'instance').hold()).toBe(true);
      const beside = newFile();
      await exportDatabase('BELARUS', uri, beside, signal);
      await new StoredLease(agency.connection, 'instance').release();
      await db.collection<Row>(leasesCollection).insertOne({ _id: 'relay' });
      const { counts } = await restored(beside);
      expect(Object.keys(counts)).not.toContain(leasesCollection);
      const { [leasesCollection]: left, ...rest } = await everything(db);
      const { [leasesCollection]: released, ...before } = await everything(original);
      expect({ left, rest }).toEqual({ left: undefined, rest: before });
      expect(released).toEqual([]);
      await original.collection(leasesCollection).drop();
    });

    test('is not taken of a database with a collection that would be left out', async () => {
      await original.collection<Row>('evidence').insertOne({ _id: 'a' });
      await expect(exportDatabase('BELARUS', uri, newFile(), signal)).rejects.toThrow('collection evidence');
      await original.collection('evidence').drop();
    });

    test('is not taken of a record that could not be restored, which is named by its place', async () => {
      await original.collection<Row>('groups').insertOne({ _id: '0', name: 'Probny' } as Row);
      const failed = await exportDatabase('BELARUS', uri, newFile(), signal).catch(messageOf);
      expect(failed).toContain('record 1 of groups');
      expect(failed).not.toContain('Probny');
    });

    test('is not restored into a database with one record, which stays alone', async () => {
      await db.collection<Row>('links').insertOne({ _id: 'a' });
      await expect(restored(file)).rejects.toThrow('not empty (links)');
      expect(await everything(db)).toEqual({ links: [{ _id: 'a' }] });
    });

    test('is restored into a database that a subgraph has opened and nobody has written', async () => {
      await (await openDatabase('BELARUS', database.uri, testNaming)).close();
      await restored(file);
      expect(await everything(db)).toEqual(await everything(original));
    });

    test('whose restore was killed is not opened, nor exported, and is restored when that is asked again', async () => {
      const half = await agencyModels(agency.connection).dossiers.find().limit(3).lean();
      await db.collection<Row>('migrations').insertOne({ _id: unfinishedRestore });
      await db.collection<Row>('dossiers').insertMany(half);
      await expect(openDatabase('BELARUS', database.uri, testNaming)).rejects.toThrow(
        'restore of this database',
      );
      await expect(exported()).rejects.toThrow('restore of this database');
      await restored(file);
      expect(await everything(db)).toEqual(await everything(original));
    });
  });

  test('of version 0.1.0 is restored into the form of this version', async () => {
    const old = [oldDossier(1), oldDossier(2)].sort((a, b) => (a._id < b._id ? -1 : 1));
    await db.collection<Row>('dossiers').insertMany(old);
    const file = await exported();
    expect(await db.collection<Row>('dossiers').findOne({ recordedWith: { $exists: true } })).toBeNull();
    await db.collection('dossiers').drop();
    // Its unique index has no room for two dossiers of that version.
    await (await openDatabase('BELARUS', database.uri, testNaming)).close();
    await restored(file);
    const connection = await openDatabase('BELARUS', database.uri, testNaming);
    try {
      const dossiers = await agencyModels(connection).dossiers.find().sort({ _id: 1 });
      for (const dossier of dossiers) await dossier.validate();
      expect(dossiers.map(({ _id }) => _id)).toEqual(old.map(({ _id }) => _id));
    } finally {
      await connection.close();
    }
  });

  test('of an empty database is restored as one', async () => {
    const file = await exported();
    expect(await restored(file)).toMatchObject({ counts: { dossiers: 0, groups: 0, reads: 0 } });
  });
});
