import { type Agency, agencyNames, isDossierId, ownerOf } from '../../../../../terms/agencies.ts';
import { type Problem, refuse } from '../../problem.ts';
import { referenceForm } from './link-messages.ts';
import type { Names } from './pair.ts';

/** What an officer says of a pair: whose other dossier it is. Nothing is looked up, here or there. */
export function readForeign(named: string, own: Agency): { foreign: Names } | { problems: Problem[] } {
  if (!isDossierId(named) && !referenceForm.test(named))
    return refuse('MALFORMED', 'must be a dossier of another agency, or the reference of a hit', 'foreign');
  const others = agencyNames.filter((agency) => agency !== own);
  const foreign = foreignNamed(named, own, others);
  return foreign
    ? { foreign }
    : refuse(
        'OWN_AGENCY',
        'A link joins dossiers of two agencies: name a dossier of the other one.',
        'foreign',
      );
}

/** The other agency's dossier that a text names; undefined for what names none of another agency's. */
function foreignNamed(text: string, own: Agency, others: readonly Agency[]): Names | undefined {
  const agency = ownerOf(text);
  if (agency) return agency === own ? undefined : { agency, dossier: text };
  const [other] = others;
  return other && others.length === 1 ? { agency: other, references: [text] } : undefined;
}
