import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { fingerprint } from '../playground/fingerprint.ts';
import { bundleFiles } from './bundle-files.ts';
import { developmentFiles, productionFiles, threadFiles } from './start-files.ts';

const root = join(import.meta.dirname, '..', '..', '..');

/** The sources of a bundle: a change in any of them makes the bundle stale. */
const inputs = [
  ...['terms', 'schema', 'server', 'identity', 'gateway', 'subgraphs', 'commands', 'workshop'],
  ...['package-lock.json', 'tsconfig.json'],
].map((name) => join(root, name));

const builtFrom = (directory: string): string | undefined => {
  const file = join(directory, 'built-from');
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
};

/** First files of which V8 is to keep the code at once, each by a process of its own. */
const compiledAtOnce = productionFiles.filter((file) => /(?:start|attestor)\.ts$/.test(file));

async function compileAtOnce(directory: string): Promise<void> {
  const run = promisify(execFile);
  for (const file of [...compiledAtOnce, ...Object.keys(threadFiles)])
    await run(process.execPath, [join(directory, 'loader.cjs'), join(root, file)]);
}

export interface BuildOptions {
  force?: boolean;
  /** Leaves out what only a developer starts, and has V8 compile the rest at once: nothing can be kept in an image later. */
  production?: boolean;
  /** The directory of the bundle; `dist/` without it. */
  into?: string;
  /** More first files, from the project's root. */
  also?: readonly string[];
}

/**
 * Builds the first files of all processes into `dist/` when that is absent or was built from other sources. The new bundle takes
 * the place of the old one by two renames, between which a process that starts finds none for an instant.
 */
export async function buildIfStale(
  report: (line: string) => void,
  { force = false, production = false, into = join(root, 'dist'), also = [] }: BuildOptions = {},
): Promise<void> {
  const files = [...productionFiles, ...(production ? [] : developmentFiles), ...also];
  const from = `${fingerprint([...inputs, ...also.map((file) => join(root, file))], [])} ${files}`;
  if (!force && builtFrom(into) === from) return;
  const started = performance.now();
  const draft = mkdtempSync(join(dirname(into), '.dist-'));
  try {
    await bundleFiles(files, draft, threadFiles);
    if (production) await compileAtOnce(draft);
    writeFileSync(join(draft, 'built-from'), from);
    const old = `${draft}-old`;
    try {
      if (existsSync(into)) renameSync(into, old);
      renameSync(draft, into);
    } catch (error) {
      // Another build of the same sources was first.
      if (builtFrom(into) !== from) throw error;
    } finally {
      rmSync(old, { recursive: true, force: true });
    }
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
  report(`processes: built in ${((performance.now() - started) / 1000).toFixed(1)} s`);
}
