/**
 * `npm run mutate:measures [-- WORD]`: breaks one rule of measures at a time in a copy of the source, and shows that a test fails: those of the rules alone
 * first, since most are noticed there, and then those over a database, with the short model.
 */
import { breakRules, noticed, passes } from '../../mutants/break-rules.ts';
import { mutants } from './mutants.ts';

const ofRules = [
  'test/subgraphs/agency/records/measures',
  'test/subgraphs/agency/matching/two-key/measure',
  'test/subgraphs/agency/matching/two-key/indicator-key-settings',
];
const overDatabase = ['test/subgraphs/agency/actions/measures', 'test/models/measures'];

const pass = async (directory: string) =>
  (await passes(directory, ['unit'], ofRules)) && (await passes(directory, ['integration'], overDatabase));

const [, , word = ''] = process.argv;
await breakRules(mutants, word, {
  called: 'rules broken',
  outcomeOf: async (directory) => ((await pass(directory)) ? 'NOT NOTICED' : noticed),
  async demandWhole(directory) {
    if (!(await pass(directory))) throw new Error('the tests fail although nothing is broken');
  },
});
