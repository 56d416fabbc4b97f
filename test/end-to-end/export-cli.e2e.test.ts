import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withDatabase } from '../support/database.ts';
import { linked } from '../support/end-to-end/demo.ts';
import { type Ended, ended, launch, launchScript, leftOf } from '../support/end-to-end/processes.ts';
import { sharedStack } from '../support/end-to-end/shared-stack.ts';
import { newDirectory, removeDirectory } from '../support/end-to-end/stack.ts';
import { until } from '../support/end-to-end/until.ts';
import { long } from '../support/long.ts';

const shared = sharedStack();
const [from, made, files] = [newDirectory(), newDirectory(), newDirectory()];
afterAll(async () => {
  for (const directory of [from, made]) await leftOf(directory);
  for (const directory of [from, made, files]) removeDirectory(directory);
});

/** New databases beside those of the stack that all tests share: their settings. */
const named = (): NodeJS.ProcessEnv => {
  const running = readFileSync(join(shared.dataDirectory, 'databases.json'), 'utf8');
  const { BELARUS, RUSSIA } = JSON.parse(running);
  return {
    // The keys of a development stack are those that lie with its data.
    CONCORD_MODE: 'development',
    DATA_DIR: from,
    BELARUS_MONGODB_URI: withDatabase(BELARUS, 'restored'),
    RUSSIA_MONGODB_URI: withDatabase(RUSSIA, 'restored'),
  };
};

const script = (name: string, DATA_DIR: string, ...options: string[]): Promise<Ended> =>
  ended(launchScript(`commands/${name}.ts`, { DATA_DIR }, ...options));
const exporting = (DATA_DIR: string, file: string, agency = 'belarus') =>
  script('export', DATA_DIR, '--agency', agency, join(files, file));
const onNamed = (name: string, file: string, agency: string): Promise<Ended> =>
  ended(launchScript(`commands/${name}.ts`, named(), '--agency', agency, join(files, file)));
const restoring = (file: string, agency = 'belarus') => onNamed('restore', file, agency);
const exportingRestored = (file: string, agency = 'belarus') => onNamed('export', file, agency);

const lines = (file: string) => readFileSync(join(files, file), 'utf8').split(/(?<=\n)/);
const records = (file: string) => lines(file).slice(1, -1);
const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');
/** A number of surnames and of what else a record holds, which no output may have. */
const secrets = () => [
  ...new Set(
    [
      ...records('whole.jsonl')
        .join('')
        .matchAll(/"(?:surname|value)":"([^"]+)"/g),
    ].map(([, it]) => it),
  ),
];
const told = ({ output, complaints }: Ended) => [output, ...complaints].join('\n');

describe('npm run export and npm run restore', () => {
  beforeAll(async () => {
    await ended(
      launchScript('workshop/scripts/seed.ts', { DATA_DIR: from }, '--dossiers', '20', '--seed', '7'),
    );
  });

  test('exports all records of one agency into a file that is its owner’s alone', async () => {
    const file = join(files, 'whole.jsonl');
    const command = ['npm', 'run', '-s', 'export', '--', '--agency', 'belarus', file];
    const result = await ended(launch(command, { DATA_DIR: from }));
    expect(result.code).toBe(0);
    expect(JSON.parse(result.output)).toMatchObject({ file, documents: { dossiers: 20 } });
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(existsSync(`${file}.partial`)).toBe(false);
    expect(await leftOf(from)).toEqual([]);

    const text = readFileSync(file, 'utf8');
    expect(text).toContain(linked.belarus);
    const { sha256, counts } = JSON.parse(lines('whole.jsonl').at(-1) ?? '');
    expect(sha256).toBe(hashOf(lines('whole.jsonl').slice(0, -1).join('')));
    expect(Object.values<number>(counts).reduce((sum, count) => sum + count)).toBe(
      records('whole.jsonl').length,
    );
  });

  test.each(long.rows(['belarus', 'russia'], 0))('exports %s beside its running subgraph', async (agency) => {
    const { code, output } = await exporting(shared.dataDirectory, `beside-${agency}.jsonl`, agency);
    expect({ code, told: JSON.parse(output) }).toMatchObject({
      code: 0,
      told: { documents: { dossiers: 300 } },
    });
    // The instance that sends holds its lease meanwhile, which is no record of anybody.
    expect(records(`beside-${agency}.jsonl`).join('')).not.toContain('"collection":"leases"');
  });

  test('overwrites nothing', async () => {
    const before = readFileSync(join(files, 'whole.jsonl'));
    const result = await exporting(from, 'whole.jsonl');
    expect({ code: result.code, output: result.output }).toEqual({ code: 1, output: '' });
    expect(result.complaints.join()).toContain('nothing is overwritten');
    expect(readFileSync(join(files, 'whole.jsonl'))).toEqual(before);
  });

  describe('refuses', () => {
    const damaged = (file: string, change: (text: string) => string) =>
      writeFileSync(join(files, file), change(readFileSync(join(files, 'whole.jsonl'), 'utf8')));

    test.each(
      long.rows(
        [
          [
            'a file in which one byte is another',
            (text: string) => text.replace('"kind":"LEGAL"', '"kind":"LEGAM"'),
          ],
          ['a file that was cut off', (text: string) => text.slice(0, text.length / 2)],
          ['a file without its last line', (text: string) => text.trimEnd().replace(/[^\n]+$/, '')],
        ],
        0,
      ),
    )('%s', async (_what, change) => {
      damaged('damaged.jsonl', change);
      const result = await restoring('damaged.jsonl');
      expect({ code: result.code, output: result.output }).toEqual({ code: 1, output: '' });
      expect(result.complaints.at(-1)).toMatch(/^usage: npm run restore/);
      expect(secrets().filter((secret) => secret && told(result).includes(secret))).toEqual([]);
    });

    long.test('another agency’s file', async () => {
      const result = await restoring('whole.jsonl', 'russia');
      expect(result.code).toBe(1);
      expect(result.complaints.join()).toContain('records of belarus, not of russia');
    });

    long.test('a file that is not there', async () => {
      expect((await restoring('nowhere.jsonl')).code).toBe(1);
    });

    test.each(long.rows([['belarus'], ['russia']], 0))(
      'all these with nothing written to %s',
      async (agency) => {
        const result = await exportingRestored(`empty-${agency}.jsonl`, agency);
        expect(result.code).toBe(0);
        expect(records(`empty-${agency}.jsonl`)).toEqual([]);
      },
    );
  });

  test('restores what was exported, so that it is exported the same again', async () => {
    const result = await restoring('whole.jsonl');
    expect({ code: result.code, told: JSON.parse(result.output) }).toMatchObject({
      code: 0,
      told: { documents: { dossiers: 20 } },
    });
    expect(result.complaints.join()).toContain('npm run retention -- --agency belarus');
    expect((await exportingRestored('again.jsonl')).code).toBe(0);
    expect(hashOf(records('again.jsonl').join(''))).toBe(hashOf(records('whole.jsonl').join('')));
    expect(secrets().length).toBeGreaterThan(20);
  });

  long.test('makes a new database in development, where none is named', async () => {
    const settings = { DATA_DIR: made, CONCORD_MODE: 'development' };
    const options = ['--agency', 'belarus', join(files, 'whole.jsonl')];
    const { code, output } = await ended(launchScript('commands/restore.ts', settings, ...options));
    expect({ code, told: JSON.parse(output) }).toMatchObject({
      code: 0,
      told: { documents: { dossiers: 20 } },
    });
    expect(await leftOf(made)).toEqual([]);
  });

  test('refuses a database that is not empty, and leaves it as it was', async () => {
    const result = await restoring('whole.jsonl');
    expect({ code: result.code, output: result.output }).toEqual({ code: 1, output: '' });
    expect(result.complaints.join()).toContain('not empty');
    expect((await exportingRestored('unchanged.jsonl')).code).toBe(0);
    expect(records('unchanged.jsonl')).toEqual(records('whole.jsonl'));
  });

  long.test('leaves nothing of an export that was interrupted', async () => {
    const file = join(files, 'interrupted.jsonl');
    const process = launchScript('commands/export.ts', { DATA_DIR: from }, '--agency', 'belarus', file);
    await until(() => existsSync(`${file}.partial`) || existsSync(file), 60_000);
    process.signal('SIGINT');
    const { code } = await ended(process);
    expect([0, 1]).toContain(code);
    expect(existsSync(`${file}.partial`)).toBe(false);
    expect(existsSync(file)).toBe(code === 0);
    expect(await leftOf(from)).toEqual([]);
  });

  test.each(
    long.rows(
      [
        ['export', 'no agency', ['a.jsonl'], '--agency'],
        ['export', 'an unknown agency', ['--agency', 'poland', 'a.jsonl'], '--agency'],
        ['export', 'no file', ['--agency', 'belarus'], 'file'],
        ['restore', 'two files', ['--agency', 'belarus', 'a.jsonl', 'b.jsonl'], 'file'],
        ['restore', 'an unknown option', ['--agency', 'belarus', '--force', 'a.jsonl'], '--force'],
      ],
      0,
    ),
  )('%s refuses %s with one line, and how it is used', async (name, _what, options, named) => {
    const { code, output, complaints } = await script(name, from, ...options);
    expect({ code, output }).toEqual({ code: 1, output: '' });
    expect(complaints).toHaveLength(2);
    expect(complaints[0]).toContain(named);
    expect(complaints[1]).toMatch(new RegExp(`^usage: npm run ${name}`));
  });

  test.each(long.rows(['export', 'restore'], 1))(
    '%s in production needs the database to be named',
    async (name) => {
      const settings = { DATA_DIR: from, CONCORD_MODE: 'production' };
      const { code, complaints } = await ended(
        launchScript(`commands/${name}.ts`, settings, '--agency', 'belarus', join(files, 'x.jsonl')),
      );
      expect({ code, named: complaints[0]?.includes('BELARUS_MONGODB_URI') }).toEqual({
        code: 1,
        named: true,
      });
    },
  );
});
