import { type Agency, isDossierId } from '../../../../../terms/agencies.ts';
import type { Link } from '../../dossier/link.ts';
import { nameOfLink } from '../../dossier/links/link-names.ts';
import { linkedWith } from '../../dossier/links/linked-with.ts';
import { type Problem, refuse } from '../../problem.ts';
import type { GivenDraft } from '../read-draft.ts';

/**
 * The other agency's dossier that an own dossier has a link with, by a name that the other agency understands.
 * @param links of the dossier, as far as the officer may know of them
 * @param readsLinks true for an officer who may read links: they also see proposals, the other agency's word alone, and links that are DIFFERENT
 */
export function subjectOfLink(
  links: readonly Link[],
  to: Agency,
  readsLinks: boolean,
  now: Date,
): GivenDraft['subject'] | { problems: Problem[] } {
  const stand = links.filter(({ agency, ended }) => agency === to && ended === undefined);
  const [link] = (readsLinks ? stand : linkedWith(stand, to, now)).sort(
    (one, other) => Number(other.own.decision === 'SAME') - Number(one.own.decision === 'SAME'),
  );
  const name = link && nameOfLink(link);
  if (name === undefined)
    return refuse(
      'NOT_LINKED',
      'must be a dossier of your agency that has a link with one of the agency that is asked',
      'subject.linkOf',
    );
  return isDossierId(name) ? { dossier: name } : { hit: name };
}
