import type { RequestState } from '../../../../terms/enums.ts';
import type { InformationRequest, RequestEnd } from './information-request.ts';
import { inForceFrom, lapsesAt, requestDeadline } from './request-deadline.ts';

/** The end that time alone makes, of which both agencies have the evidence. */
function endOfTime(request: InformationRequest, now: Date): RequestEnd | undefined {
  const lapse = lapsesAt(request);
  if (lapse && lapse <= now) return { kind: 'LAPSED', at: lapse };
  const deadline = requestDeadline(request);
  const answer = request.side === 'ANSWERER' ? request.decision?.answer : undefined;
  const from = request.side === 'ANSWERER' ? inForceFrom(request) : undefined;
  if (answer && from) return from <= now ? { kind: answer.kind, at: from, answer } : undefined;
  if (!deadline || deadline > now || request.isHeld) return undefined;
  return { kind: 'NO_DATA', at: deadline };
}

/**
 * The end of a request at a moment, whether it is on record or follows from time. Where the agency that asks held nothing on
 * the subject, a request ends at its deadline, not before and not after: with what was decided until then, else with NO_DATA,
 * as it does where there is no record. A withdrawal ends what had not ended when it arrived.
 */
export function endOf(request: InformationRequest, now: Date): RequestEnd | undefined {
  const other = request.end ?? endOfTime(request, now);
  if (request.side === 'ANSWERER' || !request.withdrawn) return other;
  const { withdrawn, withdrawalReceivedAt: arrived } = request;
  if (other && (!arrived || other.at <= arrived)) return other;
  return { kind: 'WITHDRAWN', at: arrived ?? withdrawn.at };
}

/** Derived, never stored. */
export function requestState(request: InformationRequest, now: Date): RequestState {
  const end = endOf(request, now);
  if (request.side === 'ASKER' && request.closed) return 'CLOSED';
  if (end) return end.kind;
  const { clarification } = request;
  if (clarification && !clarification.answeredAt) return 'CLARIFICATION';
  if (request.receivedAt) return 'RECEIVED';
  if (request.side === 'ANSWERER') return 'RECEIVED';
  if (request.sentAt) return 'SENT';
  return request.authorised ? 'AUTHORISED' : 'DRAFT';
}

/** Tells that the deadline has passed without an end. It is a flag beside the state. */
export function isOverdue(request: InformationRequest, now: Date): boolean {
  const deadline = requestDeadline(request);
  return deadline !== undefined && deadline <= now && !endOf(request, now);
}
