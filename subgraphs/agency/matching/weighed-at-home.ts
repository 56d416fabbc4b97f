import type { Features, PartFeatures } from './features.ts';
import { type OwnSurname, tokenOfSurname } from './own-surname.ts';
import type { MatchKey, Token } from './tokens.ts';

const surnamesIn = ({ names }: Features): string[] => names.flatMap(({ surname }) => surname?.keys ?? []);

/**
 * Features that are sought at home, with the weights that surnames have among the agency's own dossiers. Abroad, and in hits, both
 * agencies' published table counts alone: what an agency holds would else show in a weight.
 * @param bitsOf reads the weights of the surnames that have one
 */
export async function weighedAtHome(
  features: Features,
  key: MatchKey,
  bitsOf: (surnames: readonly Token[]) => Promise<readonly OwnSurname[]>,
): Promise<Features> {
  const tokens = new Map(surnamesIn(features).map((surname) => [surname, tokenOfSurname(key, surname)]));
  if (tokens.size === 0) return features;
  const own = new Map((await bitsOf([...tokens.values()])).map(({ _id, bits }) => [_id, bits]));
  const weighed = (surname: PartFeatures): PartFeatures => {
    const found = surname.keys.flatMap((text) => own.get(tokens.get(text) ?? Number.NaN) ?? []);
    return found.length > 0 ? { ...surname, ownBits: Math.min(...found) } : surname;
  };
  return {
    ...features,
    names: features.names.map((name) => ({
      ...name,
      ...(name.surname && { surname: weighed(name.surname) }),
    })),
  };
}
