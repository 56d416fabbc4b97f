import type { Agency } from '../../../identity/agencies.ts';

export const linkDecisions = ['NONE', 'SAME', 'DIFFERENT'] as const;

/** What one agency has decided of a pair of dossiers. */
export interface LinkDecision {
  decision: (typeof linkDecisions)[number];
  /** Absent while the decision is NONE. */
  decidedAt?: Date;
}

/**
 * One agency's record of a pair of dossiers, kept in its own dossier of the two: its own decision, which only it writes,
 * and the other agency's as that agency told it. The pair is one person only when both say SAME.
 */
export interface Link {
  /** The owner of the other dossier. */
  agency: Agency;
  /** The other agency's dossier. */
  dossier: string;
  own: LinkDecision;
  told: LinkDecision;
}

const isConfirmed = ({ own, told }: Link): boolean => own.decision === 'SAME' && told.decision === 'SAME';

/**
 * The other agencies' dossiers of the same person, for the dossier's field of that name; undefined where there is none. A
 * unique index over it holds, in the database itself, that a foreign dossier is one person's, so that no race can join
 * three. It is written with the links that it follows from, and so is the existence gate's answer.
 * @throws RangeError for two dossiers of one agency: a person has at most one at each
 */
export function samePersonAs(links: readonly Link[]): string[] | undefined {
  const confirmed = links.filter(isConfirmed);
  if (new Set(confirmed.map(({ agency }) => agency)).size < confirmed.length)
    throw new RangeError('two dossiers of one agency are linked as one person');
  return confirmed.length > 0 ? confirmed.map(({ dossier }) => dossier) : undefined;
}
