import { dossierFeatures } from '../../matching/dossier-features.ts';
import { travellingTokens } from '../../matching/travelling-tokens.ts';
import { partSeenAbroad } from '../../records/dossier/countersigning/seen-abroad.ts';
import type { DossierPart } from '../../records/dossier/dossier-part.ts';
import type { Link } from '../../records/dossier/link.ts';
import { obstacleAbroad } from '../../records/dossier/obstacle-abroad.ts';
import type { RequestContext } from '../context/request-context.ts';
import { valuesToCompare } from './values-to-compare.ts';

/** True for a link that an agency has decided to be none: two persons. */
export const isDifferent = ({ own, told }: Link): boolean =>
  [own, told].some(({ decision }) => decision === 'DIFFERENT');

/**
 * The tokens that other agencies compare, under every key that the agencies hold. They are made of the values that the viewer may read and other
 * agencies may know of. A dossier that is for its owner alone, or of a cleared person, has none, whoever asks.
 */
export function tokensToCompare(
  dossier: DossierPart,
  { matchKeys, permissions }: RequestContext,
): string | null {
  const { handlingCode, status } = dossier;
  if (!handlingCode || !status || obstacleAbroad({ handlingCode, status })) return null;
  const compared = valuesToCompare(partSeenAbroad(dossier, undefined));
  return travellingTokens(
    matchKeys,
    dossierFeatures(compared, (of) => permissions.decide(of, dossier) === 'ALLOW'),
    {
      ...(dossier.version !== undefined && { version: dossier.version }),
      // Who has decided by a hit does not know of which dossier that is, and would be offered it again.
      different: (dossier.links ?? []).filter(isDifferent).flatMap(({ knownAs }) => knownAs ?? []),
    },
  );
}
