import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod';
import { readSettings, SettingsError } from '../../../server/settings.ts';

/** True if a path, or one that leads to it, is something else than a directory. */
function isBarred(path: string): boolean {
  try {
    return !statSync(path).isDirectory();
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOTDIR';
  }
}

/**
 * Where embedded databases, development keys and logs live; made where it is not there yet.
 * @throws SettingsError when it is a file
 */
export function dataDirectoryIn(environment: NodeJS.ProcessEnv): string {
  const { DATA_DIR } = readSettings({ DATA_DIR: z.string().default('.data') }, environment);
  const directory = resolve(DATA_DIR);
  if (isBarred(directory))
    throw new SettingsError(`DATA_DIR: ${directory} is no directory: name one, or one that can be made`);
  return directory;
}
