import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { attacks } from '../attack/attacks/index.ts';
import { mutants as ofAttacks } from '../attack/mutants.ts';
import { mutants as ofMeasures } from '../models/measures/mutants.ts';
import { mutants as ofOperations } from '../models/operations/mutants.ts';
import { mutants as ofRequests } from '../models/requests/mutants.ts';
import { mutants as ofSearch } from '../permissions/flips/search-mutants.ts';

describe.each([
  { list: 'attacks', mutants: ofAttacks },
  { list: 'measures', mutants: ofMeasures },
  { list: 'operations', mutants: ofOperations },
  { list: 'requests', mutants: ofRequests },
  { list: 'the search', mutants: ofSearch },
])('each broken rule of $list', ({ mutants }) => {
  test.each(mutants)('has its texts once in the source: $name', ({ edits }) => {
    expect(edits.length).toBeGreaterThan(0);
    for (const { file, from, to } of edits) {
      const source = readFileSync(file, 'utf8');
      expect({ from, times: source.split(from).length - 1 }).toEqual({ from, times: 1 });
      expect(to).not.toBe(from);
    }
  });
});

test.each(ofAttacks)('an attack succeeds without $name', ({ name }) => {
  expect(attacks.map(({ mend }) => mend)).toContain(name);
});

test('broken rules of measures, of operations, of requests and of the search can be told apart by their names', () => {
  for (const mutants of [ofMeasures, ofOperations, ofRequests, ofSearch]) {
    const names = mutants.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  }
});

test('broken rules of the search are tried by tests that are there', () => {
  const files = readdirSync('test', { recursive: true, encoding: 'utf8' });
  const isThere = (tests: string) =>
    files.some((file) => file.includes(tests) && /(?<!\.e2e)\.test\.ts$/.test(file));
  expect(ofSearch.map(({ tests }) => tests).filter((tests) => !isThere(tests))).toEqual([]);
});

test('a rule that is broken in a copy of the source is noticed', () => {
  const args = ['--import', 'tsx', 'test/models/requests/mutate.ts', 'an early answer goes'];
  const { stdout, status } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  expect(stdout.trim().split('\n').at(-1)).toBe('1 removed, 1 noticed');
  expect(status).toBe(0);
});

test('a word that no rule has fails', () => {
  const args = ['--import', 'tsx', 'test/models/requests/mutate.ts', 'no rule of such a name'];
  const { stdout, status } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  expect(stdout.trim().split('\n').at(-1)).toBe('0 removed, 0 noticed');
  expect(status).toBe(1);
});
