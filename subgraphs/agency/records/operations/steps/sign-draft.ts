import { draftOf } from '../half/draft-of.ts';
import {
  isAsked,
  type JointOperation,
  type OfficerStep,
  type OperationDraft,
  type OperationMember,
  offerOf,
} from '../half/joint-operation.ts';
import {
  countsOf,
  done,
  type OperationEvent,
  type OperationTransition,
  refused,
} from '../half/operation-event.ts';
import { renewalsOf } from '../half/operation-side.ts';
import { isOver, operationState } from '../half/operation-state.ts';

/** The operation with a step that another officer is to sign. */
export function drafted(operation: JointOperation, draft: OperationDraft, now: Date): OperationTransition {
  if (draftOf(operation, now)) return refused('DRAFT_WAITS');
  return { operation: { ...operation, draft }, tells: false };
}

/** The operation with a lead, who is its first member, once two officers have agreed to take part. */
const ledBy = (operation: JointOperation, lead: OperationMember): JointOperation => {
  const others = operation.members.filter(({ officer }) => officer !== lead.officer);
  return { ...operation, lead: lead.officer, members: [lead, ...others] };
};

function signed(
  { draft: _signed, ...operation }: JointOperation,
  draft: OperationDraft,
  at: Date,
): OperationTransition {
  const { mine } = operation;
  switch (draft.kind) {
    case 'OFFER': {
      const { n, terms, case: own, lead } = draft;
      const led = ledBy(operation, lead);
      return done(led, { offer: { n, at, terms, case: own }, members: countsOf(led.members) });
    }
    case 'ACCEPTANCE': {
      const { n, case: own, lead } = draft;
      const offered = offerOf(operation)?.at;
      if (!offered) return refused('NO_DRAFT');
      const led = ledBy(operation, lead);
      return done(led, { accepted: { n, offered, at, case: own }, members: countsOf(led.members) });
    }
    case 'DECLINE':
      return done(operation, { declined: at });
    case 'RENEWAL':
      return done(operation, { renewals: renewalsOf(mine.renewals, [{ until: draft.until, at }]) });
    case 'WORDS':
      if (!mine.evaluation) return refused('NO_DRAFT');
      return done(operation, { evaluation: { ...mine.evaluation, words: draft.words } });
  }
}

/** The operation without what waited; an offer that nobody abroad has been told of is the end of it. */
function turnedDown({ draft: _dropped, ...operation }: JointOperation, at: Date): OperationTransition {
  if (offerOf(operation)) return { operation, tells: false };
  return { operation: { ...operation, mine: { ...operation.mine, declined: at } }, tells: false };
}

/** A second officer's word on what waits. */
export function signDraft(
  operation: JointOperation,
  { by, at, approves }: OfficerStep & { approves: boolean },
): OperationTransition {
  const draft = draftOf(operation, at);
  if (!draft) return refused('NO_DRAFT');
  if (!approves) return turnedDown(operation, at);
  return draft.by === by ? refused('SAME_OFFICER') : signed(operation, draft, at);
}

/** An answer to the offer that is under discussion; it waits for a second officer. */
export function answerOffer(
  operation: JointOperation,
  event: Extract<OperationEvent, { kind: 'ACCEPT' | 'SEND_BACK' | 'DECLINE' }>,
): OperationTransition {
  const { by, at, n } = event;
  const state = operationState(operation, at);
  if (isOver(state)) return refused('OVER');
  if (state !== 'PROPOSED') return refused('ALREADY_AGREED');
  if (n !== offerOf(operation)?.n) return refused('CHANGED_OFFER');
  if (event.kind === 'DECLINE') return drafted(operation, { kind: 'DECLINE', by, at, n }, at);
  if (!isAsked(operation)) return refused('NOT_ASKED');
  const { case: own, lead } = event;
  const answering =
    event.kind === 'ACCEPT'
      ? ({ kind: 'ACCEPTANCE', by, at, n, case: own, lead } as const)
      : ({ kind: 'OFFER', by, at, n: n + 1, terms: event.terms, case: own, lead } as const);
  return drafted(operation, answering, at);
}
