/**
 * `npm run test:minutes -- REPORT`: writes into docs/testing.md, from the JSON report of a whole run, how many minutes each kind of test takes
 * and which files take the most. Files run beside each other: the minutes of all are more than those of a run.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import type { FormattedTestResults } from '@jest/test-result';

const page = 'docs/testing.md';
const [begin, end] = ['<!-- minutes -->', '<!-- end of minutes -->'];
const shown = 12;

/** Kinds of tests by what they start, the first that a file's path is one of. */
const kinds: readonly [name: string, files: RegExp][] = [
  ['a browser', /end-to-end\/playground\/.*\.e2e\./],
  ['commands, each in a process', /-cli\.e2e\.|forgotten-database|start-mistakes/],
  ['other processes', /\.e2e\./],
  ['a database', /\.integration\./],
  ['nothing', /./],
];

interface File {
  path: string;
  minutes: number;
  tests: number;
}

const filesOf = ({ testResults }: FormattedTestResults): File[] =>
  testResults.map(({ name, startTime, endTime, assertionResults }) => ({
    path: relative(process.cwd(), name),
    minutes: (endTime - startTime) / 60_000,
    tests: assertionResults.length,
  }));

const sumOf = (files: readonly File[], of: 'minutes' | 'tests'): number =>
  files.reduce((sum, file) => sum + file[of], 0);

function tablesOf(files: readonly File[]): string {
  const kindOf = ({ path }: File) => kinds.find(([, pattern]) => pattern.test(path))?.[0];
  const byKind = kinds.map(([name]) => {
    const of = files.filter((file) => kindOf(file) === name);
    return `| ${name} | ${of.length} | ${sumOf(of, 'tests').toLocaleString('en')} | ${sumOf(of, 'minutes').toFixed(1)} |`;
  });
  const slowest = files
    .toSorted((one, other) => other.minutes - one.minutes)
    .slice(0, shown)
    .map(({ path, tests, minutes }) => `| \`${path}\` | ${tests} | ${minutes.toFixed(1)} |`);
  return [
    '| tests that start | files | tests | minutes |\n|---|---|---|---|',
    ...byKind,
    '\n| slowest files | tests | minutes |\n|---|---|---|',
    ...slowest,
  ].join('\n');
}

const [, , report] = process.argv;
if (report === undefined)
  throw new Error('usage: npm run test:minutes -- REPORT, of npm test -- --json --outputFile=REPORT');
const files = filesOf(JSON.parse(readFileSync(report, 'utf8')));
const [before, after] = [readFileSync(page, 'utf8').split(begin), readFileSync(page, 'utf8').split(end)];
if (files.length === 0 || before.length !== 2 || after.length !== 2)
  throw new Error(`nothing is written into ${page}`);
writeFileSync(page, `${before[0]}${begin}\n\n${tablesOf(files)}\n\n${end}${after[1]}`);
process.stdout.write(`${files.length} files, ${sumOf(files, 'minutes').toFixed(1)} minutes\n`);
