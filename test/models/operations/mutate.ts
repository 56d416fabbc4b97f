/**
 * `npm run mutate:operations [-- WORD]`: breaks one rule of joint operations at a time in a copy of the source, and shows that a test fails: those of the rules
 * alone and the short model first, since most are noticed there, and then those over a database.
 */
import { breakRules, noticed, passes } from '../../mutants/break-rules.ts';
import { mutants } from './mutants.ts';

const ofRules = [
  'test/subgraphs/agency/records/operations',
  'test/subgraphs/agency/records/dossier/releases/operation-releases',
  'test/models/operations',
];
const overDatabase = ['test/subgraphs/agency/api/operations'];

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
