import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

const cacheOf = (env: NodeJS.ProcessEnv): string =>
  join(env.XDG_CACHE_HOME || join(env.HOME || homedir(), '.cache'), 'concord');

/** A way to run a script in Python with packages that it asks for; undefined where python3 or pip is not at hand. */
export type RunPython = (script: string, input: string) => string;

/**
 * Python with the packages of a `requirements.txt`, which pip fetches once into `~/.cache/concord`.
 * @returns undefined where there is no python3, or pip cannot fetch them
 */
export function pythonWith(
  requirements: string,
  env: NodeJS.ProcessEnv = process.env,
): RunPython | undefined {
  const hash = createHash('sha256').update(readFileSync(requirements)).digest('hex').slice(0, 12);
  const packages = join(cacheOf(env), `python-${hash}`);
  const unfinished = `${packages}-${process.pid}`;
  try {
    if (!existsSync(packages)) {
      const pip = [
        '-m',
        'pip',
        'install',
        '--quiet',
        '--no-input',
        '--target',
        unfinished,
        '-r',
        requirements,
      ];
      execFileSync('python3', pip, { stdio: ['ignore', 'ignore', 'ignore'] });
      renameSync(unfinished, packages);
    }
    execFileSync('python3', ['--version'], { stdio: 'ignore' });
  } catch {
    rmSync(unfinished, { recursive: true, force: true });
    return undefined;
  }
  return (script, input) =>
    execFileSync('python3', [script], {
      input,
      encoding: 'utf8',
      maxBuffer: 1 << 30,
      stdio: ['pipe', 'pipe', 'ignore'],
      env: { ...env, PYTHONPATH: packages },
    });
}
