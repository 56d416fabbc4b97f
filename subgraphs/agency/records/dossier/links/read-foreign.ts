import { type Agency, isDossierId, ownerOf } from '../../../../../terms/agencies.ts';
import { ownerOfReference, referenceForm } from '../../hits/hit-reference.ts';
import { type Problem, refuse } from '../../problem.ts';
import type { Link } from '../link.ts';
import type { Names } from './link-names.ts';

const agencyOf = (named: string, own: Agency): Agency | undefined =>
  ownerOf(named) ?? ownerOfReference(named, own);

/** The problems of an officer's name for the other dossier of a pair, as far as the name shows them; nothing is looked up for it. */
export function foreignProblems(named: string, own: Agency): Problem[] {
  if (!isDossierId(named) && !referenceForm.test(named))
    return refuse('MALFORMED', 'must be a dossier of another agency, or the reference of a hit', 'foreign')
      .problems;
  if (agencyOf(named, own) !== own) return [];
  const message = 'A link joins dossiers of two agencies: name a dossier of the other one.';
  return refuse('OWN_AGENCY', message, 'foreign').problems;
}

/**
 * The names of the other dossier of a pair, of an officer's name for it. A reference from before there were three agencies does not
 * say whose it is: then one of the dossier's links has to.
 */
export function readForeign(
  named: string,
  own: Agency,
  links: readonly Link[],
): { foreign: Names } | { problems: Problem[] } {
  const agency = agencyOf(named, own) ?? links.find(({ references }) => references?.includes(named))?.agency;
  if (!agency)
    return refuse('MALFORMED', 'names no agency, as newer references do: search again for one', 'foreign');
  return { foreign: { agency, ...(isDossierId(named) ? { dossier: named } : { references: [named] }) } };
}
