import { randomUUID } from 'node:crypto';
import { linkSync, renameSync, rmSync, writeFileSync } from 'node:fs';

/**
 * Writes a new file whole or not at all, so that a full disk leaves no half of a key, for its owner alone unless `mode` says
 * otherwise.
 * @throws EEXIST when there is one already, which stays as it is
 */
export function writeWhole(file: string, content: string, mode = 0o600): void {
  const draft = `${file}.${randomUUID()}`;
  try {
    writeFileSync(draft, content, { mode });
    linkSync(draft, file);
  } catch (error) {
    // The draft is nobody's business.
    const { code } = error as NodeJS.ErrnoException;
    throw Object.assign(
      new Error(`${file} ${code === 'EEXIST' ? 'exists' : 'cannot be written'} (${code})`),
      { code },
    );
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Writes a file whole or not at all, in place of the one that is there, if there is one. */
export function replaceWhole(file: string, content: string, mode = 0o600): void {
  const draft = `${file}.${randomUUID()}`;
  try {
    writeFileSync(draft, content, { mode });
    renameSync(draft, file);
  } finally {
    rmSync(draft, { force: true });
  }
}
