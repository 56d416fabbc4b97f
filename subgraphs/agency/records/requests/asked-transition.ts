import type { AskedHalf } from './information-request.ts';
import { lapsesAt, longestClarification, longestExtension, requestDeadline } from './request-deadline.ts';
import type { AnswerersMessage, AskersMessage } from './request-messages.ts';
import { endOf } from './request-state.ts';
import { signWords, type WordsRefusal, withWords } from './words/waiting-words.ts';

/** An event in the life of a request at the agency that asks: a step of its officers, a receipt, or word from the other agency. */
export type AskedEvent =
  | { kind: 'AUTHORISE'; by: string; at: Date }
  /** It has gone to the channel. */
  | { kind: 'SEND'; at: Date }
  /** An answer to the question, which waits for a second officer. */
  | { kind: 'CLARIFY'; by: string; at: Date }
  /** A second officer's word on that answer. */
  | { kind: 'SIGN_WORDS'; by: string; at: Date; approves: boolean }
  | { kind: 'WITHDRAW'; by: string; at: Date }
  | { kind: 'CLOSE'; by: string; at: Date }
  /** A receipt; its time is the other agency's. */
  | { kind: 'RECEIPT'; of: AskersMessage['type']; at: Date }
  | { kind: 'TOLD'; message: AnswerersMessage; at: Date };

export type AskedRefusal =
  | 'NOT_DRAFT'
  | 'NOT_AUTHORISED'
  | 'NOT_SENT'
  | WordsRefusal
  | 'ENDED'
  | 'NOT_ENDED'
  | 'NOT_QUESTIONED'
  | 'ALREADY_CLARIFIED'
  | 'CLOSED'
  /** Word from the other agency that its own receipts, or the request, do not bear out. */
  | 'OTHER_REQUEST'
  | 'CONTRADICTS_RECEIPT'
  | 'IN_THE_PAST'
  | 'ALREADY_EXTENDED'
  | 'NOT_LATER'
  | 'TOO_LONG'
  | 'NOT_ASKED';

export type AskedTransition =
  | { request: AskedHalf; tells: AskersMessage[] }
  | { refused: AskedRefusal }
  | { nothing: true };

const nothing: AskedTransition = { nothing: true };

const only = (request: AskedHalf): AskedTransition => ({ request, tells: [] });

/** The time at which a question was answered, as the other agency tells it; undefined for one at which none can have been. */
function answerTime(question: Date, told: string): Date | undefined {
  const answeredAt = new Date(told);
  const stoodStill = answeredAt.getTime() - question.getTime();
  return stoodStill >= 0 && stoodStill < longestClarification ? answeredAt : undefined;
}

/** The request with the other agency's word on its own receipts, which is taken as evidence once, and then holds. */
function withEvidence(
  request: AskedHalf,
  { receivedAt, clarifiedAt }: AnswerersMessage,
): AskedHalf | undefined {
  const received = new Date(receivedAt);
  if (request.receivedAt && request.receivedAt.getTime() !== received.getTime()) return undefined;
  const taken = { ...request, receivedAt: received };
  const { clarification } = request;
  if (clarifiedAt === undefined || !clarification) return taken;
  const answeredAt = answerTime(clarification.at, clarifiedAt);
  if (!answeredAt) return undefined;
  if (clarification.answeredAt && clarification.answeredAt.getTime() !== answeredAt.getTime())
    return undefined;
  return { ...taken, clarification: { ...clarification, answeredAt } };
}

/** A question that comes for the first time; told anew after a restore, it comes with the time of its answer. */
function questioned(request: AskedHalf, { clarifiedAt }: AnswerersMessage, at: Date): AskedTransition {
  if (clarifiedAt === undefined) return only({ ...request, clarification: { at } });
  const answeredAt = answerTime(at, clarifiedAt);
  if (!answeredAt) return { refused: 'CONTRADICTS_RECEIPT' };
  return only({ ...request, clarification: { at, answeredAt } });
}

function told(request: AskedHalf, message: AnswerersMessage): AskedTransition {
  if (message.request !== request.id) return { refused: 'OTHER_REQUEST' };
  const proven = withEvidence(request, message);
  if (!proven) return { refused: 'CONTRADICTS_RECEIPT' };
  const at = new Date(message.at);
  if (at < (proven.receivedAt ?? at)) return { refused: 'IN_THE_PAST' };
  switch (message.type) {
    case 'concord.request.received.v1':
      return only(proven);
    case 'concord.request.questioned.v1':
      if (proven.clarification) return nothing;
      return questioned(proven, message, at);
    case 'concord.request.extended.v1': {
      const { extension } = proven;
      if (extension?.at.getTime() === at.getTime()) return nothing;
      if (extension) return { refused: 'ALREADY_EXTENDED' };
      const deadline = requestDeadline(proven);
      if (deadline && at >= deadline) return { refused: 'IN_THE_PAST' };
      const until = new Date(message.until);
      // The other agency's own rule: later than the date that there was, and within sixty days of its receipt.
      if (deadline && until <= deadline) return { refused: 'NOT_LATER' };
      if (proven.receivedAt && until.getTime() - proven.receivedAt.getTime() > longestExtension)
        return { refused: 'TOO_LONG' };
      return only({ ...proven, extension: { at, until } });
    }
    case 'concord.request.ended.v1': {
      const { answer } = message;
      if ('classes' in answer && answer.classes.some((each) => !request.classes.includes(each)))
        return { refused: 'NOT_ASKED' };
      if (proven.end) return nothing;
      // What had been withdrawn before nobody could still answer.
      if (proven.withdrawalReceivedAt && proven.withdrawalReceivedAt < at) return { refused: 'ENDED' };
      return only({ ...proven, end: { kind: answer.kind, at, answer } });
    }
  }
}

function received(request: AskedHalf, of: AskersMessage['type'], at: Date): AskedTransition {
  switch (of) {
    case 'concord.request.sent.v1':
      if (!request.receivedAt) return only({ ...request, receivedAt: at });
      return request.receivedAt.getTime() === at.getTime() ? nothing : { refused: 'CONTRADICTS_RECEIPT' };
    case 'concord.request.clarified.v1': {
      const { clarification } = request;
      const lapse = lapsesAt(request);
      // It came too late, and the receipt proves it.
      if (!clarification || clarification.answeredAt || (lapse && lapse <= at)) return nothing;
      return only({ ...request, clarification: { ...clarification, answeredAt: at } });
    }
    case 'concord.request.withdrawn.v1':
      return request.withdrawalReceivedAt ? nothing : only({ ...request, withdrawalReceivedAt: at });
  }
}

/** The one way in which the asking agency's half changes. It has no clock, and reads nothing. */
export function askedTransition(request: AskedHalf, event: AskedEvent): AskedTransition {
  if (event.kind === 'TOLD') return told(request, event.message);
  if (event.kind === 'RECEIPT') return received(request, event.of, event.at);
  const { at } = event;
  const end = endOf(request, at);
  if (event.kind === 'CLOSE') {
    if (!end) return { refused: 'NOT_ENDED' };
    if (request.closed) return { refused: 'CLOSED' };
    return only({ ...request, closed: { by: event.by, at } });
  }
  if (end) return { refused: 'ENDED' };
  switch (event.kind) {
    case 'AUTHORISE':
      if (request.authorised) return { refused: 'NOT_DRAFT' };
      if (request.drafted.by === event.by) return { refused: 'SAME_OFFICER' };
      return only({ ...request, authorised: { by: event.by, at } });
    case 'SEND': {
      if (!request.authorised) return { refused: 'NOT_AUTHORISED' };
      if (request.sentAt) return nothing;
      const { id, urgency, classes } = request;
      return {
        request: { ...request, sentAt: at },
        tells: [{ type: 'concord.request.sent.v1', request: id, urgency, classes: [...classes] }],
      };
    }
    case 'CLARIFY':
      if (!request.clarification) return { refused: 'NOT_QUESTIONED' };
      if (request.clarifiedAt) return { refused: 'ALREADY_CLARIFIED' };
      return only(withWords(request, { of: 'CLARIFICATION', by: event.by, at }));
    case 'SIGN_WORDS': {
      const after = signWords(request, event);
      if ('refused' in after) return after;
      if ('turnedDown' in after) return only(after.turnedDown);
      return {
        request: { ...after.signed, clarifiedAt: at },
        tells: [{ type: 'concord.request.clarified.v1', request: request.id }],
      };
    }
    case 'WITHDRAW': {
      const withdrawn = { by: event.by, at };
      if (!request.sentAt) return only({ ...request, withdrawn, end: { kind: 'WITHDRAWN', at } });
      return {
        request: { ...request, withdrawn },
        tells: [{ type: 'concord.request.withdrawn.v1', request: request.id }],
      };
    }
  }
}
