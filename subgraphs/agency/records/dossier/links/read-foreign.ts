import { type Agency, isDossierId, ownerOf } from '../../../../../terms/agencies.ts';
import { ownerOfReference, referenceForm } from '../../hits/hit-reference.ts';
import { type Problem, refuse } from '../../problem.ts';
import type { Link } from '../link.ts';
import type { Names } from './link-names.ts';

const agencyOf = (named: string, own: Agency): Agency | undefined =>
  ownerOf(named) ?? ownerOfReference(named, own);

/** An officer's name for the other dossier of a pair: one of the two is given. */
export interface GivenForeign {
  /** The dossier's id. */
  dossier?: string | null;
  /** The reference of a hit. */
  hit?: string | null;
}

export const nameOfForeign = ({ dossier, hit }: GivenForeign): string => dossier ?? hit ?? '';

/** The problems of an officer's name for the other dossier of a pair, as far as the name shows them; nothing is looked up for it. */
export function foreignProblems(given: GivenForeign, own: Agency): Problem[] {
  const named = nameOfForeign(given);
  const path = given.dossier == null ? 'foreign.hit' : 'foreign.dossier';
  if (given.dossier != null && !isDossierId(named))
    return refuse('MALFORMED', 'must be a dossier of another agency', path).problems;
  if (given.dossier == null && !referenceForm.test(named))
    return refuse('MALFORMED', 'must be the reference of a hit', path).problems;
  if (agencyOf(named, own) !== own) return [];
  const message = 'A link joins dossiers of two agencies: name a dossier of the other one.';
  return refuse('OWN_AGENCY', message, path).problems;
}

/**
 * The names of the other dossier of a pair, of an officer's name for it. A reference of an older form does not say whose it is: where
 * it could be one of several agencies, one of the dossier's links has to.
 */
export function readForeign(
  named: string,
  own: Agency,
  links: readonly Link[],
): { foreign: Names } | { problems: Problem[] } {
  const agency = agencyOf(named, own) ?? links.find(({ references }) => references?.includes(named))?.agency;
  if (!agency)
    return refuse(
      'MALFORMED',
      'names no agency, as newer references do: search again for one',
      'foreign.hit',
    );
  return { foreign: { agency, ...(isDossierId(named) ? { dossier: named } : { references: [named] }) } };
}
