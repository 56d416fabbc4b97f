import { readFileSync } from 'node:fs';
import { mutants } from './mutants.ts';

test.each(mutants)('the rule that $name breaks is where it says', ({ file, from }) => {
  expect(readFileSync(file, 'utf8').split(from)).toHaveLength(2);
});
