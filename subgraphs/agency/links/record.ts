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
  /** The foreign dossier again, exactly while both say SAME; see `confirmation`. */
  confirmedForeign?: string;
  /** The own dossier and the foreign agency, exactly while both say SAME. */
  confirmedOwn?: string;
}

/**
 * What a link's two decisions add to its record. Unique indexes over these fields hold, in the database itself, that a
 * foreign dossier is one person's and that a person has at most one dossier at each agency, so that no race can join
 * three. They belong into the same write as the decisions.
 */
export const confirmation = (
  link: Pick<LinkRecord, 'ownDossier' | 'foreignAgency' | 'foreignDossier' | 'own' | 'told'>,
): Pick<LinkRecord, 'confirmedForeign' | 'confirmedOwn'> =>
  link.own.decision === 'SAME' && link.told.decision === 'SAME'
    ? { confirmedForeign: link.foreignDossier, confirmedOwn: `${link.ownDossier} ${link.foreignAgency}` }
    : {};
