import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { runInNewContext } from 'node:vm';
import { type Connection, mongo } from 'mongoose';
import { exportedCollections, leftOutCollections } from '../../../commands/backup/collections.ts';
import { agencyModels } from '../../../subgraphs/agency/storage/database/agency-models.ts';
import { connectToAnswer, openDatabase } from '../../../subgraphs/agency/storage/database/database.ts';
import { readStore } from '../../../subgraphs/agency/storage/reads/read-store.ts';
import { testNaming } from '../../support/match-keys.ts';
import { initiate, type Mongod, setName, startMongod } from '../../support/mongod.ts';
import { temporaryDirectory } from '../../support/temporary-directory.ts';

const files = temporaryDirectory();
const path = (name: string) => new URL(`../../../deploy/mongodb/${name}`, import.meta.url);
const passwords = { root: 'administrator-1', serving: 'serving-pass-1', jobs: 'jobs-pass-1' };
files.write('belarus-serving-mongodb-password', `${passwords.serving}\n`);
files.write('belarus-jobs-mongodb-password', `${passwords.jobs}\n`);

/** Runs the script that makes the users as mongosh does: its `db` answers synchronously there, here beforehand. */
async function makeUsers(client: mongo.MongoClient): Promise<void> {
  const script = readFileSync(path('users.js'), 'utf8');
  const database = client.db('belarus');
  const lists = {
    rolesInfo: await database.command({ rolesInfo: 'serving' }),
    usersInfo: await database.command({ usersInfo: ['serving', 'jobs'] }),
  };
  const commands: mongo.Document[] = [];
  const runCommand = (command: mongo.Document) => {
    if ('rolesInfo' in command) return lists.rolesInfo;
    if ('usersInfo' in command)
      return {
        users: (lists.usersInfo.users as { user: string }[]).filter(({ user }) => user === command.usersInfo),
      };
    commands.push(command);
    return { ok: 1 };
  };
  runInNewContext(script, {
    require: createRequire(import.meta.url),
    process: {
      env: {
        AGENCY: 'belarus',
        SECRETS: files.path(''),
        SERVING_RIGHTS: path('serving-rights.json').pathname,
      },
    },
    db: { getSiblingDB: (name: string) => ({ name, runCommand }) },
  });
  for (const command of commands) await database.command(command);
}

describe('the two database users of an agency', () => {
  let mongod: Mongod;
  let serving: Connection;
  let jobs: Connection;
  const as = (user: keyof typeof passwords, database = 'belarus') =>
    mongod.uri(
      database,
      `replicaSet=${setName}&authSource=${user === 'root' ? 'admin' : 'belarus'}`,
      `${user}:${passwords[user]}`,
    );

  beforeAll(async () => {
    const keyFile = files.path('key');
    writeFileSync(keyFile, randomBytes(96).toString('base64'), { mode: 0o400 });
    mongod = await startMongod('--keyFile', keyFile, '--replSet', setName);
    await initiate(mongod);
    const first = await mongo.MongoClient.connect(mongod.uri('admin'));
    await first.db('admin').command({ createUser: 'root', pwd: passwords.root, roles: ['root'] });
    await first.close();
    const root = await mongo.MongoClient.connect(as('root', 'admin'));
    // Twice: run again it brings them up to date.
    await makeUsers(root);
    await makeUsers(root);
    await root.close();
    jobs = await openDatabase('BELARUS', as('jobs'), testNaming);
    serving = await connectToAnswer('BELARUS', as('serving'));
  });
  afterAll(async () => {
    await serving?.close();
    await jobs?.close();
  });

  const refused = (work: Promise<unknown>) => expect(work).rejects.toMatchObject({ code: 13 });
  const raw = (connection: Connection) => connection.db as mongo.Db;

  test('have rights on each collection, said in one file', () => {
    const rights: Record<string, string[]> = JSON.parse(readFileSync(path('serving-rights.json'), 'utf8'));
    expect(Object.keys(rights).sort()).toEqual([...exportedCollections, ...leftOutCollections].sort());
    expect(rights.reads).toEqual(['find', 'insert']);
    // Lines of a history go with the value that they tell of, in the step that takes it out, and so does what waits.
    expect(Object.keys(rights).filter((name) => rights[name]?.includes('remove'))).toEqual([
      'waiting',
      'decisions',
      'measures',
      'history',
    ]);
  });

  test('put reads on record for answers, and can neither change nor erase them', async () => {
    const reads = agencyModels(serving).reads;
    await readStore(reads).insert({
      _id: 'kxyz01234-ABCDEFGHJK',
      at: new Date(),
      requestId: 'request-1',
      by: 'officer',
      agency: 'BELARUS',
      roles: ['INVESTIGATOR'],
      mandate: { purpose: 'DETECTION', legalBasis: 'NATIONAL_LAW' },
      dossiers: ['BY-A000000001'],
      groups: [],
      coordinates: [],
      withheld: [],
    });
    expect(await readStore(reads).page({ before: undefined, limit: 1 })).toMatchObject([{ by: 'officer' }]);
    await refused(reads.updateOne({}, { by: 'nobody' }).exec());
    await refused(reads.deleteMany({}).exec());
    await refused(raw(serving).collection('reads').drop());
    expect(await reads.countDocuments({ by: 'officer' })).toBe(1);
  });

  test('erase nothing for answers, make no index, and see no other database', async () => {
    await refused(agencyModels(serving).dossiers.deleteOne({}).exec());
    await refused(raw(serving).collection('dossiers').createIndex({ any: 1 }));
    await refused(raw(serving).collection('anything').insertOne({ any: 1 }));
    await refused(serving.getClient().db('admin').collection('system.users').findOne());
    await refused(serving.getClient().db('russia').collection('dossiers').findOne());
  });

  test('erase and make indexes for jobs, in the agency’s database alone, and make no users', async () => {
    const { reads } = agencyModels(jobs);
    await expect(reads.deleteMany({ by: 'nobody' }).exec()).resolves.toMatchObject({ deletedCount: 0 });
    expect((await reads.collection.indexes()).length).toBeGreaterThan(1);
    await refused(jobs.getClient().db('russia').collection('dossiers').findOne());
    const client = await mongo.MongoClient.connect(as('jobs'));
    await refused(client.db('belarus').command({ createUser: 'another', pwd: 'x', roles: [] }));
    await client.close();
  });
});
