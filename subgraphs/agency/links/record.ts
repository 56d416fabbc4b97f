import type { Agency } from '../../../identity/agencies.ts';

export const linkDecisions = ['NONE', 'SAME', 'DIFFERENT'] as const;

/** What one agency has decided of a pair of dossiers. */
export interface LinkDecision {
  decision: (typeof linkDecisions)[number];
  /** Absent while the decision is NONE. */
  decidedAt?: Date;
}

/**
 * One agency's record of a pair of dossiers: its own decision, which only it writes, and the other agency's as that
 * agency told it. The pair is one person only when both say SAME.
 */
export interface LinkRecord {
  /** `<own dossier>~<foreign dossier>`. */
  _id: string;
  ownDossier: string;
  foreignAgency: Agency;
  foreignDossier: string;
  own: LinkDecision;
  told: LinkDecision;
}
