import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryDirectory } from '../../support/temporary-directory.ts';

const root = join(import.meta.dirname, '..', '..', '..');
const directory = temporaryDirectory();

/** Runs the check as it would be run by a Node of this version. */
function onNode(version: string) {
  directory.write(
    'fake.cjs',
    `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '${version}' } });`,
  );
  const script = [directory.path('fake.cjs'), join(root, 'workshop/scripts/require-node.cjs')];
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--require', ...script], {
    encoding: 'utf8',
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  return { status, stdout, stderr };
}

describe('the version of Node', () => {
  test.each(['20.19.0', '20.20.2', '22.0.0', '100.1.0'])('%s will do', (version) => {
    expect(onNode(version)).toEqual({ status: 0, stdout: '', stderr: '' });
  });

  test.each(['20.18.3', '20.9.0', '18.20.8', '9.99.99'])('%s is refused with one line', (version) => {
    expect(onNode(version)).toEqual({
      status: 1,
      stdout: '',
      stderr: `Concord needs Node 20.19.0 or newer; this is Node ${version} (${process.execPath}).\n`,
    });
  });

  test('is looked at before anything else of npm start, npm test and npm ci', () => {
    const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    for (const name of ['preinstall', 'start', 'test'])
      expect(scripts[name]).toMatch(/^node workshop\/scripts\/require-node\.cjs( && |$)/);
  });
});
