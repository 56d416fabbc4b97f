import type { DossierPart } from '../records/dossier/dossier-part.ts';
import { featuresToIndex } from './dossier-features.ts';
import { indexTokens, type MatchKey, type Token } from './tokens.ts';

/**
 * Tells by tokens alone whether a number or a thing of a record can be one of those that are sought: equal ones have a token in common
 * that no name or date makes. The tokens that are looked up travel without saying what they are of, so that those of names and dates
 * are learnt from the records that have them: namesakes have the same few.
 *
 * No such token is ever cut off where a dossier has too many: those of numbers and things are the surest, and come first.
 * @param keys under which records are
 * @param looked the tokens that led to the records
 */
export function mayShareIdentifier(
  keys: readonly MatchKey[],
  looked: readonly Token[],
): (record: DossierPart) => boolean {
  const sought = new Set(looked);
  const ofPersons = new Set<Token>();
  const isUnexplained = (token: Token) => sought.has(token) && !ofPersons.has(token);
  return ({ match, names, birth, birthPlace, sex }) => {
    const unexplained = [...(match?.tokens ?? []), ...(match?.unsigned ?? [])].filter(isUnexplained);
    if (unexplained.length === 0) return false;
    const person = featuresToIndex({
      ...(names && { names }),
      ...(birth && { birth }),
      ...(birthPlace && { birthPlace }),
      ...(sex && { sex }),
    });
    for (const token of keys.flatMap((key) => indexTokens(key, person)))
      if (sought.has(token)) ofPersons.add(token);
    return unexplained.some(isUnexplained);
  };
}
