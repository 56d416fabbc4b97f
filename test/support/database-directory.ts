import { existsSync, mkdtempSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A file system in memory, as Linux has it. */
const inMemory = '/dev/shm';
/** Bytes that are free there, so that the databases of a whole run find room. */
const enough = 8 * 1024 ** 3;

function hasRoom(directory: string): boolean {
  if (!existsSync(directory)) return false;
  const { bavail, bsize } = statfsSync(directory);
  return bavail * bsize > enough;
}

/**
 * A new directory for the files of a database, which is removed with it. It lies in memory where there is room: each write that a test waits for
 * waits for these files.
 */
export const newDatabaseDirectory = (prefix: string): string =>
  mkdtempSync(join(hasRoom(inMemory) ? inMemory : tmpdir(), prefix));
