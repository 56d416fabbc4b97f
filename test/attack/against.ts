import { spawn } from 'node:child_process';
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { sourceOf } from '../support/source-copy.ts';
import type { Attack } from './attack.ts';
import { attacks } from './attacks/index.ts';

const root = join(import.meta.dirname, '..', '..');

/** The attacks of this checkout and what they need, none of which imports the source. */
const scripts = ['test/attack', 'test/support'];

const title = ({ mend, name }: Attack): string => `${mend}: ${name}`;

/** The titles of attacks that a commit has already. */
async function titlesIn(directory: string): Promise<Set<string>> {
  const index = pathToFileURL(join(directory, 'test/attack/attacks/index.ts')).href;
  const { attacks: before } = (await import(index)) as { attacks: readonly Attack[] };
  return new Set(before.map(title));
}

/** Puts the scripts of this checkout in the place of a commit's. */
function replaceScripts(directory: string): void {
  for (const folder of scripts) {
    rmSync(join(directory, folder), { recursive: true });
    cpSync(join(root, folder), join(directory, folder), { recursive: true });
  }
}

/**
 * Runs the attacks of this checkout on what a commit has, in a copy of it.
 * @returns true if each that is new since succeeded there
 */
export async function runAgainst(
  commit: string,
  only: string,
  say: (line: string) => void,
): Promise<boolean> {
  const directory = sourceOf(commit);
  try {
    const before = await titlesIn(directory);
    replaceScripts(directory);
    const command = ['--import', 'tsx', 'test/attack/run.ts', '--only', only];
    const run = spawn(process.execPath, command, {
      cwd: directory,
      stdio: ['inherit', 'pipe', 'inherit'],
    });
    const lines: string[] = [];
    for await (const line of createInterface({ input: run.stdout })) {
      lines.push(line);
      say(line);
    }
    const added = attacks.map(title).filter((each) => each.includes(only) && !before.has(each));
    const succeeded = added.filter((each) => lines.includes(`SUCCEEDED: ${each}`));
    for (const each of added.filter((other) => !succeeded.includes(other)))
      say(`new, and does not succeed there: ${each}`);
    say(`${added.length} attacks are new since ${commit}, ${succeeded.length} succeeded there`);
    return succeeded.length === added.length;
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}
