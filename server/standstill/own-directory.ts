import { lstatSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * A folder in the system's temporary one that this user alone can read and write, made where it is not there. Anybody on the machine can make
 * one of that name first, or a link to another place, and so read or write what is noted.
 * @returns undefined where it is another user's, open to others or no folder: then there is no place for notes
 */
export function ownDirectory(parent: string = tmpdir(), user = process.getuid?.()): string | undefined {
  if (user === undefined) return undefined;
  const path = join(parent, `concord-${user}`);
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 });
    const found = lstatSync(path);
    const isOwn = found.isDirectory() && found.uid === user && (found.mode & 0o077) === 0;
    return isOwn ? path : undefined;
  } catch {
    return undefined;
  }
}
