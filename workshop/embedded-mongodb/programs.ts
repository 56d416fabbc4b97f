import { execFile } from 'node:child_process';
import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { delimiter, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import type { Environment } from './server.ts';

const execute = promisify(execFile);

/** The absolute path of the first executable file called `name` in PATH's directories. */
export async function findOnPath(name: string, environment: Environment): Promise<string | undefined> {
  for (const directory of (environment.PATH ?? '').split(delimiter)) {
    const file = resolve(join(directory, name));
    if (directory !== '' && (await isExecutable(file))) {
      return file;
    }
  }
  return undefined;
}

async function isExecutable(file: string): Promise<boolean> {
  try {
    await access(file, constants.X_OK);
    return (await stat(file)).isFile();
  } catch {
    return false;
  }
}

/** Runs a program to its end; fails, with what it wrote to standard error as `stderr`, unless that is a success. */
export async function run(program: string, args: string[], environment: Environment): Promise<void> {
  await execute(program, args, { env: { ...environment }, maxBuffer: 16 * 1024 * 1024 });
}

/** What a program prints of its version on either stream; fails when it does not run. */
export async function versionText(program: string, flag: string, environment: Environment): Promise<string> {
  const { stdout, stderr } = await execute(program, [flag], { env: { ...environment }, timeout: 20_000 });
  return `${stdout}\n${stderr}`;
}
