import type { WaitingKind } from '../../../../terms/enums.ts';
import type { InformationRequest } from './information-request.ts';
import { lapsesAt, requestDeadline } from './request-deadline.ts';
import { endOf } from './request-state.ts';
import { seenHalf } from './unread-half.ts';

/** The kinds of step that wait on requests. */
export type RequestWaitingKind = Extract<WaitingKind, `${string}REQUEST${string}` | 'ANSWER_TO_DECIDE'>;

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
  const { clarification } = half;
  const isOpen = clarification !== undefined && !clarification.answeredAt;
  if (half.side === 'ASKER') {
    const { drafted, authorised, clarifiedAt } = half;
    if (!authorised) return { kind: 'REQUEST_TO_AUTHORISE', not: drafted.by, since: drafted.at };
    const lapses = lapsesAt(half);
    if (!isOpen || clarifiedAt) return undefined;
    return { kind: 'REQUEST_TO_CLARIFY', since: clarification.at, ...(lapses && { due: lapses }) };
  }
  const deadline = requestDeadline(half);
  const due = deadline && { due: deadline };
  const { receivedAt, accepted, proposal, decision, isFound } = half;
  if (decision || isOpen) return undefined;
  if (proposal) return { kind: 'ANSWER_TO_DECIDE', not: proposal.by, since: proposal.at, ...due };
  if (!accepted) return { kind: 'REQUEST_TO_ACCEPT', since: receivedAt, ...due };
  return isFound ? { kind: 'REQUEST_TO_ANSWER', since: accepted.at, ...due } : undefined;
}
