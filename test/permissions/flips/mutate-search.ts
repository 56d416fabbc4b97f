/**
 * `npm run mutate:search`: breaks one rule of the search at a time in a copy of the source, and shows that a test fails.
 * It ends with an error when one goes unnoticed. A minute or less for each; `mutate:search WORD` tries those of that name.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Mutant, mutants } from './search-mutants.ts';

const say = (line: string) => process.stdout.write(`${line}\n`);

/** Some of a table's rows: a rule that none of these tells apart, no other would. */
const tried =
  '\\["INVESTIGATOR"\\] of \\w+ for (PREVENTION|INVESTIGATION)|\\["(ANALYST|PARTNER)"\\] of \\w+ for PREVENTION|straight at';

function copyOfSource(): string {
  const directory = mkdtempSync(join(tmpdir(), 'concord-mutate-'));
  for (const file of execFileSync('git', ['ls-files'], { encoding: 'utf8' }).split('\n'))
    if (file !== '') cpSync(file, join(directory, file));
  symlinkSync(join(process.cwd(), 'node_modules'), join(directory, 'node_modules'));
  return directory;
}

/** Whether the tests pass as the copy is now. */
function passes(directory: string, tests: string): boolean {
  const isTable = tests.includes('search.integration') || tests.includes('candidates');
  const { status } = spawnSync(
    process.execPath,
    [
      'node_modules/jest/bin/jest.js',
      '--selectProjects',
      'integration',
      '--bail',
      ...(isTable ? ['-t', tried] : []),
      '--testPathPatterns',
      tests,
    ],
    {
      cwd: directory,
      env: { ...process.env, NODE_OPTIONS: '--experimental-vm-modules' },
      stdio: 'ignore',
    },
  );
  return status === 0;
}

function isNoticed(directory: string, { name, file, from, to, tests }: Mutant): boolean {
  const path = join(directory, file);
  const text = readFileSync(path, 'utf8');
  if (text.split(from).length !== 2) throw new Error(`${name}: ${file} does not have its text once`);
  writeFileSync(
    path,
    text.replace(from, () => to),
  );
  const noticed = !passes(directory, tests);
  writeFileSync(path, text);
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
