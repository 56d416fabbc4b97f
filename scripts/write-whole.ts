import { randomUUID } from 'node:crypto';
import { linkSync, rmSync, writeFileSync } from 'node:fs';

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
