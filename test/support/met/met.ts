import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { everythingToMeet } from './expected.ts';
import { directoryVariable, type Kind } from './note.ts';

/** Makes the place, for workers that start after it. */
export async function startNoting(): Promise<void> {
  process.env[directoryVariable] = await mkdtemp(join(tmpdir(), 'concord-met-'));
}

/** Every end-to-end test of the project. @param root where the project is */
export async function endToEndFiles(root: string): Promise<string[]> {
  const files = await readdir(join(root, 'test'), { recursive: true });
  return files.filter((file) => file.endsWith('.e2e.test.ts')).map((file) => join(root, 'test', file));
}

/**
 * Ends a run.
 * @param whole the files of a whole run, undefined where it cannot be one; a run of some files tells nothing of what others meet
 * @throws when a whole run has not met something that callers can meet
 */
export async function endNoting(whole: readonly string[] | undefined): Promise<void> {
  const directory = process.env[directoryVariable];
  if (!directory) return;
  const texts = await Promise.all(
    (await readdir(directory)).map((file) => readFile(join(directory, file), 'utf8')),
  );
  await rm(directory, { recursive: true, force: true });
  const lines = texts.flatMap((text) => text.trim().split('\n'));
  const noted = lines.map((line) => JSON.parse(line) as [Kind, string]);
  const isMet = (kind: Kind, name: string) => noted.some(([of, met]) => of === kind && met === name);
  if (!whole?.every((file) => isMet('file', file))) return;
  const expected = Object.entries(everythingToMeet()) as [Kind, string[]][];
  const missing = expected.flatMap(([kind, names]) =>
    names.filter((name) => !isMet(kind, name)).map((name) => `  ${kind} ${name}`),
  );
  if (missing.length === 0) return;
  throw new Error(
    [
      'callers can meet these, and no end-to-end test has met them with `request` or the callers of a stack:',
      ...missing,
    ].join('\n'),
  );
}
