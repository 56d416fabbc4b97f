import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { bundleFiles } from '../../../../workshop/scripts/build/bundle-files.ts';
import { temporaryDirectory } from '../../../support/temporary-directory.ts';

const command = 'commands/gateway-key.ts';
const keys = temporaryDirectory();
let bundle = '';

beforeAll(async () => {
  // In the project, where packages that are left out are found.
  const cache = join('node_modules', '.cache');
  mkdirSync(cache, { recursive: true });
  bundle = mkdtempSync(join(process.cwd(), cache, 'concord-bundle-of-one-'));
  await bundleFiles([command], bundle);
});
afterAll(() => rmSync(bundle, { recursive: true, force: true }));

const kept = () => readdirSync(bundle).filter((name) => name.endsWith('.compiled'));
const start = (file: string, ...options: string[]) => {
  const loader = ['--require', join(bundle, 'loader.cjs')];
  const { status, stderr } = spawnSync(process.execPath, [...loader, file, ...options], { encoding: 'utf8' });
  return { status, stderr };
};

describe('a command that is built', () => {
  test('does what its source does, with no transpiler to load, and leaves what V8 has compiled', () => {
    expect(kept()).toEqual([]);
    expect(start(command, keys.path('made'))).toEqual({ status: 0, stderr: expect.any(String) });
    expect(JSON.parse(readFileSync(join(keys.path('made'), 'gateway-signing-key'), 'utf8'))).toHaveProperty(
      'd',
    );
    expect(kept()).toEqual([expect.stringMatching(/^[0-9a-f]{16}-.*commands-gateway-key\.ts\.compiled$/)]);
  });

  test('does the same from what was kept, and ends as its source ends when it is used wrongly', () => {
    expect(start(command, keys.path('again')).status).toBe(0);
    const { status, stderr } = start(command);
    expect(status).toBe(1);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });

  test('goes on where nothing can be kept', () => {
    for (const name of kept()) {
      rmSync(join(bundle, name));
      mkdirSync(join(bundle, name));
    }
    expect(start(command, keys.path('unkept')).status).toBe(0);
  });

  test('can be compiled at once', () => {
    for (const name of kept()) rmSync(join(bundle, name), { recursive: true });
    execFileSync(process.execPath, [join(bundle, 'loader.cjs'), join(process.cwd(), command)]);
    expect(kept()).toHaveLength(1);
    expect(start(command, keys.path('compiled')).status).toBe(0);
  });
});
