import { existsSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';

/**
 * Writes a file that only its owner can read, and that has its name only once all of it is on disk. What was begun is
 * removed when it cannot be finished; a kill leaves it, under a name that no restore is given by mistake.
 * @throws when the file exists, and whatever `chunks` throws
 */
export async function writeNewFile(
  path: string,
  chunks: AsyncIterable<string>,
  signal: AbortSignal,
): Promise<void> {
  const draft = `${path}.partial`;
  if (existsSync(path)) throw new Error(`${path} exists already: nothing is overwritten`);
  const file = await open(draft, 'wx', 0o600).catch((error) => {
    throw (error as NodeJS.ErrnoException).code === 'EEXIST'
      ? new Error(`${draft} exists: another export writes it, or one was killed; remove it if none runs`)
      : error;
  });
  try {
    for await (const chunk of chunks) {
      if (signal.aborted) throw new Error('interrupted: nothing is left of it');
      await file.appendFile(chunk);
    }
    await file.sync();
    await file.close();
    await rename(draft, path);
  } catch (error) {
    await file.close().catch(() => undefined);
    await rm(draft, { force: true });
    throw error;
  }
}
