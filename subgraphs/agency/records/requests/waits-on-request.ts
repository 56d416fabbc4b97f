import type { RequestBox, WaitingKind, WordedStep } from '../../../../terms/enums.ts';
import type { InformationRequest } from './information-request.ts';
import { isToBeContested, lapsesAt, requestDeadline } from './request-deadline.ts';
import { endOf } from './request-state.ts';
import { seenHalf } from './unread-half.ts';

/** The kinds of step that wait on requests. */
export type RequestWaitingKind = Extract<
  WaitingKind,
  `${string}REQUEST${string}` | 'ANSWER_TO_DECIDE' | `${WordedStep}_TO_COUNTERSIGN`
>;

/** The box of the requests on which each kind of step waits: it waits on those that this agency has sent, or has received. */
export const boxOfWaiting: Readonly<Record<RequestWaitingKind, RequestBox>> = {
  REQUEST_TO_AUTHORISE: 'SENT',
  REQUEST_TO_CLARIFY: 'SENT',
  CLARIFICATION_TO_COUNTERSIGN: 'SENT',
  REQUEST_TO_ACCEPT: 'RECEIVED',
  REQUEST_TO_ANSWER: 'RECEIVED',
  ANSWER_TO_DECIDE: 'RECEIVED',
  QUESTION_TO_COUNTERSIGN: 'RECEIVED',
  EXTENSION_TO_COUNTERSIGN: 'RECEIVED',
};

/** A step on a request that waits for an officer. */
export interface WaitingStepOnRequest {
  kind: RequestWaitingKind;
  /** The officer for whom it does not wait, because the step before was theirs. */
  not?: string;
  since: Date;
  due?: Date;
}

/**
 * The step that waits at this agency; undefined where the other one, or time, is next. On a request without a dossier that may be
 * told of nothing waits once its form is in order.
 */
export function waitsOnRequest(stored: InformationRequest, now: Date): WaitingStepOnRequest | undefined {
  const half = seenHalf(stored, now);
  if (endOf(half, now)) return undefined;
  const { clarification, waitingWords } = half;
  const words = waitingWords && {
    kind: `${waitingWords.of}_TO_COUNTERSIGN` as const,
    not: waitingWords.by,
    since: waitingWords.at,
  };
  const isOpen = clarification !== undefined && !clarification.answeredAt;
  if (half.side === 'ASKER') {
    const { drafted, authorised, clarifiedAt } = half;
    if (!authorised) return { kind: 'REQUEST_TO_AUTHORISE', not: drafted.by, since: drafted.at };
    const lapses = lapsesAt(half);
    if (!isOpen || clarifiedAt) return undefined;
    const due = lapses && { due: lapses };
    return words ? { ...words, ...due } : { kind: 'REQUEST_TO_CLARIFY', since: clarification.at, ...due };
  }
  const deadline = requestDeadline(half);
  const due = deadline && { due: deadline };
  const { receivedAt, accepted, proposal, decision, isFound } = half;
  if (isOpen || (decision && !isToBeContested(half))) return undefined;
  // Whoever works on what was asked about confirms it, or takes it back.
  if (decision) return { kind: 'ANSWER_TO_DECIDE', not: decision.by, since: decision.at, ...due };
  if (proposal) return { kind: 'ANSWER_TO_DECIDE', not: proposal.by, since: proposal.at, ...due };
  if (words) return { ...words, ...due };
  if (!accepted) return { kind: 'REQUEST_TO_ACCEPT', since: receivedAt, ...due };
  return isFound ? { kind: 'REQUEST_TO_ANSWER', since: accepted.at, ...due } : undefined;
}
