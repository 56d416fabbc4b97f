import { matchKeySet, newMatchKey } from '../../../commands/keys/match-key-set.ts';
import { type MatchOf, matchUnder } from '../../../subgraphs/agency/matching/match-under.ts';
import { type MatchKeys, readMatchKeys } from '../../../subgraphs/agency/matching/tokens.ts';
import { demoNaming } from '../../demo-data/naming/demo-naming.ts';

/** Keys of a benchmark's own: those of its stack, or, where nothing is looked for under the keys of another process, new ones. */
export const benchKeys = (): MatchKeys =>
  readMatchKeys(process.env.MATCH_KEYS ?? matchKeySet([newMatchKey()]));

/** What a benchmark's own dossiers are written with. */
export const benchMatch = (): MatchOf => matchUnder(benchKeys(), demoNaming);
