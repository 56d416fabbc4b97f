import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mutants } from './mutants.ts';

test.each(mutants)('the rule that $name breaks is where it says', ({ file, from }) => {
  expect(readFileSync(file, 'utf8').split(from)).toHaveLength(2);
});

test('one of these rules, broken in a copy of the source, is noticed by a test', () => {
  const args = ['--import', 'tsx', 'test/models/requests/mutate.ts', 'an early answer goes'];
  const { stdout, status } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  expect(stdout.trim().split('\n').at(-1)).toBe('1 rules broken, 1 noticed');
  expect(status).toBe(0);
});
