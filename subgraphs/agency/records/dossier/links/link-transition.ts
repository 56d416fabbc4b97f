import type { LinkDecision, LinkVerdict, LinkWithdrawal } from '../../../../../terms/enums.ts';
import type { Link, LinkEvidence, OwnLinkDecision } from '../link.ts';
import { answerDue, hasLapsed } from './days-to-answer.ts';
import { linkAt } from './link-at.ts';

/** An event in the life of a link: an act of its owner's officers, a consequence, or word from the other agency. */
export type LinkEvent =
  | {
      kind: 'PROPOSE';
      by: string;
      at: Date;
      decision: LinkVerdict;
      reason: string;
      evidence: LinkEvidence;
    }
  | { kind: 'COUNTERSIGN'; by: string; at: Date }
  | { kind: 'WITHDRAW'; at: Date; of: LinkWithdrawal }
  /** The dossier is kept for its owner's eyes only. */
  | { kind: 'CLOSE'; at: Date }
  /** The identity data that the decision stood on were changed, by an officer or because their term was over. */
  | { kind: 'REOPEN'; by?: string; at: Date }
  /** Time has passed. */
  | { kind: 'LAPSE'; at: Date }
  /** The own dossier is no more, or its person was cleared. */
  | { kind: 'END'; at: Date }
  | {
      kind: 'TOLD';
      at: Date;
      decision: LinkDecision;
      /** The message's. */
      number: number;
      decidedAt?: Date;
      isInReview?: boolean;
    };

export type LinkRefusal =
  | 'ALREADY_PROPOSED'
  | 'ALREADY_DECIDED'
  | 'DECIDED_DIFFERENT'
  | 'NOT_PROPOSED'
  | 'SAME_OFFICER'
  | 'CHANGED_BY_YOU'
  | 'NOT_DECIDED';

/** @property tells that the other agency must be told what the own decision is now */
export type LinkTransition = { link: Link; tells: boolean } | { refused: LinkRefusal } | { nothing: true };

const nothing: LinkTransition = { nothing: true };

/** The link with another own decision, which the other agency is told of. */
function decided(link: Link, own: OwnLinkDecision, at: Date): LinkTransition {
  const { lapsesAt: _, ...rest } = link;
  const waits = own.decision !== 'NONE' && link.told.decision === 'NONE';
  return { link: { ...rest, own, ...(waits && { lapsesAt: answerDue(at) }) }, tells: true };
}

/**
 * The link after an officer's withdrawal of the one that they mean, never of the other: so nobody parts two persons by turning down the proposal
 * to part them, however many do.
 */
function withdrawn(link: Link, of: LinkWithdrawal, at: Date): LinkTransition {
  const { proposal, ...own } = link.own;
  if (of === 'PROPOSAL')
    return proposal ? { link: { ...link, own }, tells: false } : { refused: 'NOT_PROPOSED' };
  if (own.decision === 'NONE') return { refused: 'NOT_DECIDED' };
  return decided(link, { decision: 'NONE', decidedAt: at, ...(proposal && { proposal }) }, at);
}

/** The own decision falls; what was only proposed falls with it. */
function closed(link: Link, at: Date): LinkTransition {
  const { proposal, ...own } = link.own;
  if (own.decision !== 'NONE') return decided(link, { decision: 'NONE', decidedAt: at }, at);
  return proposal ? { link: { ...link, own }, tells: false } : nothing;
}

/** The officers who have changed what a proposal stands on, each once; of more the latest. */
const mostChangers = 5;

/**
 * The decision that was in force waits again, before another proposal that waited in its place: two officers have agreed on it. What waits must be
 * looked at anew, by another officer than those who have changed what it stands on.
 */
function reopened(link: Link, by: string | undefined, at: Date): LinkTransition {
  const { decision, grounds, proposal } = link.own;
  const { countersignedBy: _, ...again } = grounds ?? {};
  // Without grounds nobody can be asked to countersign again: it must be proposed anew.
  const open = decision !== 'NONE' && 'decision' in again ? again : proposal;
  const before = proposal?.changedBy ?? [];
  const changedBy = by === undefined || before.includes(by) ? before : [...before, by].slice(-mostChangers);
  const marks = { needsReview: true as const, ...(changedBy.length > 0 && { changedBy: [...changedBy] }) };
  const review = open && { proposal: { ...open, ...marks } };
  if (decision !== 'NONE') return decided(link, { decision: 'NONE', decidedAt: at, ...review }, at);
  if (!review || (proposal?.needsReview && changedBy === before)) return nothing;
  return { link: { ...link, own: { ...link.own, ...review } }, tells: false };
}

function told(link: Link, event: Extract<LinkEvent, { kind: 'TOLD' }>): LinkTransition {
  const { decision, number, decidedAt, isInReview, at } = event;
  if (number <= (link.told.number ?? 0)) return nothing;
  const { lapsesAt, ...rest } = link;
  const waits = decision === 'NONE' && link.own.decision !== 'NONE';
  const after: Link = {
    ...rest,
    told: { decision, number, ...(decidedAt && { decidedAt }), ...(isInReview && { isInReview }) },
    ...(waits && { lapsesAt: lapsesAt ?? answerDue(at) }),
  };
  return { link: after, tells: false };
}

const isDifferent = ({ own, told }: Link): boolean => [own, told].some((one) => one.decision === 'DIFFERENT');

function changed(link: Link, event: LinkEvent): LinkTransition {
  const { own } = link;
  switch (event.kind) {
    case 'PROPOSE': {
      const { by, at, decision, reason, evidence } = event;
      if (own.proposal) return { refused: 'ALREADY_PROPOSED' };
      if (own.decision === decision) return { refused: 'ALREADY_DECIDED' };
      if (decision === 'SAME' && isDifferent(link)) return { refused: 'DECIDED_DIFFERENT' };
      const proposal = { decision, reason, evidence, proposedBy: by, proposedAt: at };
      return { link: { ...link, own: { ...own, proposal } }, tells: false };
    }
    case 'COUNTERSIGN': {
      const { proposal } = own;
      if (!proposal) return { refused: 'NOT_PROPOSED' };
      if (proposal.proposedBy === event.by) return { refused: 'SAME_OFFICER' };
      if (proposal.changedBy?.includes(event.by)) return { refused: 'CHANGED_BY_YOU' };
      const { needsReview: _, changedBy: _changers, ...grounds } = proposal;
      const { decision } = grounds;
      if (decision === 'SAME' && isDifferent(link)) return { refused: 'DECIDED_DIFFERENT' };
      const signed = { ...grounds, countersignedBy: event.by };
      return decided(link, { decision, decidedAt: event.at, grounds: signed }, event.at);
    }
    case 'WITHDRAW':
      return withdrawn(link, event.of, event.at);
    case 'CLOSE':
      return closed(link, event.at);
    case 'REOPEN':
      return reopened(link, event.by, event.at);
    case 'LAPSE':
      return nothing;
    case 'END':
      return decided(link, { decision: 'NONE', decidedAt: event.at }, event.at);
    case 'TOLD':
      return told(link, event);
  }
}

/** The one way in which a link changes. It has no clock, and reads nothing. */
export function transition(link: Link, event: LinkEvent): LinkTransition {
  const now = linkAt(link, event.at);
  const after = changed(now, event);
  if (!hasLapsed(link, event.at) || 'refused' in after) return after;
  return { link: 'link' in after ? after.link : now, tells: true };
}
