import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { sourcesOf } from './loader-of.ts';

const root = join(import.meta.dirname, '..', '..', '..', '..');

/** The tests' own files that are started, or preloaded, again and again. */
const ofTests = [
  'test/chaos/channel.ts',
  'test/chaos/mongodb.ts',
  'test/chaos/subgraph.ts',
  'test/chaos/warnings.ts',
  'test/chaos/warnings/subgraph.ts',
  'test/support/end-to-end/advancing-clock.ts',
  'test/support/end-to-end/channel/shifted-clock.ts',
];

/**
 * Builds what `npm start` and production start from, and the tests' own files with it, for one run of tests.
 * @returns the directory of the bundle
 */
export async function bundleProcesses(): Promise<string> {
  const cache = join(root, 'node_modules', '.cache');
  mkdirSync(cache, { recursive: true });
  const directory = mkdtempSync(join(cache, 'concord-test-bundle-'));
  const options = ['--into', directory, ...ofTests.flatMap((file) => ['--also', file])];
  const command = [...sourcesOf(), 'workshop/scripts/build.ts', ...options];
  await promisify(execFile)(process.execPath, command, { cwd: root });
  return directory;
}
