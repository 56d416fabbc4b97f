import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

/**
 * Hive Gateway's own runtime, and what has the plans made by its planner in Rust. They bring more than a hundred and fifty packages, 74 MB, so
 * they are no dependency of the project.
 */
const packages = {
  '@graphql-hive/gateway-runtime': '2.12.1',
  '@graphql-hive/router-runtime': '1.4.23',
  '@graphql-mesh/transport-http': '1.2.1',
  graphql: '16.15.0',
} as const;

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
  const versions = JSON.stringify(packages);
  const name = `hive-gateway-${createHash('sha256').update(versions).update(entry).digest('hex').slice(0, 12)}`;
  const cache = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'concord');
  const directory = join(cache, name);
  const file = join(directory, 'hive.mjs');
  if (existsSync(file)) return file;
  report(`fetching Hive Gateway ${packages['@graphql-hive/gateway-runtime']} with npm, the first time only`);
  mkdirSync(cache, { recursive: true });
  // It gets its name only when it is whole.
  const unfinished = mkdtempSync(join(cache, `${name}-unfinished-`));
  try {
    writeFileSync(
      join(unfinished, 'package.json'),
      JSON.stringify({ private: true, dependencies: packages }),
    );
    const options = ['--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
    await promisify(execFile)('npm', ['install', ...options], { cwd: unfinished, timeout: longestInstall });
    writeFileSync(join(unfinished, 'hive.mjs'), entry);
    if (!existsSync(directory)) renameSync(unfinished, directory);
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
  return file;
}
