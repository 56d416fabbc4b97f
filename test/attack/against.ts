import { spawn } from 'node:child_process';
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { sourceOf } from '../support/source-copy.ts';
import type { Attack } from './attack.ts';
import { attacks } from './attacks/index.ts';

const root = join(import.meta.dirname, '..', '..');

/** The attacks of this checkout and what they need, none of which imports the source. */
const scripts = ['test/attack', 'test/support'];

const title = ({ mend, name }: Attack): string => `${mend}: ${name}`;

/** Puts the scripts of this checkout in the place of a commit's. */
function replaceScripts(directory: string): void {
  for (const folder of scripts) {
    rmSync(join(directory, folder), { recursive: true });
    cpSync(join(root, folder), join(directory, folder), { recursive: true });
  }
}

/** Runs one attack in a directory, on a stack of its own: some leave nothing standing for the next. */
async function succeedsIn(directory: string, attack: Attack, say: (line: string) => void): Promise<boolean> {
  const command = ['--import', 'tsx', 'test/attack/run.ts', '--only', title(attack)];
  const run = spawn(process.execPath, command, {
    cwd: directory,
    stdio: ['inherit', 'pipe', 'inherit'],
  });
  let hasSucceeded = false;
  for await (const line of createInterface({ input: run.stdout })) {
    if (!line.includes(title(attack))) continue;
    hasSucceeded ||= line.startsWith('SUCCEEDED: ');
    say(line);
  }
  return hasSucceeded;
}

/**
 * Runs the attacks that were found in a commit on what that commit has, in a copy of it.
 * @returns true if there are any, and each succeeded there
 */
export async function runAgainst(
  commit: string,
  only: string,
  say: (line: string) => void,
): Promise<boolean> {
  const found = attacks.filter((each) => each.foundIn === commit && title(each).includes(only));
  let succeeded = 0;
  const directory = sourceOf(commit);
  try {
    replaceScripts(directory);
    for (const attack of found) if (await succeedsIn(directory, attack, say)) succeeded += 1;
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
  say(`${found.length} attacks were found in ${commit}, ${succeeded} succeeded there`);
  return found.length > 0 && succeeded === found.length;
}
