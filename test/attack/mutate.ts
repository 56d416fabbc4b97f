/**
 * `npm run mutate:attack [-- WORD]`: takes one mend at a time out of a copy of the source, and shows that the attack which it
 * stops then succeeds. The last line counts them; the exit code is 1 when one went unnoticed.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Edit, type Mutant, mutants } from './mutants.ts';

const say = (line: string) => void process.stdout.write(`${line}\n`);

/** The tracked files and what was built of the page, over the packages of this checkout. */
function copyOfSource(): string {
  const directory = mkdtempSync(join(tmpdir(), 'concord-attack-'));
  for (const file of execFileSync('git', ['ls-files'], { encoding: 'utf8' }).split('\n'))
    if (file !== '') cpSync(file, join(directory, file));
  symlinkSync(join(process.cwd(), 'node_modules'), join(directory, 'node_modules'));
  return directory;
}

/** Changes a file of the copy. @returns how to undo that */
function change(directory: string, { file, from, to }: Edit): () => void {
  const path = join(directory, file);
  const text = readFileSync(path, 'utf8');
  if (text.split(from).length !== 2) throw new Error(`${file} does not have its text once: ${from}`);
  writeFileSync(
    path,
    text.replace(from, () => to),
  );
  return () => writeFileSync(path, text);
}

/** Whether an attack on the copy succeeds, as it is without the mend. */
function isNoticed(directory: string, { mend, edits }: Mutant): boolean {
  const undo = edits.map((edit) => change(directory, edit));
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
