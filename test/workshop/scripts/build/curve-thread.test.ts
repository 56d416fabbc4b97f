import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { bundleFiles } from '../../../../workshop/scripts/build/bundle-files.ts';
import { threadFiles } from '../../../../workshop/scripts/build/start-files.ts';

const first = 'test/support/two-key/token-of-thread.ts';
const thread = 'subgraphs/agency/matching/two-key/curve-thread.mjs';
let bundle = '';

beforeAll(async () => {
  const cache = join('node_modules', '.cache');
  mkdirSync(cache, { recursive: true });
  bundle = mkdtempSync(join(process.cwd(), cache, 'concord-bundle-of-thread-'));
  await bundleFiles([first], bundle, { [thread]: threadFiles[thread] ?? '' });
});
afterAll(() => rmSync(bundle, { recursive: true, force: true }));

const run = (...loader: string[]) => {
  const { NODE_OPTIONS: _, ...env } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, [...loader, first], {
    encoding: 'utf8',
    env,
  });
  return { status, stdout, stderr };
};
const right = { status: 0, stdout: '32\n' };

describe('a process that has a thread work on the curve finds it', () => {
  test('from its sources', () => {
    expect(run('--import', 'tsx')).toMatchObject(right);
  });

  test('from what was built, and loads no transpiler for it', () => {
    expect(run('--require', join(bundle, 'loader.cjs'))).toMatchObject(right);
    expect(readFileSync(join(bundle, 'processes.cjs'), 'utf8')).not.toContain('tsx/esm/api');
  });
});
