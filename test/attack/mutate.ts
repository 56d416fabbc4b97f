/**
 * `npm run mutate:attack [-- WORD]`: takes one mend at a time out of a copy of the source, and shows that the attack which it
 * stops then succeeds. The last line counts them; the exit code is 1 when one went unnoticed.
 */
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { copyOfSource, edit } from '../support/source-copy.ts';
import { type Mutant, mutants } from './mutants.ts';

const say = (line: string) => void process.stdout.write(`${line}\n`);

/** True if an attack succeeds on the copy without the mend. */
function isNoticed(directory: string, { mend, edits }: Mutant): boolean {
  const undo = edits.map((each) => edit(directory, each));
  const { stdout } = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'test/attack/run.ts', '--only', `${mend}:`],
    { cwd: directory, encoding: 'utf8' },
  );
  for (const each of undo) each();
  return /^SUCCEEDED: /m.test(stdout);
}

const [, , word = ''] = process.argv;
const chosen = mutants.filter(({ mend }) => mend.includes(word));
const directory = copyOfSource();
let noticed = 0;
try {
  for (const mutant of chosen) {
    const isFound = isNoticed(directory, mutant);
    if (isFound) noticed += 1;
    say(
      `${isFound ? 'noticed' : 'NOT NOTICED'}: without ${mutant.mend} (${mutant.edits.map(({ file }) => file).join(', ')})`,
    );
  }
} finally {
  rmSync(directory, { recursive: true, force: true });
}
say(`${chosen.length} removed, ${noticed} noticed`);
process.exitCode = chosen.length > 0 && noticed === chosen.length ? 0 : 1;
