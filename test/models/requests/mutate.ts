/**
 * `npm run mutate:requests [-- WORD]`: breaks one rule of requests at a time in a copy of the source, and shows that a test fails. It ends
 * with an error when one goes unnoticed.
 */
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { jestOf } from '../../support/runner/jest-of.ts';
import { copyOfSource, edit } from '../../support/source-copy.ts';
import { mutants } from './mutants.ts';

const tests = ['test/models/requests/live-histories', 'test/subgraphs/agency/records/requests'];

/** Tells if the tests pass as the copy is now. */
const passes = (directory: string): boolean =>
  spawnSync(process.execPath, [...jestOf('unit'), '--bail', ...tests], { cwd: directory, stdio: 'ignore' })
    .status === 0;

const [, , word = ''] = process.argv;
const chosen = mutants.filter(({ name }) => name.includes(word));
const directory = copyOfSource();
let noticed = 0;
try {
  if (!passes(directory)) throw new Error('the tests fail although nothing is broken');
  for (const mutant of chosen) {
    const undo = edit(directory, mutant);
    const isNoticed = !passes(directory);
    undo();
    if (isNoticed) noticed += 1;
    process.stdout.write(`${isNoticed ? 'noticed' : 'NOT NOTICED'}: ${mutant.name}\n`);
  }
} finally {
  rmSync(directory, { recursive: true, force: true });
}
process.stdout.write(`${chosen.length} rules broken, ${noticed} noticed\n`);
if (chosen.length === 0 || noticed < chosen.length) process.exitCode = 1;
