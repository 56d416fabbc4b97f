import type { DossierValues } from '../records/values/value-kinds.ts';
import { agreedBesideNames } from './agreement.ts';
import { comparePartOnce } from './compare-part-once.ts';
import { dossierFeatures } from './dossier-features.ts';
import { type Features, patronymicFeatures } from './features.ts';
import { inTenths, score, weightOf } from './score.ts';
import { type MatchKey, partTokens, type Token, tokenised } from './tokens.ts';
import { bands, weights } from './weights.ts';

/** The most that the rest of a name adds: namesakes share these, and comparing them takes longest. */
const mostOfOthers = weights.SURNAME.agreed + weights.GIVEN_NAME.agreed;

/** The values of a person that are read of every record that may be a candidate. */
export type ComparedFirst = Partial<Pick<DossierValues, 'names' | 'birth' | 'birthPlace' | 'sex'>>;

/**
 * Tells whether a person could be in the lowest band, by score or as a hit, if surname and given name agreed: by birth, place, sex and
 * father's name alone. Nearly all namesakes could not. It is for persons who share no number and no thing with the one who is sought.
 */
export function couldReachBand(key: MatchKey, sought: Features<Token>): (person: ComparedFirst) => boolean {
  const beside: Features<Token> = { ...sought, names: [], nationalIds: [], passports: [], shared: [] };
  const comparePart = comparePartOnce(sought);
  const fathers = sought.names.map(({ patronymic }) => patronymic);
  const mostOfFathers = (names: DossierValues['names']): number => {
    let most = weights.PATRONYMIC.contradicted;
    for (const name of names) {
      const found = patronymicFeatures(name);
      const held = found && partTokens(key, 'patronymic', found);
      for (const father of fathers) most = Math.max(most, weightOf('PATRONYMIC', comparePart(father, held)));
    }
    return most;
  };
  return ({ names = [], birth, birthPlace, sex }) => {
    const values = { ...(birth && { birth }), ...(birthPlace && { birthPlace }), ...(sex && { sex }) };
    const held = tokenised(
      key,
      dossierFeatures(values, () => true),
      { isOwn: true },
    );
    const byScore = score(beside, held).total;
    const asHit = agreedBesideNames(beside, held);
    const lacking = bands.POSSIBLE - mostOfOthers;
    if (inTenths(lacking - Math.max(byScore, asHit)) > weights.PATRONYMIC.agreed) return false;
    const fathers = mostOfFathers(names);
    // A father's name that contradicts makes a score less and a hit no less: else a hit that vanished would tell it.
    return inTenths(lacking - Math.max(byScore + fathers, asHit + Math.max(0, fathers))) <= 0;
  };
}
