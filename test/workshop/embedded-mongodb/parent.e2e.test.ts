import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { mongo } from 'mongoose';
import { choiceOf } from '../../../workshop/embedded-mongodb/find-mongod.ts';
import { lockDataDirectory } from '../../../workshop/embedded-mongodb/lock.ts';
import { startEmbeddedMongoDb } from '../../../workshop/embedded-mongodb/start.ts';
import { long } from '../../support/long.ts';
import { isAlive, startHolder, untilGone } from './support/holder.ts';
import { inTemporaryDirectory } from './support/temporary.ts';

async function processGroup(pid: number): Promise<number> {
  const { stdout } = await promisify(execFile)('ps', ['-o', 'pgid=', '-p', String(pid)]);
  return Number(stdout);
}

describe('a server and the process that started it', () => {
  test(
    'killed with -9, the parent leaves no server, and the directory and its data go to the next one',
    () =>
      inTemporaryDirectory(async (directory) => {
        const { process: parent, uri, serverPid } = await startHolder(directory);
        const client = await mongo.MongoClient.connect(uri);
        await client.db('parent').collection('entries').insertOne({ acknowledged: true });
        await client.close();

        await expect(lockDataDirectory(directory, () => undefined)).rejects.toThrow(
          `${directory} is in use by another running stack`,
        );
        expect(isAlive(serverPid)).toBe(true);

        parent.kill('SIGKILL');
        const killedAt = Date.now();
        const [, release] = await Promise.all([
          untilGone(serverPid, 5_000),
          lockDataDirectory(directory, () => undefined),
        ]);
        expect(Date.now() - killedAt).toBeLessThan(10_000);

        const next = await startEmbeddedMongoDb({
          dataDirectory: directory,
          choice: choiceOf(process.env),
          report: () => undefined,
        });
        const again = await mongo.MongoClient.connect(next.uri);
        expect(await again.db('parent').collection('entries').countDocuments({ acknowledged: true })).toBe(1);
        await again.close();
        await next.stop();
        await release();
      }),
    30_000,
  );

  test(
    "Ctrl-C in the parent's terminal reaches the parent alone, which then stops the server",
    () =>
      inTemporaryDirectory(async (directory) => {
        const { process: parent, serverPid } = await startHolder(directory);
        expect(await processGroup(serverPid)).toBe(serverPid);
        const exited = new Promise((resolve) => parent.once('exit', resolve));
        parent.kill('SIGINT');
        expect(await exited).toBe(0);
        expect(isAlive(serverPid)).toBe(false);
        await (await lockDataDirectory(directory, () => undefined))();
      }),
    30_000,
  );

  long.test(
    'a new server takes the directory over at once from one whose parent has just been killed',
    () =>
      inTemporaryDirectory(async (directory) => {
        const { process: parent } = await startHolder(directory);
        parent.kill('SIGKILL');
        const next = await startEmbeddedMongoDb({
          dataDirectory: directory,
          choice: choiceOf(process.env),
          report: () => undefined,
        });
        await next.stop();
        expect(await next.exited).toMatchObject({ expected: true });
      }),
    30_000,
  );
});
