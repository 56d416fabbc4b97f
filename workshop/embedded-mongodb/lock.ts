import { mkdir, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { lock } from 'proper-lockfile';
import { oneLine, type Report } from './server.ts';

const STALE_MS = 5_000;
/** A holder shows every second that it lives. */
const UPDATE_MS = 1_000;

/**
 * Takes a directory for this process alone, creating it when needed, and resolves to what gives it back.
 *
 * A living holder is refused with an error as soon as it has shown itself, a second or two; a holder that was killed cannot
 * show itself, and after five seconds of silence the directory is taken over.
 */
export async function lockDataDirectory(directory: string, report: Report): Promise<() => Promise<void>> {
  const path = resolve(directory);
  await mkdir(path, { recursive: true });
  const lockfilePath = join(path, 'lock');
  const tryLock = () =>
    lock(path, {
      lockfilePath,
      stale: STALE_MS,
      update: UPDATE_MS,
      // Not a reason to die: the servers' own locks on their files still keep a second one out.
      onCompromised: (error) => report(`the lock on ${path} was lost: ${oneLine(error)}`),
    });

  let seen: number | undefined;
  // The clock that judges the holder's silence is the library's; this loop ends once that has had its time.
  for (const end = Date.now() + 2 * STALE_MS; ; ) {
    try {
      const release = await tryLock();
      // Released already: lost before, or the directory is gone. Nothing is held then, which is what was asked.
      return () => release().catch(() => undefined);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ELOCKED') {
        throw error;
      }
    }
    const shown = await stat(lockfilePath).then(
      ({ mtimeMs }) => mtimeMs,
      () => undefined,
    );
    if (seen === undefined) {
      report(`${path} is locked: looking whether its holder still runs`);
      seen = shown;
    } else if ((shown !== undefined && shown !== seen) || Date.now() > end) {
      throw new Error(
        `${path} is in use by another running stack: stop that one, or set DATA_DIR to another directory`,
      );
    }
    await sleep(200);
  }
}
