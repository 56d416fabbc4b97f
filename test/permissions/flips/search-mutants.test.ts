import { readdirSync, readFileSync } from 'node:fs';
import { mutants } from './search-mutants.ts';

test.each(mutants)(
  '$name: its text occurs once in $file, and its change is another text',
  ({ file, from, to }) => {
    expect(readFileSync(file, 'utf8').split(from)).toHaveLength(2);
    expect(to).not.toBe(from);
  },
);

test('each is tried by tests that are there', () => {
  const files = readdirSync('test', { recursive: true, encoding: 'utf8' });
  const isThere = (tests: string) =>
    files.some((file) => file.includes(tests) && /(?<!\.e2e)\.test\.ts$/.test(file));
  expect(mutants.map(({ tests }) => tests).filter((tests) => !isThere(tests))).toEqual([]);
});

test('mutants can be told apart by their names', () => {
  const names = mutants.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
});
