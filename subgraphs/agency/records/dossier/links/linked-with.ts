import type { Agency } from '../../../../../terms/agencies.ts';
import type { Link } from '../link.ts';
import { linkAt } from './link-at.ts';

/**
 * The links by which an agency has decided that a dossier's person has a dossier at another one, whatever that one says. A person has one
 * dossier at each agency, so while there is one, no other pair with that agency can be SAME.
 */
export const linkedWith = (links: readonly Link[], agency: Agency, at: Date): Link[] =>
  links.filter((link) => link.agency === agency && linkAt(link, at).own.decision === 'SAME');
