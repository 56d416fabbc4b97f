/** `npm run mutate:search [-- WORD]`: breaks one rule of the search at a time in a copy of the source, and shows that a test fails. */
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { breakRules, noticed, passes } from '../../mutants/break-rules.ts';
import { mutants } from './search-mutants.ts';

/** Some of a table's rows: a rule that none of these tells apart, no other would. Versions of the runner write a list with other marks. */
const tried =
  '\\[\\W*INVESTIGATOR\\W*\\] of \\W*\\w+\\W* for \\W*(PREVENTION|INVESTIGATION)|\\[\\W*(ANALYST|PARTNER)\\W*\\] of \\W*\\w+\\W* for \\W*PREVENTION|straight at';

/**
 * Runs the tests over the copy as it is now.
 * @throws when there is none that could fail
 */
async function pass(directory: string, tests: string): Promise<boolean> {
  const isTable = tests.includes('search.integration') || tests.includes('candidates');
  const outputFile = join(directory, 'results.json');
  rmSync(outputFile, { force: true });
  const options = ['--json', `--outputFile=${outputFile}`, ...(isTable ? ['-t', tried] : []), tests];
  if (!(await passes(directory, ['unit', 'integration'], options))) return false;
  const { numPassedTests } = JSON.parse(readFileSync(outputFile, 'utf8'));
  if (numPassedTests === 0) throw new Error(`${tests} has no test of those that are tried`);
  return true;
}

const [, , word = ''] = process.argv;
await breakRules(mutants, word, {
  outcomeOf: async (directory, { tests }) => ((await pass(directory, tests)) ? 'NOT NOTICED' : noticed),
  async demandWhole(directory, chosen) {
    for (const tests of new Set(chosen.map((mutant) => mutant.tests)))
      if (!(await pass(directory, tests))) throw new Error(`${tests} fails although nothing is broken`);
  },
});
