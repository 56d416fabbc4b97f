import { execFile } from 'node:child_process';
import { cpSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { long } from '../../support/long.ts';
import { temporaryDirectory } from '../../support/temporary-directory.ts';

const root = join(import.meta.dirname, '..', '..', '..');
const parts =
  'commands identity schema server subgraphs terms workshop package.json rover.yaml tsconfig.json';

const directory = temporaryDirectory();

/** The project without what this command does not need, to be changed. */
function copyOfProject(): string {
  const copy = directory.path('project');
  for (const part of parts.split(' ')) cpSync(join(root, part), join(copy, part), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  return copy;
}

const builtIn = (copy: string) => readFileSync(join(copy, 'schema/built/russia.graphql'), 'utf8');

/** Adds to a schema as it is in this project. */
const addTo = (copy: string, sdl: string) =>
  writeFileSync(
    join(copy, 'schema/russia.graphql'),
    readFileSync(join(root, 'schema/russia.graphql'), 'utf8') + sdl,
  );

const compose = (copy: string) =>
  promisify(execFile)(process.execPath, ['--import', 'tsx', 'workshop/scripts/compose.ts'], {
    cwd: copy,
    env: { ...process.env, NODE_OPTIONS: '' },
  }).then(
    ({ stderr }) => ({ code: 0, complaints: stderr }),
    ({ code, stderr }) => ({ code, complaints: stderr }),
  );

describe('npm run schema', () => {
  // What is refused is tried before something is written.
  let copy: string;
  beforeAll(() => {
    copy = copyOfProject();
  });

  test('refuses one without, by its coordinate and with what to do, and writes nothing', async () => {
    const before = builtIn(copy);
    addTo(copy, '"Only Russia has it." type New { "How many." a: Int }');
    expect(await compose(copy)).toEqual({
      code: 1,
      complaints: 'The schema is refused:\nNew.a has no information class: add @access(class: …) (russia)\n',
    });
    expect(builtIn(copy)).toBe(before);
  }, 120_000);

  // The refusals themselves are told by tests of the rules.
  long.test(
    'refuses one without a description, and writes nothing',
    async () => {
      const before = builtIn(copy);
      addTo(copy, '"Only Russia has it." type New { a: Int @access(class: CASE) }');
      expect(await compose(copy)).toEqual({
        code: 1,
        complaints: 'The schema is refused:\nNew.a has no description\n',
      });
      expect(builtIn(copy)).toBe(before);
    },
    120_000,
  );

  test('takes a new field with a class', async () => {
    addTo(copy, '"Only Russia has it." type New { "How many." a: Int @access(class: CASE) }');
    expect(await compose(copy)).toEqual({ code: 0, complaints: '' });
    expect(builtIn(copy)).toContain('type New');
  }, 120_000);
});
