import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundleVariable } from '../support/end-to-end/bundle/loader-of.ts';
import { type Ended, ended, launch, launchScript, leftOf } from '../support/end-to-end/processes.ts';
import { sharedStack } from '../support/end-to-end/shared-stack.ts';
import { newDirectory, removeDirectory } from '../support/end-to-end/stack.ts';
import { long } from '../support/long.ts';

const shared = sharedStack();
const directory = newDirectory();
const DATA_DIR = join(directory, 'data');
const made = join(directory, 'made');
afterAll(async () => {
  for (const each of [DATA_DIR, made]) await leftOf(each);
  removeDirectory(directory);
});

const file = (name: string, content: string) => {
  writeFileSync(join(directory, name), content);
  return join(directory, name);
};
const ofWorkshop = ['seed', 'start'];
const run = (name: string, options: readonly string[], settings: NodeJS.ProcessEnv): Promise<Ended> =>
  ended(
    launchScript(
      `${ofWorkshop.includes(name) ? 'workshop/scripts' : 'commands'}/${name}.ts`,
      settings,
      ...options,
    ),
  );

const belarus = ['--agency', 'belarus'];
const lines = file('lines.jsonl', '');
const commands: [string, string[]][] = [
  ['export', [...belarus, join(directory, 'export.jsonl')]],
  ['restore', [...belarus, lines]],
  ['import', [...belarus, lines]],
  ['retention', belarus],
  ['rekey', belarus],
  ['channel-verify', belarus],
  ['channel-resync', belarus],
];
const withSeed: [string, string[]][] = [...commands, ['seed', ['--dossiers', '3']]];
/** One of each way to a database, where the way is what is shown. */
const ways = withSeed.filter(([name]) => ['export', 'channel-verify', 'seed'].includes(name));

const refused = (name: string, ...words: string[]) => ({
  code: 1,
  output: '',
  complaints: [
    expect.stringMatching(new RegExp(`^${name}: ${words.map((word) => `(?=.*${word})`).join('')}`)),
  ],
});

describe('a command that is told of no database', () => {
  test.each(long.rows(commands, 0))(
    '%s makes none: it ends with one line that names the ways out',
    async (name, options) => {
      expect(await run(name, options, { DATA_DIR })).toEqual(
        refused(name, 'BELARUS_MONGODB_URI', 'BELARUS_MONGODB_URI_FILE', 'npm start', `DATA_DIR`, DATA_DIR),
      );
      expect(existsSync(DATA_DIR)).toBe(false);
    },
  );

  test.each(long.rows(ways, 0))('%s says so where the other agency’s is named', async (name, options) => {
    const settings = { DATA_DIR, RUSSIA_MONGODB_URI: 'mongodb://127.0.0.1:1/russia' };
    expect(await run(name, options, settings)).toEqual(
      refused(name, 'RUSSIA_MONGODB_URI is set, BELARUS_MONGODB_URI is not'),
    );
    expect(existsSync(DATA_DIR)).toBe(false);
  });

  test('in production is told which variable is required', async () => {
    const settings = { DATA_DIR, CONCORD_MODE: 'production' };
    expect(await run('channel-verify', belarus, settings)).toEqual(
      refused('channel-verify', 'BELARUS_MONGODB_URI: is required'),
    );
  });
});

describe('a command in an image for production, which has no workshop', () => {
  const image = join(directory, 'image');
  beforeAll(() => {
    mkdirSync(image);
    const copied = readFileSync('Dockerfile', 'utf8').split('FROM ').at(-1) ?? '';
    const names = [...copied.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, given = '']) =>
      given.split(' '),
    );
    for (const name of names) cpSync(name, join(image, name), { recursive: true });
    symlinkSync(join(process.cwd(), 'node_modules'), join(image, 'node_modules'));
    // As if it had been built there.
    const built = join(image, 'dist');
    cpSync(process.env[bundleVariable] ?? '', built, { recursive: true });
    const list = join(built, 'files.json');
    const { files, ...rest } = JSON.parse(readFileSync(list, 'utf8')) as { files: Record<string, string> };
    const there = (name: string) => name.replace(process.cwd(), image);
    const moved = Object.entries(files).map(([name, loaded]) => [there(name), loaded]);
    writeFileSync(list, JSON.stringify({ ...rest, files: Object.fromEntries(moved) }));
  });

  test.each(long.rows(['retention', 'import'], 0))(
    'npm run %s asks for a database like any other',
    async (name) => {
      const words = name === 'import' ? [...belarus, lines] : belarus;
      const command = ['npm', 'run', '--prefix', image, '-s', name, '--', ...words];
      const { code, output, complaints } = await ended(launch(command, { DATA_DIR }));
      expect({ code, output, complaints }).toEqual(refused(name, 'BELARUS_MONGODB_URI: is required'));
    },
  );
});

describe('a command beside a running stack', () => {
  test('works on its database, and says so', async () => {
    const { code, complaints } = await run('channel-verify', belarus, { DATA_DIR: shared.dataDirectory });
    expect({ code, complaints }).toEqual({
      code: 0,
      complaints: [`belarus database: that of the stack that runs in ${shared.dataDirectory}`],
    });
  });
});

describe('a database that is named by a file', () => {
  const nameless = file('nameless', 'mongodb://127.0.0.1:1\n');
  const gone = file('gone', 'mongodb://belarus:pass-4711@127.0.0.1:1/belarus\n');

  test.each(long.rows(ways, 0))(
    '%s refuses one without the database’s name, as the subgraph does',
    async (name, options) => {
      const settings = { DATA_DIR, BELARUS_MONGODB_URI_FILE: nameless };
      expect(await run(name, options, settings)).toEqual(
        refused(name, 'BELARUS_MONGODB_URI: must be like mongodb://host:port/database'),
      );
      expect(existsSync(DATA_DIR)).toBe(false);
    },
  );

  test.each(long.rows(withSeed, 0))('%s works on that one and on no other', async (name, options) => {
    // Development, or it would ask for the keys of production first; and it checks evidence by the keys of a stack.
    const dataDirectory = name === 'channel-verify' ? shared.dataDirectory : made;
    const settings = { DATA_DIR: dataDirectory, CONCORD_MODE: 'development', BELARUS_MONGODB_URI_FILE: gone };
    const { code, complaints } = await run(name, options, { ...settings, RUSSIA_MONGODB_URI_FILE: gone });
    expect({ code, told: complaints[0] }).toEqual({
      code: 1,
      told: `${name}: BELARUS_MONGODB_URI: no MongoDB answers there`,
    });
    expect(existsSync(join(made, 'belarus'))).toBe(false);
  });

  long.test('seed writes into neither where one of the two does not answer', async () => {
    const { BELARUS } = JSON.parse(readFileSync(join(shared.dataDirectory, 'databases.json'), 'utf8'));
    const settings = { DATA_DIR, BELARUS_MONGODB_URI: BELARUS, RUSSIA_MONGODB_URI_FILE: gone };
    expect(await run('seed', ['--dossiers', '3'], settings)).toEqual(
      refused('seed', 'RUSSIA_MONGODB_URI: no MongoDB answers there'),
    );
  });

  test('none works on what a stack has left where the file is empty', async () => {
    const settings = { DATA_DIR: shared.dataDirectory, BELARUS_MONGODB_URI_FILE: file('empty', '') };
    expect(await run('export', [...belarus, join(directory, 'export.jsonl')], settings)).toEqual(
      refused('export', 'BELARUS_MONGODB_URI_FILE: is empty'),
    );
  });

  test('the stack takes it too', async () => {
    const settings = { DATA_DIR: made, BELARUS_MONGODB_URI_FILE: nameless };
    const { code, complaints } = await run('start', [], settings);
    expect({ code, complaints }).toEqual({
      code: 1,
      complaints: [expect.stringMatching(/^concord: BELARUS_MONGODB_URI: must be like/)],
    });
  });
});

describe('what a stack or a seed has left in DATA_DIR', () => {
  // In each run seed-cli.e2e.test.ts and retention-cli.e2e.test.ts have this of the commands that are theirs.
  long.test('is made by a seed alone, which says where, and found again by the other commands', async () => {
    const seeded = await run('seed', ['--dossiers', '3'], { DATA_DIR: made });
    expect({ code: seeded.code, complaints: seeded.complaints }).toEqual({ code: 0, complaints: [] });
    for (const agency of ['belarus', 'russia'])
      expect(seeded.output).toMatch(
        new RegExp(`^${agency} database: .*a new one.*${join(made, agency)}$`, 'm'),
      );

    const { code, output, complaints } = await run('retention', belarus, { DATA_DIR: made });
    expect({ code, report: JSON.parse(output) }).toMatchObject({ code: 0, report: { failed: 0 } });
    expect(complaints[0]).toBe(
      `belarus database: no stack runs, so it is the one that a stack has left in ${join(made, 'belarus')}`,
    );
    expect(await leftOf(made)).toEqual([]);
  });

  test('is made by a restore only where development is said aloud', async () => {
    const settings = { DATA_DIR: join(directory, 'restored'), CONCORD_MODE: 'development' };
    const { complaints } = await run('restore', [...belarus, lines], settings);
    expect(complaints[0]).toMatch(/^belarus database: no stack runs, so it is a new one/);
    expect(existsSync(join(settings.DATA_DIR, 'belarus'))).toBe(true);
    expect(existsSync(join(settings.DATA_DIR, 'russia'))).toBe(false);
  });
});
