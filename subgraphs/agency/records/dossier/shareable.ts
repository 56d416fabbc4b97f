/** An officer's proposal that other agencies may see a dossier without a release. */
export interface ShareableProposal {
  proposedBy: string;
  proposedAt: Date;
  reason: string;
}

/** A proposal that another officer has countersigned: the dossier is SHAREABLE by it. */
export interface ShareableDecision extends ShareableProposal {
  countersignedBy: string;
  countersignedAt: Date;
  /** The countersigning officer's note on the free texts that go abroad with it; absent where they found none to look at. */
  neutrality?: string;
}

/**
 * The decision of the owner's officers to let a dossier be seen abroad without a release: one proposes, another
 * countersigns. Only `transition` changes it, and the handling code follows from it.
 */
export interface Shareable {
  proposal?: ShareableProposal;
  decided?: ShareableDecision;
}
