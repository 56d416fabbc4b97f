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

/**
 * Chooses one in twenty rows of a large table, others for each commit: those go through the gateway, which adds the same to
 * every row, and the rest are answered in this process. The same commit has the same rows, so that a failure can be repeated.
 */
export function isTwentieth(row: string, of = commitTested()): boolean {
  return createHash('sha256').update(`${of}\n${row}`).digest().readUInt32BE() % 20 === 0;
}
