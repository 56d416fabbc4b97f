/** `npm run mutate:requests [-- WORD]`: breaks one rule of requests at a time in a copy of the source, and shows that a test fails. */
import { breakRules, noticed, passes } from '../../mutants/break-rules.ts';
import { mutants } from './mutants.ts';

const pass = (directory: string) =>
  passes(
    directory,
    ['unit'],
    ['test/models/requests/live-histories', 'test/subgraphs/agency/records/requests'],
  );

const [, , word = ''] = process.argv;
await breakRules(mutants, word, {
  outcomeOf: async (directory) => ((await pass(directory)) ? 'NOT NOTICED' : noticed),
  async demandWhole(directory) {
    if (!(await pass(directory))) throw new Error('the tests fail although nothing is broken');
  },
});
