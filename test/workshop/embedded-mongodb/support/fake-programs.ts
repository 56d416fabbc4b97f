import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

async function program(directory: string, name: string, script: string): Promise<string> {
  await mkdir(directory, { recursive: true });
  const file = join(directory, name);
  await writeFile(file, `#!${process.execPath}\n${script}\n`, { mode: 0o755 });
  return file;
}

/**
 * A `mongod` that tells a version and does nothing else: all that is asked of it before it is started. `bytes` pads it, since a
 * download of less than a megabyte is taken for a broken one.
 */
export const fakeMongod = (directory: string, version: string, bytes = 0): Promise<string> =>
  program(directory, 'mongod', `process.stdout.write('db version v${version}\\n');\n//${' '.repeat(bytes)}`);

/** A program that complains as given and fails, as the loader does for a program whose library is missing. */
export const failingProgram = (directory: string, name: string, complaint: string): Promise<string> =>
  program(directory, name, `process.stderr.write(${JSON.stringify(complaint)}); process.exitCode = 127;`);
