import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** The packages at the versions that are measured, each with all that it brings by its checksum. They are no dependency of the project. */
const lists = join(import.meta.dirname, 'hive');
const [packages, lock] = ['package.json', 'package-lock.json'];

/** A module of its own has them found from the directory in which they are. */
const entry = `export { createGatewayRuntime } from '@graphql-hive/gateway-runtime';
export { unifiedGraphHandler } from '@graphql-hive/router-runtime';
export { buildSchema } from 'graphql';
`;

const longestInstall = 300_000;

/**
 * Hive Gateway, fetched once by npm into `~/.cache/concord` (or `$XDG_CACHE_HOME/concord`).
 * @returns the module that has its parts
 * @throws when npm cannot fetch it
 */
export async function fetchHive(report: (line: string) => void): Promise<string> {
  const locked = readFileSync(join(lists, lock), 'utf8');
  const name = `hive-gateway-${createHash('sha256').update(locked).update(entry).digest('hex').slice(0, 12)}`;
  const cache = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'concord');
  const directory = join(cache, name);
  const file = join(directory, 'hive.mjs');
  if (existsSync(file)) return file;
  report('fetching Hive Gateway with npm, the first time only');
  mkdirSync(cache, { recursive: true });
  // It gets its name only when it is whole.
  const unfinished = mkdtempSync(join(cache, `${name}-unfinished-`));
  try {
    for (const list of [packages, lock]) copyFileSync(join(lists, list), join(unfinished, list));
    const options = ['--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
    await promisify(execFile)('npm', ['ci', ...options], { cwd: unfinished, timeout: longestInstall });
    writeFileSync(join(unfinished, 'hive.mjs'), entry);
    if (!existsSync(directory)) renameSync(unfinished, directory);
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
  return file;
}
