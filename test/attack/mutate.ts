/**
 * `npm run mutate:attack [-- WORD]`: takes one mend at a time out of a copy of the source, and shows that the attack which it
 * stops then succeeds. The last line counts them; the exit code is 1 when one went unnoticed.
 */
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { copyOfSource, edit } from '../support/source-copy.ts';
import { type Mutant, mutants } from './mutants.ts';

const noticed = 'noticed';
const say = (line: string) => void process.stdout.write(`${line}\n`);

/** How a run on the copy without the mend ended: noticed only if an attack succeeds there, and not if it meets an outage. */
function outcomeOf(directory: string, { mend, edits }: Mutant): string {
  const undo = edits.map((each) => edit(directory, each));
  const { stdout } = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'test/attack/run.ts', '--only', `${mend}:`],
    { cwd: directory, encoding: 'utf8' },
  );
  for (const each of undo) each();
  if (/^SUCCEEDED: /m.test(stdout)) return noticed;
  if (/^OUTAGE: /m.test(stdout)) return 'NOT NOTICED: outage';
  if (/^NOT ABLE TO SUCCEED: /m.test(stdout)) return 'NOT NOTICED: its control failed';
  // Its last line counts: one without it did not get so far.
  return / attacks, 0 succeeded$/m.test(stdout) ? 'NOT NOTICED' : 'NOT NOTICED: broken';
}

const [, , word = ''] = process.argv;
const chosen = mutants.filter(({ mend }) => mend.includes(word));
const directory = copyOfSource();
let count = 0;
try {
  for (const mutant of chosen) {
    const outcome = outcomeOf(directory, mutant);
    if (outcome === noticed) count += 1;
    say(`${outcome}: without ${mutant.mend} (${mutant.edits.map(({ file }) => file).join(', ')})`);
  }
} finally {
  rmSync(directory, { recursive: true, force: true });
}
say(`${chosen.length} removed, ${count} noticed`);
process.exitCode = chosen.length > 0 && count === chosen.length ? 0 : 1;
