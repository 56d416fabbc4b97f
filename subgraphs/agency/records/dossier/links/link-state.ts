import type { LinkState } from '../../../../../terms/enums.ts';
import type { Link } from '../link.ts';

/** Derived, never stored: nobody can write that two dossiers are one person but by the decisions of both. */
export function linkState({ own, told }: Pick<Link, 'own' | 'told'>): LinkState {
  if (own.decision === 'NONE' || told.decision === 'NONE') return 'UNVERIFIED';
  return own.decision === told.decision ? own.decision : 'DISPUTED';
}

/** Most links in a dossier that another agency alone has told of, for each agency: they must not fill it. */
export const mostToldOnly = 50;

/** True while this agency's officers have said nothing on the link: it only holds the other agency's decision. */
export const isToldOnly = ({ own, told }: Link): boolean =>
  told.number !== undefined && own.decidedAt === undefined && own.decision === 'NONE' && !own.proposal;

/**
 * The other agencies' dossiers of the same person, for the dossier's field of that name; undefined where there is none. A
 * unique index over it holds, in the database itself, that a foreign dossier is one person's, so that no race can join
 * three. It is written with the links that it follows from, and so is the existence gate's answer.
 * @returns THIRD_PERSON for two dossiers of one agency: a person has at most one at each
 */
export function samePersonAs(links: readonly Link[]): string[] | 'THIRD_PERSON' | undefined {
  const confirmed = links.filter((link) => linkState(link) === 'SAME');
  if (new Set(confirmed.map(({ agency }) => agency)).size < confirmed.length) return 'THIRD_PERSON';
  const ids = confirmed.flatMap(({ dossier }) => dossier ?? []);
  return ids.length > 0 ? ids : undefined;
}
