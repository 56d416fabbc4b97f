import type { Agency } from '../../../../terms/agencies.ts';
import type {
  EvidenceKind,
  EvidenceOutcome,
  LinkDecision,
  LinkVerdict,
  MatchBand,
} from '../../../../terms/enums.ts';

/** One agency's decision on a pair of dossiers. */
export interface DatedDecision {
  decision: LinkDecision;
  /** The time of the decision, or of its withdrawal; absent where nothing was ever decided. */
  decidedAt?: Date;
}

/** The other agency's decision, as that agency told it. */
export interface ToldDecision extends DatedDecision {
  /** The number of the message that told it, so that what is applied late changes nothing; absent before the first. */
  number?: number;
  /** The decision fell because identity data were changed, and is being looked at again. */
  isInReview?: true;
}

/**
 * The other agency's findings when it compared the pair, before the officers decided; absent if it was not compared.
 */
export interface LinkEvidence {
  band?: MatchBand;
  kinds: { kind: EvidenceKind; outcome: EvidenceOutcome }[];
  /**
   * Version of the own dossier when it was compared, or else when it was proposed; absent in records from before it was
   * kept.
   */
  version?: number;
  /** The time of the comparison, on the clock of the agency that compared; absent where none did. */
  comparedAt?: Date;
}

/** A decision that a liaison has proposed. */
export interface LinkProposal {
  decision: LinkVerdict;
  reason: string;
  evidence: LinkEvidence;
  proposedBy: string;
  proposedAt: Date;
  /** Set when the data behind it were changed since, or its pair turned out to have another decision too. */
  needsReview?: true;
  /** The officers who have changed the data behind it, and cannot countersign it. */
  changedBy?: string[];
}

/** A proposal that a supervisor has countersigned. */
export interface CountersignedLink extends Omit<LinkProposal, 'needsReview' | 'changedBy'> {
  countersignedBy: string;
}

/** An agency's own decision: what is in force of it, and what waits for a countersignature. */
export interface OwnLinkDecision extends DatedDecision {
  /** The officers behind the decision in force; absent while that is NONE, and in links from before it was kept. */
  grounds?: CountersignedLink;
  proposal?: LinkProposal;
}

/**
 * One agency's record of a pair of dossiers, kept in its own dossier of the two: its own decision, which only it writes,
 * and the other agency's as that agency told it. The pair is one person only when both say SAME.
 */
export interface Link {
  /** The owner of the other dossier. */
  agency: Agency;
  /** The other agency's dossier; absent while it is known by references alone. Once known it stays what it is. */
  dossier?: string;
  /** The hits by which this agency's officers have named it, the latest last. */
  references?: string[];
  /** The hits by which the other agency's officers have named this dossier, the latest last. */
  knownAs?: string[];
  /** The other agency knows this dossier as one of the pair by its id: it has named it so, or was told it. */
  isKnownById?: true;
  own: OwnLinkDecision;
  told: ToldDecision;
  /** The end of the own decision unless the other agency answers; absent where it has answered, or there is none. */
  lapsesAt?: Date;
  /** The other dossier is no more, and this is what is left of its id: a hash. */
  ended?: string;
}
