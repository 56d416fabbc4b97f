import { matchKeySet, newMatchKey } from '../../../commands/keys/match-key-set.ts';
import { type MatchKeys, readMatchKeys } from '../../../subgraphs/agency/matching/tokens.ts';

/** Keys of a benchmark's own, in which nothing is looked for under the keys of another process. */
export const benchKeys = (): MatchKeys => readMatchKeys(matchKeySet([newMatchKey()]));
