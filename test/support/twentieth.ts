import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';

let commit: string | undefined;

/** The commit that is tested; empty where there is no git. */
function commitTested(): string {
  try {
    commit ??= execFileSync('git', ['rev-parse', 'HEAD'], { encoding: 'utf8', stdio: 'pipe' }).trim();
  } catch {
    commit = '';
  }
  return commit;
}

const isDrawn = (row: string, parts: number, of: string): boolean =>
  createHash('sha256').update(`${of}\n${row}`).digest().readUInt32BE() % parts === 0;

/**
 * Chooses one in twenty rows of a large table, others for each commit: those go through the gateway, which adds the same to
 * every row, and the rest are answered in this process. The same commit has the same rows, so that a failure can be repeated.
 */
export const isTwentieth = (row: string, of = commitTested()): boolean => isDrawn(row, 20, of);

/** Chooses every other one, others for each commit. */
export const isHalf = (row: string, of = commitTested()): boolean => isDrawn(row, 2, of);
