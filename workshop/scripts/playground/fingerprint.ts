import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const isDraft = (name: string) => name.startsWith('.');

function filesIn(path: string, except: readonly string[]): string[] {
  if (except.includes(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .filter((name) => !isDraft(name))
    .sort()
    .flatMap((name) => filesIn(join(path, name), except));
}

/** One text for all that files contain, which differs when any of it does. */
export function fingerprint(paths: readonly string[], except: readonly string[]): string {
  const hash = createHash('sha256');
  for (const file of paths.flatMap((path) => filesIn(path, except))) {
    hash.update(`${file}\0`).update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}
