import {
  connectDatabase,
  connectToAnswer,
  openDatabase,
} from '../../../../../subgraphs/agency/storage/database/database.ts';
import { passingCodes } from '../../../../../subgraphs/agency/storage/driver-errors/is-passing.ts';
import { atEndOfFile } from '../../../../support/end-of-file.ts';
import { freePort } from '../../../../support/end-to-end/stack.ts';
import { until } from '../../../../support/end-to-end/until.ts';
import { testNaming } from '../../../../support/match-keys.ts';
import { Member } from '../../../../support/member.ts';
import type { ReplicaSet } from '../../../../support/replica-set.ts';
import { temporaryDirectory } from '../../../../support/temporary-directory.ts';
import { mongodBinary, startSet } from './support.ts';

let set: ReplicaSet;

/** A mongod that is a member of no replica set that was initiated. */
async function startAlone(name: string, ...options: string[]): Promise<Member> {
  const member = new Member(await mongodBinary(), options, directory.path(name), await freePort());
  atEndOfFile(() => member.kill());
  await member.start();
  return member;
}

beforeAll(async () => {
  const options = ['--setParameter', 'enableTestCommands=1'];
  set = await startSet({ name: 'opening', options }, directory.path('set'));
});
const directory = temporaryDirectory();

const refused = (problem: string) => ({ name: 'SettingsError', message: `BELARUS_MONGODB_URI: ${problem}` });
const lacksPrimary = refused(
  'the replica set there has no primary: it was never initiated, or has lost its majority',
);

describe('a database is opened', () => {
  test('that is a replica set, whether its primary is found or named', async () => {
    const primary = await set.primary();
    for (const uri of [set.uri('belarus'), `mongodb://${primary.address}/belarus?directConnection=true`]) {
      await (await openDatabase('BELARUS', uri, testNaming)).close();
      await (await connectToAnswer('BELARUS', uri)).close();
    }
  });
});

describe('a database is refused in one line', () => {
  test('when it is a server alone', async () => {
    const { address } = await startAlone('alone');
    await expect(connectDatabase('BELARUS', `mongodb://${address}/belarus`)).rejects.toMatchObject(
      refused('is not a replica set: start its mongod with --replSet, and initiate it'),
    );
  });

  test('when it is full', async () => {
    const primary = await set.primary();
    const data = {
      failCommands: ['createIndexes', 'create', 'insert'],
      errorCode: passingCodes.OutOfDiskSpace,
    };
    await primary.command({ configureFailPoint: 'failCommand', mode: 'alwaysOn', data });
    try {
      await expect(openDatabase('BELARUS', set.uri('full'), testNaming)).rejects.toMatchObject(
        refused('the database cannot be written to now (OutOfDiskSpace)'),
      );
    } finally {
      await primary.command({ configureFailPoint: 'failCommand', mode: 'off' });
    }
  });

  test('when its replica set has no primary', async () => {
    const [left, ...others] = set.members;
    await Promise.all(others.map((member) => member.kill()));
    const isPrimary = async () => (await left?.command({ hello: 1 }))?.isWritablePrimary === true;
    await until(async () => !(await isPrimary()), 30_000);
    for (const uri of [set.uri('belarus'), `mongodb://${left?.address}/belarus?directConnection=true`])
      await expect(connectDatabase('BELARUS', uri)).rejects.toMatchObject(lacksPrimary);
  });
});
