import type { RequestUrgency } from '../../../../terms/enums.ts';
import type { AnsweringHalf, InformationRequest } from './information-request.ts';

const hour = 3_600_000;
const day = 24 * hour;

/** Time to answer, in milliseconds: Directive (EU) 2023/977, Article 5, in hours and calendar days of UTC. */
export const termOf: Readonly<Record<RequestUrgency, number>> = {
  URGENT_AVAILABLE: 8 * hour,
  URGENT: 3 * day,
  OTHER: 7 * day,
};

/** Time to answer a clarification; a request whose asker is silent for longer has lapsed. */
export const longestClarification = 5 * day;

/** The latest date that an extension may name, counted from the receipt; not confirmed by a source. */
export const longestExtension = 60 * day;

/** Time in which those who work on what was asked about confirm what an outsider has decided, or take it back. */
const timeToContest: Readonly<Record<RequestUrgency, number>> = {
  URGENT_AVAILABLE: 4 * hour,
  URGENT: day,
  OTHER: day,
};

/** Officers are warned when these parts of the time to answer have passed. */
export const warnedAt = [0.5, 0.9, 1] as const;

type Timed = Pick<InformationRequest, 'urgency' | 'receivedAt' | 'clarification' | 'extension'>;

/** The time for which the clock stood still; undefined while it does. */
function stoodStill({ clarification }: Timed): number | undefined {
  if (!clarification) return 0;
  const { at, answeredAt } = clarification;
  return answeredAt && answeredAt.getTime() - at.getTime();
}

/** Undefined before the request is received, and while the clock stands still. */
export function requestDeadline(request: Timed): Date | undefined {
  const { receivedAt, urgency, extension } = request;
  const still = stoodStill(request);
  if (!receivedAt || still === undefined) return undefined;
  if (extension) return extension.until;
  return new Date(receivedAt.getTime() + termOf[urgency] + still);
}

/** The moment at which an unanswered clarification ends the request; undefined where none is open. */
export const lapsesAt = ({ clarification }: Timed): Date | undefined =>
  clarification && !clarification.answeredAt
    ? new Date(clarification.at.getTime() + longestClarification)
    : undefined;

/** The moments at which officers are warned of the deadline, one for each part of `warnedAt`; none where no deadline is known. */
export function warningTimes(request: Timed): Date[] {
  const deadline = requestDeadline(request)?.getTime();
  const { receivedAt } = request;
  if (deadline === undefined || !receivedAt) return [];
  const start = receivedAt.getTime() + (stoodStill(request) ?? 0);
  return warnedAt.map((part) => new Date(start + part * (deadline - start)));
}

/** The warnings that are due: the parts of the time to answer that have passed. */
export function warningsDue(request: Timed, now: Date): number[] {
  const times = warningTimes(request);
  return warnedAt.filter((_, index) => (times[index] ?? now) <= now && times.length > 0);
}

/** A decision that stands until somebody confirms it or takes it back, or time puts it in force. */
export const isToBeContested = ({ decision }: Pick<AnsweringHalf, 'decision'>): boolean =>
  decision?.isOutside === true && decision.confirmed === undefined;

/**
 * The moment at which time puts a decision in force: the deadline, or where an outsider has decided too late to be contested by then, when
 * there was time for it. To an agency that held nothing an answer comes at the deadline alone, so such a decision never is: undefined.
 */
export function inForceFrom(half: AnsweringHalf): Date | undefined {
  const { decision, isHeld, urgency } = half;
  const deadline = requestDeadline(half);
  if (!deadline || !decision) return undefined;
  if (!isToBeContested(half)) return deadline;
  const contested = new Date(decision.at.getTime() + timeToContest[urgency]);
  if (contested <= deadline) return deadline;
  return isHeld ? contested : undefined;
}
