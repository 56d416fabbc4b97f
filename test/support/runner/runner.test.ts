import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FormattedTestResults } from '@jest/test-result';
import { atEndOfFile } from '../end-of-file.ts';
import { jestOf } from './jest-of.ts';

const fromHere = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Starts jest as `npm test` does, without colours. @returns its exit code, and what it said */
function jestWith(...options: string[]): { status: number | null; said: string } {
  const { NODE_OPTIONS: _, JEST_WORKER_ID: __, ...env } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, options, {
    env: { ...env, FORCE_COLOR: '0' },
    encoding: 'utf8',
  });
  return { status, said: stdout + stderr };
}

/** Runs files of tests in a project of their own, in one process unless it ends. Each writes what it does to `log`. */
function runOf(files: Record<string, string>, ...options: string[]) {
  const rootDir = mkdtempSync(join(tmpdir(), 'concord-runner-'));
  atEndOfFile(() => rmSync(rootDir, { recursive: true, force: true }));
  const [log, outputFile] = [join(rootDir, 'log'), join(rootDir, 'report.json')];
  const preface = `import { appendFileSync } from 'node:fs';
    const say = (line) => appendFileSync(${JSON.stringify(log)}, line + ' ' + process.pid + '\\n');\n`;
  for (const [name, text] of Object.entries(files)) writeFileSync(join(rootDir, name), preface + text);
  const config = {
    rootDir,
    cacheDirectory: join(rootDir, 'cache'),
    runner: fromHere('runner.ts'),
    transform: {},
    testMatch: ['**/*.test.mjs'],
    reporters: ['default', fromHere('report.ts')],
    setupFilesAfterEnv: ['<rootDir>/setup.mjs'].filter(() => 'setup.mjs' in files),
    testTimeout: 300,
  };
  const { status, said } = jestWith(
    ...['--import', 'tsx', 'node_modules/jest/bin/jest.js', '--config', JSON.stringify(config)],
    ...['--maxWorkers', '1', '--json', '--outputFile', outputFile, ...options],
  );
  const report: FormattedTestResults = JSON.parse(readFileSync(outputFile, 'utf8'));
  const statusOf = (title: string) =>
    report.testResults
      .flatMap(({ assertionResults }) => assertionResults)
      .filter((each) => each.title === title)
      .map((each) => each.status);
  const lines = existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n') : [];
  const wordsOf = () => lines.map((line) => line.replace(/ \d+$/, ''));
  const pids = new Set(lines.map((line) => line.split(' ').at(-1)));
  return { status, said, report, statusOf, words: wordsOf(), pids };
}

const waiting = 'new Promise(() => {})';
const next = (says: string) => `test('the next one', () => say('${says}'));`;
const hooks = ['beforeAll', 'beforeEach', 'afterEach', 'afterAll'];
/** Files that fail by themselves, in one run: to start one takes longer than all that they do. */
let failing: ReturnType<typeof runOf>;
beforeAll(() => {
  failing = runOf({
    'hangs.test.mjs': `test('hangs for ever', () => ${waiting}); ${next('in the file')}`,
    ...Object.fromEntries(
      hooks.map((hook) => [`${hook}.test.mjs`, `${hook}(() => ${waiting}); test('with a hook', () => {});`]),
    ),
    'loaded.test.mjs': `test('of it', () => {}); await ${waiting};`,
    'forgets.test.mjs': "test('forgets one', () => void Promise.reject(new Error('of nobody')));",
    'row.test.mjs': "test.each([1])('of a table', (row) => {\n  expect(row).toBe(2);\n});",
    'passes.test.mjs': next('in another file'),
  });
});
const resultOf = (name: string) =>
  failing.report.testResults.find((each) => each.name.endsWith(`/${name}.test.mjs`));

describe('what hangs ends at its limit, with its name, and the rest goes on:', () => {
  test('a test', () => {
    expect(failing.statusOf('hangs for ever')).toEqual(['failed']);
    expect(failing.statusOf('the next one')).toEqual(['passed', 'passed']);
    expect(failing.said).toMatch(/● hangs for ever\s+thrown: "Exceeded timeout of 300 ms for a test/);
    expect(failing.words).toContain('in the file');
    expect([resultOf('hangs')?.status, failing.status]).toEqual(['failed', 1]);
  });

  test('a hook of any kind', () => {
    for (const hook of hooks)
      expect(resultOf(hook)?.message).toContain('Exceeded timeout of 300 ms for a hook');
  });

  test('a file that is loaded', () => {
    expect(failing.said).toMatch(/not loaded within 300 ms: .*loaded\.test\.mjs/);
    expect(failing.words).toContain('in another file');
    expect(resultOf('loaded')).toMatchObject({ status: 'failed', assertionResults: [] });
  });
});

describe('files that one process runs one after the other', () => {
  const each = "import './shared.mjs'; test('runs', () => say('test'));";
  const files = { 'a.test.mjs': each, 'b.test.mjs': each };
  const setup = "beforeAll(() => say('begins')); afterAll(() => say('ends'));";

  test('each have the hooks of the set-up files, over modules that are loaded once', () => {
    const { status, words, pids } = runOf({ ...files, 'setup.mjs': setup, 'shared.mjs': "say('loaded');" });
    expect(words).toEqual(['loaded', 'begins', 'test', 'ends', 'begins', 'test', 'ends']);
    expect([pids.size, status]).toEqual([1, 0]);
  });

  test('are run by another one where it ends, and the file at which it did has failed', () => {
    const { status, said, words, pids } = runOf({
      'a.test.mjs': "test('ends it', () => { say('test'); process.exit(3); });",
      'b.test.mjs': "test('runs', () => say('test'));",
    });
    expect(words).toEqual(['test', 'test']);
    expect([pids.size, status]).toEqual([2, 1]);
    expect(said).toContain('the process that ran this file has ended (3)');
  });

  test('fail where a rejection is waited for by nobody', () => {
    expect(failing.statusOf('forgets one')).toEqual(['passed']);
    expect(resultOf('forgets')).toMatchObject({
      status: 'failed',
      message: expect.stringContaining('of nobody'),
    });
  });
});

test('a file that leaves something behind for the next ones fails, and what it has left is named', () => {
  const left = {
    'a global': ['globalThis.left = 1', 'the global left'],
    'a replaced global': ['globalThis.structuredClone = () => 1', 'the global structuredClone'],
    'a spy': ["jest.spyOn(Math, 'max')", 'a spy on max'],
    'a variable': ["process.env.LEFT = '1'", 'the environment’s LEFT'],
    'a listener': ["process.on('warning', () => {})", 'listeners of the process for warning'],
    'a timer': ['setInterval(() => {}, 60_000)', 'Timeout'],
    'a socket': ["(await import('node:net')).createServer().listen(0)", 'TCPServerWrap'],
    'a process': ["(await import('node:child_process')).spawn('sleep', ['9'])", 'ProcessWrap'],
    'the directory': ["process.chdir('/')", 'the working directory'],
    nothing: ["globalThis.kept = 1; delete globalThis.kept; jest.spyOn(Math, 'min').mockRestore()", ''],
  };
  const files = Object.entries(left).map(([name, [does]]) => [
    `${name}.test.mjs`,
    `test('leaves ${name}', async () => { ${does} });`,
  ]);
  const { report } = runOf(Object.fromEntries(files));
  const told = report.testResults.map(({ name, message }) => [
    name.replace(/^.*\/|\.test\.mjs$/g, ''),
    [...message.matchAll(/left behind: (.*)/g)].map(([, what]) => what).join(', '),
  ]);
  const meant = Object.entries(left).map(([name, [, named]]) => [name, named]);
  const without = Object.fromEntries(told);
  // What a pipe to a process is, is told beside the process.
  without['a process'] =
    String(without['a process'])
      .split(', ')
      .find((what) => what === 'ProcessWrap') ?? '';
  expect(without).toEqual(Object.fromEntries(meant));
});

test('a row that fails is told with the line of the claim', () => {
  expect(failing.said).toMatch(/> 4 \| {3}expect\(row\)\.toBe\(2\);/);
});

describe('the last line of a run counts', () => {
  const passes = "test('passes', () => {});";
  const lastOf = (said: string) => said.trim().split('\n').at(-1);

  test('what passed and failed', () => {
    const { status, said } = runOf({
      'a.test.mjs': `${passes} test('fails', () => { throw new Error('no'); });`,
      'b.test.mjs': "throw new Error('not loaded');",
    });
    expect(lastOf(said)).toBe('1 passed, 2 failed, 0 skipped, 0 todo, 0 retried');
    expect(status).toBe(1);
  });

  test.each([
    ["test.skip('left out', () => {});", '1 skipped, 0 todo, 0 retried'],
    ["test.todo('to be written');", '0 skipped, 1 todo, 0 retried'],
    [
      "globalThis[Symbol.for('RETRY_TIMES')] = 1; let times = 0; test('again', () => { times += 1; expect(times).toBe(2); });",
      '0 skipped, 0 todo, 1 retried',
    ],
  ])('what was not simply run, which fails it: %s', (text, counts) => {
    const { status, said } = runOf({ 'a.test.mjs': `${passes} ${text}` });
    expect(lastOf(said)).toContain(counts);
    expect(status).toBe(1);
  });

  test('nothing that is left out by its name and not run, unless that is all', () => {
    const files = { 'a.test.mjs': `${passes} test('other', () => say('other'));` };
    const some = runOf(files, '-t', 'other');
    expect([lastOf(some.said), some.status]).toEqual(['1 passed, 0 failed, 1 skipped, 0 todo, 0 retried', 0]);
    expect(some.words).toEqual(['other']);
    const none = runOf(files, '-t', 'nobody');
    expect([lastOf(none.said), none.status]).toEqual([
      'No test matches. 0 passed, 0 failed, 2 skipped, 0 todo, 0 retried',
      1,
    ]);
  });
});

test('a run of nothing says so, and fails', () => {
  const { status, said } = jestWith(...jestOf('unit'), 'no/such/test');
  expect(said).toMatch(/No tests found, exiting with code 1/);
  expect(status).toBe(1);
});
