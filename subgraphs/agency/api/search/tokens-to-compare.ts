import { dossierFeatures } from '../../matching/dossier-features.ts';
import { travellingTokens } from '../../matching/travelling-tokens.ts';
import type { DossierPart } from '../../records/dossier/dossier-part.ts';
import type { Link } from '../../records/dossier/link.ts';
import type { RequestContext } from '../context/request-context.ts';
import { valuesToCompare } from './values-to-compare.ts';

/** True for a link that an agency has decided to be none: two persons. */
export const isDifferent = ({ own, told }: Link): boolean =>
  [own, told].some(({ decision }) => decision === 'DIFFERENT');

/**
 * The tokens that other agencies compare: those of what the viewer may read of a dossier, under every key that the agencies hold.
 * Nothing of an ORIGINATOR_ONLY dossier leaves its owner, whoever asks.
 */
export const tokensToCompare = (
  dossier: DossierPart,
  { matchKeys, permissions }: RequestContext,
): string | null =>
  dossier.handlingCode === 'ORIGINATOR_ONLY'
    ? null
    : travellingTokens(
        matchKeys,
        dossierFeatures(valuesToCompare(dossier), (of) => permissions.decide(of, dossier) === 'ALLOW'),
        {
          ...(dossier.version !== undefined && { version: dossier.version }),
          // Who has decided by a hit does not know of which dossier that is, and would be offered it again.
          different: (dossier.links ?? []).filter(isDifferent).flatMap(({ knownAs }) => knownAs ?? []),
        },
      );
