import {
  type Link,
  type LinkDecisionKind,
  type LinkEvidence,
  type LinkVerdict,
  type OwnLinkDecision,
  stateOf,
} from './record.ts';

/** What happens to a link: what its owner's officers do, what follows by itself, and what the other agency tells. */
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
  | { kind: 'WITHDRAW'; at: Date }
  /** The identity data that the decision stood on were changed. */
  | { kind: 'REOPEN'; at: Date }
  /** The other agency has not answered in time. */
  | { kind: 'LAPSE'; at: Date }
  /** One of the two dossiers is no more, or its person was cleared. */
  | { kind: 'END'; at: Date }
  | {
      kind: 'TOLD';
      at: Date;
      decision: LinkDecisionKind;
      version: number;
      decidedAt?: Date;
      dossier?: string;
      hasEnded?: boolean;
    };

export type LinkRefusal =
  | 'ALREADY_PROPOSED'
  | 'ALREADY_DECIDED'
  | 'NOT_PROPOSED'
  | 'SAME_OFFICER'
  | 'NOT_DECIDED';

/** @property tells that the other agency must be told what the own decision is now */
export type LinkTransition = { link: Link; tells: boolean } | { refused: LinkRefusal } | { nothing: true };

/** Not confirmed by a source. */
const daysToAnswer = 30;

const nothing: LinkTransition = { nothing: true };

export const answerDue = (at: Date): Date => new Date(at.getTime() + daysToAnswer * 86_400_000);

/** The link with another own decision, which the other agency is told of. */
function decided(link: Link, own: Omit<OwnLinkDecision, 'version'>, at: Date): LinkTransition {
  const { lapsesAt: _, ...rest } = link;
  const waits = own.decision !== 'NONE' && link.told.decision === 'NONE';
  return {
    link: {
      ...rest,
      own: { ...own, version: (link.own.version ?? 0) + 1 },
      ...(waits && { lapsesAt: answerDue(at) }),
    },
    tells: true,
  };
}

/** The own decision falls; what was only proposed falls with it. */
function withdrawn(link: Link, at: Date): LinkTransition {
  const { own } = link;
  if (own.decision !== 'NONE') return decided(link, { decision: 'NONE' }, at);
  if (!own.proposal) return nothing;
  const { proposal: _, ...rest } = own;
  return { link: { ...link, own: rest }, tells: false };
}

function reopened(link: Link, at: Date): LinkTransition {
  const { decision, grounds, proposal } = link.own;
  if (decision === 'NONE') return nothing;
  // Without grounds nobody can be asked to countersign again: it must be proposed anew.
  if (!grounds) return decided(link, { decision: 'NONE', ...(proposal && { proposal }) }, at);
  const { countersignedBy: _, ...again } = grounds;
  return decided(link, { decision: 'NONE', proposal: { ...again, needsReview: true } }, at);
}

function told(link: Link, event: Extract<LinkEvent, { kind: 'TOLD' }>): LinkTransition {
  const { decision, version, decidedAt, dossier, hasEnded, at } = event;
  if (version <= (link.told.version ?? 0)) return nothing;
  const { lapsesAt: _, ...rest } = link;
  const named = dossier === undefined ? rest : { ...rest, dossier };
  const told = { decision, version, ...(decidedAt && { decidedAt }) };
  if (hasEnded) return { link: { ...named, own: ownNone(link.own), told }, tells: false };
  const waits = decision === 'NONE' && link.own.decision !== 'NONE';
  const after: Link = { ...named, told, ...(waits && { lapsesAt: answerDue(at) }) };
  const isNamed = stateOf(after) === 'SAME' && stateOf(link) !== 'SAME' && link.knownAs !== undefined;
  if (!isNamed) return { link: after, tells: false };
  // Only now may the other agency learn the id of the dossier that it has named by a hit.
  return { link: { ...after, own: { ...after.own, version: (after.own.version ?? 0) + 1 } }, tells: true };
}

const ownNone = ({ version }: OwnLinkDecision): OwnLinkDecision => ({
  decision: 'NONE',
  ...(version !== undefined && { version }),
});

/** The one way in which a link changes. It has no clock, and reads nothing. */
export function transition(link: Link, event: LinkEvent): LinkTransition {
  const { own } = link;
  switch (event.kind) {
    case 'PROPOSE': {
      const { by, at, decision, reason, evidence } = event;
      if (own.proposal) return { refused: 'ALREADY_PROPOSED' };
      if (own.decision === decision) return { refused: 'ALREADY_DECIDED' };
      const proposal = { decision, reason, evidence, proposedBy: by, proposedAt: at };
      return { link: { ...link, own: { ...own, proposal } }, tells: false };
    }
    case 'COUNTERSIGN': {
      const { proposal } = own;
      if (!proposal) return { refused: 'NOT_PROPOSED' };
      if (proposal.proposedBy === event.by) return { refused: 'SAME_OFFICER' };
      const { needsReview: _, ...grounds } = proposal;
      const { decision } = grounds;
      const signed = { ...grounds, countersignedBy: event.by };
      return decided(link, { decision, decidedAt: event.at, grounds: signed }, event.at);
    }
    case 'WITHDRAW': {
      const after = withdrawn(link, event.at);
      return 'nothing' in after ? { refused: 'NOT_DECIDED' } : after;
    }
    case 'REOPEN':
      return reopened(link, event.at);
    case 'LAPSE':
      return link.lapsesAt && link.lapsesAt <= event.at ? withdrawn(link, event.at) : nothing;
    case 'END':
      return withdrawn(link, event.at);
    case 'TOLD':
      return told(link, event);
  }
}
