import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A text of a source file, and the one that takes its place. */
export interface Edit {
  file: string;
  /** A text that occurs once in the file. */
  from: string;
  to: string;
}

/**
 * Copies the tracked files of this checkout, over its installed packages, so that something can be broken in the copy.
 * @returns the copy's directory, which the caller removes
 */
export function copyOfSource(): string {
  const directory = mkdtempSync(join(tmpdir(), 'concord-mutate-'));
  for (const file of execFileSync('git', ['ls-files'], { encoding: 'utf8' }).split('\n'))
    if (file !== '') cpSync(file, join(directory, file));
  symlinkSync(join(process.cwd(), 'node_modules'), join(directory, 'node_modules'));
  return directory;
}

/**
 * Unpacks a commit over the installed packages of this checkout.
 * @returns the directory, which the caller removes
 * @throws Error when there is no such commit
 */
export function sourceOf(commit: string): string {
  const archive = execFileSync('git', ['archive', '--format=tar', commit], { maxBuffer: 2 ** 30 });
  const directory = mkdtempSync(join(tmpdir(), 'concord-commit-'));
  execFileSync('tar', ['-x', '-C', directory], { input: archive });
  symlinkSync(join(process.cwd(), 'node_modules'), join(directory, 'node_modules'));
  return directory;
}

/**
 * Changes a file of a copy.
 * @returns how to undo it
 * @throws Error when the file does not have the text exactly once
 */
export function edit(directory: string, { file, from, to }: Edit): () => void {
  const path = join(directory, file);
  const text = readFileSync(path, 'utf8');
  if (text.split(from).length !== 2) throw new Error(`${file} does not have its text once: ${from}`);
  writeFileSync(
    path,
    text.replace(from, () => to),
  );
  return () => writeFileSync(path, text);
}
