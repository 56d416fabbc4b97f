import {
  type AnsweringHalf,
  assigneeOf,
  formalGrounds,
  type RequestAnswer,
  type RequestEnd,
} from './information-request.ts';
import { lapsesAt, longestExtension, requestDeadline } from './request-deadline.ts';
import type { AnswerersMessage, AskersMessage, ProvenType } from './request-messages.ts';
import { endOf, isOverdue } from './request-state.ts';
import { isUnread, unreadHalf } from './unread-half.ts';

/** An event in the life of a request at the agency that answers: a step of its officers, a message, or time. */
export type AnsweringEvent =
  /** A liaison officer answers for it from here on, in place of whoever did before. */
  | { kind: 'TAKE_UP'; by: string; at: Date }
  /** A question about its form. */
  | { kind: 'QUESTION'; by: string; at: Date }
  /** The form is in order. */
  | { kind: 'ACCEPT'; by: string; at: Date }
  | { kind: 'EXTEND'; by: string; at: Date; until: Date }
  | { kind: 'PROPOSE'; by: string; at: Date; answer: RequestAnswer }
  | { kind: 'DECIDE'; by: string; at: Date; approves: boolean }
  /** A message of the asking agency, at the time of its receipt. */
  | { kind: 'TOLD'; type: AskersMessage['type']; at: Date }
  /** An own receipt that the asking agency tells back, of a message that this agency had lost; its time may be long ago. */
  | { kind: 'PROVEN'; type: ProvenType; receivedAt: Date; at: Date }
  /** Time has passed. */
  | { kind: 'TIME'; at: Date };

/** An officer's step. */
type OfficersEvent = Extract<AnsweringEvent, { by: string }>;

export type AnsweringRefusal =
  | 'ENDED'
  | 'ALREADY_ASSIGNED'
  | 'CLARIFICATION_OPEN'
  | 'ALREADY_QUESTIONED'
  | 'ALREADY_ACCEPTED'
  | 'NOT_ACCEPTED'
  | 'NOT_FOUND'
  | 'NOT_HELD'
  | 'ALREADY_EXTENDED'
  | 'NOT_LATER'
  | 'TOO_LATE'
  | 'TOO_LONG'
  | 'ALREADY_PROPOSED'
  | 'NOT_PROPOSED'
  | 'ALREADY_DECIDED'
  | 'SAME_OFFICER'
  | 'CLASSES_NOT_ASKED'
  | 'NOT_ALL_CLASSES'
  | 'ALL_CLASSES';

export type AnsweringTransition =
  | { request: AnsweringHalf; tells: AnswerersMessage[] }
  | { refused: AnsweringRefusal }
  | { nothing: true };

const nothing: AnsweringTransition = { nothing: true };

const only = (request: AnsweringHalf): AnsweringTransition => ({ request, tells: [] });

/** The times that prove the deadline, with every message. */
export const evidenceOf = ({ id, receivedAt, clarification }: AnsweringHalf) => ({
  request: id,
  receivedAt: receivedAt.toISOString(),
  ...(clarification?.answeredAt && { clarifiedAt: clarification.answeredAt.toISOString() }),
});

/** The request with its end, which the other agency is told of where officers or the deadline made it. */
function ended(request: AnsweringHalf, end: RequestEnd): AnsweringTransition {
  const { kind, at, answer } = end;
  const after = { ...request, end };
  // Both agencies see these by themselves, from the same evidence.
  if (kind === 'LAPSED' || kind === 'WITHDRAWN') return only(after);
  return { request: { ...after, hasToldEnd: true }, tells: [endedMessageOf(request, { at, answer })] };
}

/** The message that tells of an end. One that time alone has made is NO_DATA. */
export function endedMessageOf(
  request: AnsweringHalf,
  { at, answer: told = { kind: 'NO_DATA' } }: Pick<RequestEnd, 'at'> & { answer?: RequestAnswer | undefined },
): AnswerersMessage {
  return {
    type: 'concord.request.ended.v1',
    ...evidenceOf(request),
    at: at.toISOString(),
    answer: 'classes' in told ? { ...told, classes: [...told.classes] } : told,
  };
}

/** An answer that the form of a request alone gives reason for. */
export const isFormal = (answer: RequestAnswer): boolean =>
  answer.kind === 'IMPOSSIBLE' || (answer.kind === 'REFUSED' && formalGrounds.includes(answer.ground));

/** Holds what an answer grants to what was asked. */
function classProblem(
  { classes }: AnsweringHalf,
  answer: RequestAnswer,
): Extract<AnsweringRefusal, `${string}CLASSES${string}`> | undefined {
  if (!('classes' in answer)) return undefined;
  const granted = new Set(answer.classes);
  if (answer.classes.some((each) => !classes.includes(each))) return 'CLASSES_NOT_ASKED';
  const isWhole = classes.every((each) => granted.has(each));
  if (answer.kind === 'GRANTED') return isWhole ? undefined : 'NOT_ALL_CLASSES';
  return isWhole ? 'ALL_CLASSES' : undefined;
}

function extended(request: AnsweringHalf, at: Date, until: Date): AnsweringTransition {
  // Before that nothing is looked up, so that no refusal tells what a look-up would find.
  if (!request.accepted) return { refused: 'NOT_ACCEPTED' };
  // To an agency that holds nothing, a longer time would tell that there is something to decide on.
  if (!request.isHeld) return { refused: 'NOT_HELD' };
  if (request.extension) return { refused: 'ALREADY_EXTENDED' };
  const deadline = requestDeadline(request);
  if (!deadline) return { refused: 'CLARIFICATION_OPEN' };
  if (deadline <= at) return { refused: 'TOO_LATE' };
  if (until <= deadline) return { refused: 'NOT_LATER' };
  if (until.getTime() - request.receivedAt.getTime() > longestExtension) return { refused: 'TOO_LONG' };
  const message: AnswerersMessage = {
    type: 'concord.request.extended.v1',
    ...evidenceOf(request),
    at: at.toISOString(),
    until: until.toISOString(),
  };
  return { request: { ...request, extension: { at, until } }, tells: [message] };
}

/** The decision of a second officer; a refused proposal leaves room for another one. */
function decided(request: AnsweringHalf, by: string, at: Date, approves: boolean): AnsweringTransition {
  const { proposal, ...rest } = request;
  if (!proposal) return { refused: 'NOT_PROPOSED' };
  if (proposal.by === by) return { refused: 'SAME_OFFICER' };
  if (request.decision) return { refused: 'ALREADY_DECIDED' };
  if (!approves) return only(rest);
  const { answer } = proposal;
  // To an agency that holds nothing, an answer before the deadline would tell that there was something to decide on.
  if (!request.isHeld) return only({ ...request, decision: { by, at, answer } });
  return ended({ ...request, decision: { by, at, answer } }, { kind: answer.kind, at, answer });
}

function told(request: AnsweringHalf, type: AskersMessage['type'], at: Date): AnsweringTransition {
  if (endOf(request, at)) return nothing;
  if (type === 'concord.request.withdrawn.v1') return ended(request, { kind: 'WITHDRAWN', at });
  const { clarification } = request;
  if (type !== 'concord.request.clarified.v1' || !clarification || clarification.answeredAt) return nothing;
  return only({ ...request, clarification: { ...clarification, answeredAt: at } });
}

/**
 * The half by the earlier receipt of a message that came a second time, as after a restored database: both agencies count from the first.
 * A later one is no news, since the message was here before it. A request that had lapsed only for want of the answer goes on.
 */
function proven(request: AnsweringHalf, type: ProvenType, receivedAt: Date): AnsweringTransition {
  const { clarification, end, ...open } = request;
  if (type === 'concord.request.sent.v1')
    return end || receivedAt >= request.receivedAt ? nothing : only({ ...request, receivedAt });
  if (!clarification || (end && end.kind !== 'LAPSED')) return nothing;
  const { at, answeredAt } = clarification;
  const lapse = lapsesAt({ ...request, clarification: { at } }) ?? receivedAt;
  if (receivedAt < at || receivedAt >= lapse || (answeredAt && answeredAt <= receivedAt)) return nothing;
  return only({ ...open, clarification: { at, answeredAt: receivedAt } });
}

/** The one way in which the answering agency's half changes. It has no clock, and reads nothing. */
export function answeringTransition(request: AnsweringHalf, event: AnsweringEvent): AnsweringTransition {
  if (event.kind === 'PROVEN') return proven(request, event.type, event.receivedAt);
  if (request.end && (event.kind === 'TIME' || event.kind === 'TOLD')) return nothing;
  const { at } = event;
  if (event.kind === 'TOLD') return told(request, event.type, at);
  if (event.kind === 'TIME') return past(request, at);
  if (isUnread(request)) return unreadStep(request, event);
  if (endOf(request, at)) return { refused: 'ENDED' };
  return step(request, event);
}

/** What time makes of a request: its end, or, of an unread one, the end of a proposal that nobody has decided on in time. */
function past(request: AnsweringHalf, at: Date): AnsweringTransition {
  const end = endOf(request, at);
  if (end) return ended(request, end);
  const { proposal, ...rest } = request;
  return proposal && isUnread(request) && !unreadHalf(request, at).proposal ? only(rest) : nothing;
}

/**
 * A step on an unread request, which is taken or refused alike whatever there is. After the deadline it can be taken up, and the one
 * step on its form that is left is to accept it.
 */
function unreadStep(request: AnsweringHalf, event: OfficersEvent): AnsweringTransition {
  const { at } = event;
  const seen = unreadHalf(request, at);
  if (endOf(seen, at)) return { refused: 'ENDED' };
  if (event.kind === 'TAKE_UP' || !isOverdue(seen, at)) return step(request, event);
  if (event.kind !== 'ACCEPT') return { refused: 'TOO_LATE' };
  const { proposal: _void, ...rest } = request;
  return only({ ...rest, accepted: { by: event.by, at } });
}

/** An officer's step on a request that has not ended. */
function step(request: AnsweringHalf, event: OfficersEvent): AnsweringTransition {
  const { at } = event;
  const { clarification } = request;
  const isOpen = clarification !== undefined && !clarification.answeredAt;
  switch (event.kind) {
    case 'TAKE_UP':
      if (assigneeOf(request) === event.by) return { refused: 'ALREADY_ASSIGNED' };
      return only({ ...request, takenUp: [...(request.takenUp ?? []), { by: event.by, at }] });
    case 'QUESTION': {
      if (request.proposal) return { refused: 'ALREADY_PROPOSED' };
      if (clarification) return { refused: 'ALREADY_QUESTIONED' };
      if (request.accepted) return { refused: 'ALREADY_ACCEPTED' };
      const message: AnswerersMessage = {
        type: 'concord.request.questioned.v1',
        ...evidenceOf(request),
        at: at.toISOString(),
      };
      return { request: { ...request, clarification: { at } }, tells: [message] };
    }
    case 'ACCEPT':
      if (request.accepted) return { refused: 'ALREADY_ACCEPTED' };
      if (isOpen) return { refused: 'CLARIFICATION_OPEN' };
      if (request.proposal) return { refused: 'ALREADY_PROPOSED' };
      return only({ ...request, accepted: { by: event.by, at } });
    case 'EXTEND':
      return extended(request, at, event.until);
    case 'PROPOSE': {
      const isOnForm = isFormal(event.answer);
      // An answer on the form is given before any look-up, so that it is given alike whatever a look-up would find.
      if (isOnForm && request.accepted) return { refused: 'ALREADY_ACCEPTED' };
      if (!isOnForm && !request.accepted) return { refused: 'NOT_ACCEPTED' };
      if (isOpen) return { refused: 'CLARIFICATION_OPEN' };
      if (request.decision) return { refused: 'ALREADY_DECIDED' };
      if (request.proposal) return { refused: 'ALREADY_PROPOSED' };
      if (!request.isFound && !isOnForm) return { refused: 'NOT_FOUND' };
      const problem = classProblem(request, event.answer);
      if (problem) return { refused: problem };
      return only({ ...request, proposal: { by: event.by, at, answer: event.answer } });
    }
    case 'DECIDE':
      return decided(request, event.by, at, event.approves);
  }
}
