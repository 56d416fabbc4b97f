import { matchKeySet, newMatchKey } from '../../../commands/keys/match-key-set.ts';
import { type MatchKeys, readMatchKeys } from '../../../subgraphs/agency/matching/tokens.ts';

/** Keys of a benchmark's own: those of its stack, or, where nothing is looked for under the keys of another process, new ones. */
export const benchKeys = (): MatchKeys =>
  readMatchKeys(process.env.MATCH_KEYS ?? matchKeySet([newMatchKey()]));
