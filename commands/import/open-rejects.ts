import {
  closeSync,
  constants,
  fchmodSync,
  fstatSync,
  ftruncateSync,
  openSync,
  rmSync,
  type Stats,
  statSync,
  writeSync,
} from 'node:fs';
import type { LineProblem } from './line.ts';

/** The file of rejected lines: their numbers and the reasons, and nothing of what they hold. */
export interface Rejects {
  add(line: number, problems: readonly LineProblem[]): void;
  /** @param isEmpty the file is not left behind then */
  close(isEmpty: boolean): void;
}

/** The owner's alone, even where a file of that name was anybody's; never through a link, which somebody else may have set. */
const openFlags = constants.O_WRONLY | constants.O_CREAT | constants.O_NOFOLLOW;

const isSameFile = (one: Pick<Stats, 'dev' | 'ino'>, other: Pick<Stats, 'dev' | 'ino'>) =>
  one.dev === other.dev && one.ino === other.ino;

const wouldReplaceSource = () => new Error('--rejects must not be the file that is imported');

/** Before any database is asked for, and without touching the file. @throws Error when it is the one that is imported */
export function demandOtherFile(path: string, source: Pick<Stats, 'dev' | 'ino'>): void {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats && isSameFile(stats, source)) throw wouldReplaceSource();
}

/**
 * Opens the file anew: it is of one run.
 * @param source the file that is imported, which must not be written over
 */
export function openRejects(path: string, source: Pick<Stats, 'dev' | 'ino'>): Rejects {
  const file = openSync(path, openFlags, 0o600);
  const stats = fstatSync(file);
  if (isSameFile(stats, source)) {
    closeSync(file);
    throw wouldReplaceSource();
  }
  if (stats.isFile()) {
    fchmodSync(file, 0o600);
    ftruncateSync(file);
  }
  return {
    add: (line, problems) => void writeSync(file, `${JSON.stringify({ line, problems })}\n`),
    close(isEmpty) {
      closeSync(file);
      if (isEmpty && stats.isFile()) rmSync(path, { force: true });
    },
  };
}
