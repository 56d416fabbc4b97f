/**
 * `npm run mutate:search`: breaks one rule of the search at a time in a copy of the source, and shows that a test fails.
 * It ends with an error when one goes unnoticed. A minute or less for each; `mutate:search WORD` tries those of that name.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { jestOf } from '../../support/runner/jest-of.ts';
import { copyOfSource, edit } from '../../support/source-copy.ts';
import { type Mutant, mutants } from './search-mutants.ts';

const say = (line: string) => process.stdout.write(`${line}\n`);

/** Some of a table's rows: a rule that none of these tells apart, no other would. Versions of the runner write a list with other marks. */
const tried =
  '\\[\\W*INVESTIGATOR\\W*\\] of \\W*\\w+\\W* for \\W*(PREVENTION|INVESTIGATION)|\\[\\W*(ANALYST|PARTNER)\\W*\\] of \\W*\\w+\\W* for \\W*PREVENTION|straight at';

/**
 * Runs the tests over the copy as it is now. True if they pass.
 * @throws when there is none that could fail
 */
function passes(directory: string, tests: string): boolean {
  const isTable = tests.includes('search.integration') || tests.includes('candidates');
  const outputFile = join(directory, 'results.json');
  rmSync(outputFile, { force: true });
  const { status } = spawnSync(
    process.execPath,
    [
      ...jestOf('unit', 'integration'),
      '--bail',
      '--json',
      `--outputFile=${outputFile}`,
      ...(isTable ? ['-t', tried] : []),
      tests,
    ],
    { cwd: directory, stdio: 'ignore' },
  );
  if (status !== 0) return false;
  const { numPassedTests } = JSON.parse(readFileSync(outputFile, 'utf8'));
  if (numPassedTests === 0) throw new Error(`${tests} has no test of those that are tried`);
  return true;
}

function isNoticed(directory: string, mutant: Mutant): boolean {
  const undo = edit(directory, mutant);
  const noticed = !passes(directory, mutant.tests);
  undo();
  return noticed;
}

const [, , word = ''] = process.argv;
const directory = copyOfSource();
let unnoticed = 0;
try {
  const chosen = mutants.filter(({ name }) => name.includes(word));
  for (const tests of new Set(chosen.map((mutant) => mutant.tests)))
    if (!passes(directory, tests)) throw new Error(`${tests} fails although nothing is broken`);
  for (const mutant of chosen) {
    const noticed = isNoticed(directory, mutant);
    if (!noticed) unnoticed += 1;
    say(`${noticed ? 'noticed' : 'NOT NOTICED'}: ${mutant.name} (${mutant.tests})`);
  }
} finally {
  rmSync(directory, { recursive: true, force: true });
}
if (unnoticed > 0) process.exitCode = 1;
