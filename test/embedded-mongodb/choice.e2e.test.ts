import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { startEmbeddedMongoDb } from '../../embedded-mongodb/start.ts';
import { fakeMongod } from './support/fake-mongod.ts';
import { inTemporaryDirectory } from './support/temporary.ts';

/** Nothing is ever downloaded from the real host here, on whatever machine this runs. */
const settings = [
  'MONGOMS_DOWNLOAD_MIRROR',
  'MONGOMS_DOWNLOAD_URL',
  'MONGOMS_DOWNLOAD_DIR',
  'MONGOMS_USE_HTTP',
];
const before = settings.map((name) => process.env[name]);

beforeEach(() => {
  process.env.MONGOMS_DOWNLOAD_MIRROR = 'http://127.0.0.1:1/';
});

afterEach(() => {
  for (const [index, name] of settings.entries()) {
    const value = before[index];
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
});

function starting(
  dataDirectory: string,
  path: string,
  choice: 'auto' | 'mongod' | 'download' | 'java' = 'auto',
) {
  const said: string[] = [];
  const report = (line: string) => void said.push(line);
  return {
    said,
    server: startEmbeddedMongoDb({ dataDirectory, choice, report, environment: { PATH: path } }),
  };
}

describe('which server is taken', () => {
  test('a mongod on PATH before all others, and its name is said', () =>
    inTemporaryDirectory(async (directory) => {
      await fakeMongod(join(directory, 'bin'), '7.0.14');
      const { said, server } = starting(join(directory, 'data'), `/nowhere:${join(directory, 'bin')}`);
      const { kind, version, uri, stop, exited } = await server;
      expect({ kind, version }).toEqual({ kind: 'mongod', version: '7.0.14' });
      expect(uri).toMatch(/^mongodb:\/\/127\.0\.0\.1:\d+\/\?journal=true$/);
      expect(said).toEqual([
        expect.stringMatching(/^mongod: MongoDB 7\.0\.14 on port \d+, data in .*\/data\/mongod$/),
      ]);
      await stop();
      expect(await exited).toMatchObject({ expected: true, code: 0 });
    }));

  test('not one that the driver cannot speak to', () =>
    inTemporaryDirectory(async (directory) => {
      await fakeMongod(join(directory, 'bin'), '4.2.25');
      const { said, server } = starting(join(directory, 'data'), join(directory, 'bin'));
      await expect(server).rejects.toThrow(/No MongoDB server/);
      expect(said[0]).toMatch(/^passed over mongod: .*mongod is 4\.2\.25, and 4\.4 is the oldest/);
    }));

  test('none, when there is none: one error, quickly, with every reason and the ways out', () =>
    inTemporaryDirectory(async (directory) => {
      const start = Date.now();
      const { said, server } = starting(join(directory, 'data'), directory);
      await expect(server).rejects.toThrow(
        /^No MongoDB server can be had for .*\/data \(mongod: no mongod on PATH; download: MongoDB [\d.]+ cannot be downloaded: connect ECONNREFUSED 127\.0\.0\.1:1; java: no Java 17 on PATH\)\. Ways out: set BELARUS_MONGODB_URI and RUSSIA_MONGODB_URI to servers of your own, put mongod on PATH, or install Java 17 and Maven\.$/,
      );
      expect(Date.now() - start).toBeLessThan(3_000);
      expect(said.map((line) => line.split(':')[0])).toEqual(
        ['mongod', 'download', 'java'].map((kind) => `passed over ${kind}`),
      );
    }));

  test('only the one that was asked for', () =>
    inTemporaryDirectory(async (directory) => {
      await fakeMongod(join(directory, 'bin'), '7.0.14');
      const { server } = starting(join(directory, 'data'), join(directory, 'bin'), 'java');
      await expect(server).rejects.toThrow(/\(java: no Java 17 on PATH\)/);
    }));

  test('the one whose data is there, although another comes first, until that is asked for', () =>
    inTemporaryDirectory(async (directory) => {
      await fakeMongod(join(directory, 'bin'), '7.0.14');
      await mkdir(join(directory, 'data'));
      await writeFile(join(directory, 'data', 'kind'), 'java\n');
      const kept = starting(join(directory, 'data'), join(directory, 'bin'));
      await expect(kept.server).rejects.toThrow(
        /\(java: .*\)\. Ways out: the data there is of "java": move .*\/data away/,
      );

      const asked = starting(join(directory, 'data'), join(directory, 'bin'), 'mongod');
      await (await asked.server).stop();
      expect(asked.said[0]).toMatch(/holds data of "java", which "mongod" does not see$/);
      expect(await readFile(join(directory, 'data', 'kind'), 'utf8')).toBe('mongod\n');
    }));
});

describe('a mongod that has to be downloaded', () => {
  test(
    'is fetched once into the cache, said, and started',
    () =>
      inTemporaryDirectory(async (directory) => {
        await fakeMongod(join(directory, 'mongodb', 'bin'), '8.2.6', 2_000_000);
        const name = 'mongodb-linux-x86_64-debian12-8.2.6.tgz';
        await promisify(execFile)('tar', ['czf', join(directory, name), '-C', directory, 'mongodb']);
        const archive = await readFile(join(directory, name));
        const { stdout: md5 } = await promisify(execFile)('openssl', ['md5', '-r', join(directory, name)]);
        const gets: string[] = [];
        const mirror = createServer((request, response) => {
          const body = request.url?.endsWith('.md5') ? Buffer.from(md5) : archive;
          if (request.method === 'GET') gets.push(request.url ?? '');
          response
            .writeHead(200, { 'content-length': body.length })
            .end(request.method === 'GET' ? body : '');
        }).listen(0, '127.0.0.1');
        await once(mirror, 'listening');
        const { port } = mirror.address() as AddressInfo;
        process.env.MONGOMS_DOWNLOAD_URL = `http://127.0.0.1:${port}/${name}`;
        process.env.MONGOMS_DOWNLOAD_DIR = join(directory, 'cache');
        process.env.MONGOMS_USE_HTTP = 'true';

        const said: string[] = [];
        for (const data of ['belarus', 'russia']) {
          const started = starting(join(directory, data), directory, 'download');
          const { kind, version, stop } = await started.server;
          expect({ kind, version }).toEqual({ kind: 'download', version: '8.2.6' });
          said.push(...started.said);
          await stop();
        }
        mirror.close();
        expect(gets).toEqual([`/${name}`, `/${name}.md5`]);
        expect(
          said.filter((line) => line.startsWith('downloading MongoDB 8.2.6 from 127.0.0.1')),
        ).toHaveLength(1);
      }),
    20_000,
  );
});
