/**
 * `npm run mutate:attack [-- WORD]`: takes one mend at a time out of a copy of the source, and shows that the attack which it
 * stops then succeeds: two at a time, each in a copy of its own, and what was not noticed once more by itself, since an attack by load
 * needs the machine. The last line counts them; the exit code is 1 when one went unnoticed.
 */
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { copyOfSource, edit } from '../support/source-copy.ts';
import { type Mutant, mutants } from './mutants.ts';

const noticed = 'noticed';
const say = (line: string) => void process.stdout.write(`${line}\n`);

/** How a run on the copy without the mend ended: noticed only if an attack succeeds there, and not if it meets an outage. */
async function outcomeOf(directory: string, { mend, edits }: Mutant): Promise<string> {
  const undo = edits.map((each) => edit(directory, each)).reverse();
  const running = spawn(process.execPath, ['--import', 'tsx', 'test/attack/run.ts', '--only', `${mend}:`], {
    cwd: directory,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const printed = await text(running.stdout);
  for (const each of undo) each();
  if (/^SUCCEEDED: /m.test(printed)) return noticed;
  if (/^OUTAGE: /m.test(printed)) return 'NOT NOTICED: outage';
  if (/^NOT ABLE TO SUCCEED: /m.test(printed)) return 'NOT NOTICED: its control failed';
  // Its last line counts: one without it did not get so far.
  return / attacks, 0 succeeded$/m.test(printed) ? 'NOT NOTICED' : 'NOT NOTICED: broken';
}

/** @returns those that went unnoticed */
async function tried(
  chosen: readonly Mutant[],
  directories: readonly string[],
  isLast: boolean,
): Promise<Mutant[]> {
  const left = [...chosen];
  const unnoticed: Mutant[] = [];
  const work = async (directory: string) => {
    for (let mutant = left.shift(); mutant; mutant = left.shift()) {
      const outcome = await outcomeOf(directory, mutant);
      if (outcome !== noticed) unnoticed.push(mutant);
      if (outcome === noticed || isLast)
        say(`${outcome}: without ${mutant.mend} (${mutant.edits.map(({ file }) => file).join(', ')})`);
    }
  };
  await Promise.all(directories.map(work));
  return unnoticed;
}

const [, , word = ''] = process.argv;
const chosen = mutants.filter(({ mend }) => mend.includes(word));
const directories = [copyOfSource(), copyOfSource()];
let left: readonly Mutant[] = chosen;
try {
  left = await tried(await tried(chosen, directories, false), directories.slice(0, 1), true);
} finally {
  for (const directory of directories) rmSync(directory, { recursive: true, force: true });
}
say(`${chosen.length} removed, ${chosen.length - left.length} noticed`);
process.exitCode = chosen.length > 0 && left.length === 0 ? 0 : 1;
