import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A folder of packages for PYTHONPATH, or the reason why there is none. */
export type PythonPackages = { folder: string } | { missing: string };

const lastLine = (error: unknown): string => {
  const { stderr, message } = error as { stderr?: string; message: string };
  return (stderr || message).trim().split('\n').at(-1) ?? '';
};

/** Puts them there under another name first: a folder that is there is whole. */
async function install(requirements: string, folder: string): Promise<void> {
  const parent = join(folder, '..');
  await mkdir(parent, { recursive: true });
  const unfinished = await mkdtemp(join(parent, 'unfinished-python-'));
  const options = [
    '--no-deps',
    '--only-binary=:all:',
    '--no-compile',
    '--no-input',
    '--retries=1',
    '--quiet',
  ];
  try {
    await run('python3', [
      ...['-m', 'pip', 'install', ...options, '--disable-pip-version-check'],
      ...['--target', unfinished, '--requirement', requirements],
    ]);
    // Another run may have been faster: theirs are the same.
    if (!existsSync(folder)) await rename(unfinished, folder).catch(() => undefined);
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
}

/**
 * The Python packages of a file of requirements, each of which names its version. pip fetches them once into `~/.cache/concord`.
 * Without Python, pip or a package index there are none, except in CI, which brings all three: there that is an error.
 */
export async function pythonPackages(requirements: string): Promise<PythonPackages> {
  try {
    // It names Python's version too, for which some of the packages are built.
    const { stdout: pip } = await run('python3', ['-m', 'pip', '--version']);
    const name = createHash('sha256')
      .update(pip)
      .update(await readFile(requirements))
      .digest('hex');
    const cache = process.env.XDG_CACHE_HOME || join(homedir(), '.cache');
    const folder = join(cache, 'concord', `python-${name.slice(0, 12)}`);
    if (!existsSync(folder)) await install(requirements, folder);
    return { folder };
  } catch (error) {
    if (process.env.CI) throw error;
    return { missing: lastLine(error) };
  }
}
