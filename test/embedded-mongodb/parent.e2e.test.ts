import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import { mongo } from 'mongoose';
import { lockDataDirectory } from '../../embedded-mongodb/lock.ts';
import { choiceOf, startEmbeddedMongoDb } from '../../embedded-mongodb/start.ts';
import { fakeMongod } from './support/fake-mongod.ts';
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
        expect(await processGroup(serverPid)).not.toBe(await processGroup(parent.pid ?? 0));
        const exited = new Promise((resolve) => parent.once('exit', resolve));
        parent.kill('SIGINT');
        expect(await exited).toBe(0);
        expect(isAlive(serverPid)).toBe(false);
        await (await lockDataDirectory(directory, () => undefined))();
      }),
    30_000,
  );

  test(
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

describe('a mongod and the process that started it', () => {
  test(
    'it is in a process group of its own, and ends with its parent',
    () =>
      inTemporaryDirectory(async (directory) => {
        await fakeMongod(join(directory, 'bin'), '7.0.14');
        const { process: parent, serverPid } = await startHolder(join(directory, 'data'), {
          ...process.env,
          PATH: `${join(directory, 'bin')}:${process.env.PATH}`,
          EMBEDDED_MONGODB: 'mongod',
        });
        expect(await processGroup(serverPid)).toBe(serverPid);
        expect(isAlive(serverPid)).toBe(true);
        parent.kill('SIGKILL');
        await untilGone(serverPid, 6_000);
      }),
    30_000,
  );
});
