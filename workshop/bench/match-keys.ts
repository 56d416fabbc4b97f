import { type MatchKeys, readMatchKeys } from '../../subgraphs/agency/matching/tokens.ts';
import { matchKeySet, newMatchKey } from '../scripts/development/match-key-set.ts';

/** Keys of a benchmark's own, in which nothing is looked for under the keys of another process. */
export const benchKeys = (): MatchKeys => readMatchKeys(matchKeySet([newMatchKey()]));
