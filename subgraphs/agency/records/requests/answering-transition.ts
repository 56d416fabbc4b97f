import type {
  AnsweringEvent,
  AnsweringRefusal,
  AnsweringTransition,
  OfficersEvent,
} from './answering-event.ts';
import {
  type AnsweringHalf,
  assigneeOf,
  formalGrounds,
  type RequestAnswer,
  type RequestEnd,
} from './information-request.ts';
import { isToBeContested, lapsesAt } from './request-deadline.ts';
import type { AnswerersMessage, AskersMessage, ProvenType } from './request-messages.ts';
import { endOf, isOverdue } from './request-state.ts';
import { isUnread, unreadHalf } from './unread-half.ts';
import { withAnswerDropped, withLastOfEach } from './words/dropped-work.ts';
import { dropWords, withoutVoid, withoutWords, withWords } from './words/waiting-words.ts';
import {
  evidenceOf,
  extensionRefusal,
  questionedByList,
  questionRefusal,
  wordsSigned,
} from './words/words-of-answerer.ts';

const nothing: AnsweringTransition = { nothing: true };

const only = (request: AnsweringHalf): AnsweringTransition => ({ request, tells: [] });

/** The request with its end, which the other agency is told of where officers or the deadline made it. */
function ended(request: AnsweringHalf, end: RequestEnd): AnsweringTransition {
  const { kind, at, answer } = end;
  const after = withoutWords({ ...request, end });
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

/**
 * The decision of a second officer; a refused proposal leaves room for another one, and so does a decision that is taken back before it is
 * told. One on the form is not: whether it has been told already says whether there is a record.
 */
function decided(
  request: AnsweringHalf,
  { by, at, approves, isOutside = false }: Extract<OfficersEvent, { kind: 'DECIDE' }>,
): AnsweringTransition {
  const { proposal, decision } = request;
  if (!proposal) return { refused: 'NOT_PROPOSED' };
  if (proposal.by === by) return { refused: 'SAME_OFFICER' };
  const confirms = isToBeContested(request) && !isOutside && decision?.by !== by;
  if (decision && (!request.accepted || (approves && !confirms))) return { refused: 'ALREADY_DECIDED' };
  if (!approves) return only(withAnswerDropped(request, { by, at }));
  const { answer } = proposal;
  const made = decision
    ? { ...decision, confirmed: { by, at } }
    : { by, at, answer, ...(isOutside && { isOutside: true as const }) };
  const decidedNow = { ...request, decision: made };
  // To an agency that holds nothing, an answer before the deadline would tell that there was something to decide on. And until then those who
  // work on what was asked about can answer otherwise: what others give may be of the wrong person, or say of the right one that there is nothing.
  if (!request.isHeld || isOutside) return only(decidedNow);
  return ended(decidedNow, { kind: answer.kind, at, answer });
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

/** A request whose subject has come to be known, as it would be had that been known when its form was found in order. It tells nobody abroad. */
function found(
  request: AnsweringHalf,
  { at, isHeld }: Extract<AnsweringEvent, { kind: 'FOUND' }>,
): AnsweringTransition {
  if (!request.accepted || request.isFound || endOf(request, at)) return nothing;
  return only({ ...request, isFound: true, isHeld });
}

/** The one way in which the answering agency's half changes. It has no clock, and reads nothing. */
export function answeringTransition(request: AnsweringHalf, event: AnsweringEvent): AnsweringTransition {
  if (event.kind === 'PROVEN') return proven(request, event.type, event.receivedAt);
  if (request.end && (event.kind === 'TIME' || event.kind === 'TOLD')) return nothing;
  const { at } = event;
  if (event.kind === 'TOLD') return told(request, event.type, at);
  if (event.kind === 'TIME') return past(request, at);
  if (event.kind === 'FOUND') return found(request, event);
  if (isUnread(request)) return unreadStep(request, event);
  if (endOf(request, at)) return { refused: 'ENDED' };
  return step(request, event);
}

/** What time makes of a request: its end, or the end of what nobody has decided on in time. */
function past(request: AnsweringHalf, at: Date): AnsweringTransition {
  const end = endOf(request, at);
  if (end) return ended(request, end);
  const { proposal, waitingWords } = withoutVoid(request, at);
  const isSame = proposal === request.proposal && waitingWords === request.waitingWords;
  return isSame ? nothing : only(withoutVoid(request, at));
}

/**
 * A step on an unread request, which is taken or refused alike whatever there is. After the deadline it can be taken up, and the one
 * step on its form that is left is to accept it.
 */
function unreadStep(request: AnsweringHalf, event: OfficersEvent): AnsweringTransition {
  const { at } = event;
  const seen = unreadHalf(request, at);
  if (endOf(seen, at)) return { refused: 'ENDED' };
  if (event.kind === 'TAKE_UP' || event.kind === 'ASSIGN' || !isOverdue(seen, at))
    return step(request, event);
  if (event.kind !== 'ACCEPT') return { refused: 'TOO_LATE' };
  return only({ ...withoutVoid(request, at), accepted: { by: event.by, at } });
}

type TakenUp = NonNullable<AnsweringHalf['takenUp']>[number];

/** Who has the request, and had it before: the last few that each officer took or assigned. */
const withTakenUp = ({ takenUp = [] }: AnsweringHalf, one: TakenUp): TakenUp[] =>
  withLastOfEach(takenUp, one, ({ by, assignedBy = by }) => assignedBy);

/** An officer's step on a request that has not ended. */
function step(request: AnsweringHalf, event: OfficersEvent): AnsweringTransition {
  const { at } = event;
  const { clarification } = request;
  const isOpen = clarification !== undefined && !clarification.answeredAt;
  switch (event.kind) {
    case 'TAKE_UP':
      if (assigneeOf(request) === event.by) return { refused: 'ALREADY_ASSIGNED' };
      return only({ ...request, takenUp: withTakenUp(request, { by: event.by, at }) });
    case 'ASSIGN': {
      const { by: assignedBy, to: by } = event;
      if (assigneeOf(request) === by) return { refused: 'ALREADY_ASSIGNED' };
      return only({ ...request, takenUp: withTakenUp(request, { by, at, assignedBy }) });
    }
    case 'QUESTION': {
      if (event.isListed) return questionedByList(request, event);
      const refused = questionRefusal(request);
      return refused ? { refused } : only(withWords(request, { of: 'QUESTION', by: event.by, at }));
    }
    case 'ACCEPT':
      if (request.accepted) return { refused: 'ALREADY_ACCEPTED' };
      if (isOpen) return { refused: 'CLARIFICATION_OPEN' };
      if (request.proposal) return { refused: 'ALREADY_PROPOSED' };
      return only({ ...dropWords(request, event), accepted: { by: event.by, at } });
    case 'EXTEND': {
      const { by, until } = event;
      const refused = extensionRefusal(request, at, until);
      return refused ? { refused } : only(withWords(request, { of: 'EXTENSION', by, at, until }));
    }
    case 'SIGN_WORDS':
      return wordsSigned(request, event);
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
      // A question that waits comes too late for an answer on the form.
      const answered = isOnForm ? dropWords(request, event) : request;
      return only({ ...answered, proposal: { by: event.by, at, answer: event.answer } });
    }
    case 'DECIDE':
      return decided(request, event);
  }
}
