import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { jestOf } from '../support/runner/jest-of.ts';
import { copyOfSource, edit } from '../support/source-copy.ts';
import type { Mutant } from './mutant.ts';

/** The outcome of a mutant that a test or an attack has noticed. Any other outcome says why none has. */
export const noticed = 'noticed';

export interface Trying<Each> {
  /** Tries what is broken in a copy of the source. */
  outcomeOf(directory: string, mutant: Each): Promise<string>;
  /** Fails where what would notice fails anyway, in a copy in which nothing is broken. */
  demandWhole?(directory: string, chosen: readonly Each[]): Promise<void>;
  /** What the last line calls the rules: those that were removed unless it is said. */
  called?: string;
}

/** Rules that are broken at a time, each in a copy of its own. */
const atATime = 2;

const say = (line: string) => void process.stdout.write(`${line}\n`);

async function outcomeIn<Each extends Mutant>(
  directory: string,
  mutant: Each,
  { outcomeOf }: Trying<Each>,
): Promise<string> {
  // Of two edits of one file the later one is undone first.
  const undo = mutant.edits.map((each) => edit(directory, each)).reverse();
  try {
    return await outcomeOf(directory, mutant);
  } finally {
    for (const each of undo) each();
  }
}

/** @returns those that went unnoticed */
async function tryEach<Each extends Mutant>(
  chosen: readonly Each[],
  directories: readonly string[],
  trying: Trying<Each>,
  isLast: boolean,
): Promise<Each[]> {
  const left = [...chosen];
  const unnoticed: Each[] = [];
  const work = async (directory: string) => {
    for (let mutant = left.shift(); mutant; mutant = left.shift()) {
      const outcome = await outcomeIn(directory, mutant, trying);
      if (outcome !== noticed) unnoticed.push(mutant);
      if (outcome === noticed || isLast)
        say(`${outcome}: without ${mutant.name} (${mutant.edits.map(({ file }) => file).join(', ')})`);
    }
  };
  await Promise.all(directories.map(work));
  return unnoticed;
}

/**
 * Breaks one rule at a time in a copy of the source, two at a time in a copy each, and what was not noticed once more by itself, since
 * load may have hidden it. The last line counts them; the exit code is 1 when one went unnoticed, or none was chosen.
 * @param word of the names of those that are chosen
 */
export async function breakRules<Each extends Mutant>(
  mutants: readonly Each[],
  word: string,
  trying: Trying<Each>,
): Promise<void> {
  const chosen = mutants.filter(({ name }) => name.includes(word));
  const directories = chosen.slice(0, atATime).map(copyOfSource);
  const [first] = directories;
  let left: readonly Each[] = chosen;
  try {
    if (first !== undefined) await trying.demandWhole?.(first, chosen);
    left = await tryEach(chosen, directories, trying, false);
    left = await tryEach(left, directories.slice(0, 1), trying, true);
  } finally {
    for (const directory of directories) rmSync(directory, { recursive: true, force: true });
  }
  say(`${chosen.length} ${trying.called ?? 'removed'}, ${chosen.length - left.length} noticed`);
  if (chosen.length === 0 || left.length > 0) process.exitCode = 1;
}

/** Tells if tests of a copy pass as it is now. */
export async function passes(directory: string, projects: readonly string[], options: readonly string[]) {
  const args = [...jestOf(...projects), '--bail', ...options];
  const [code] = await once(spawn(process.execPath, args, { cwd: directory, stdio: 'ignore' }), 'exit');
  return code === 0;
}
