import type { AnsweringHalf, InformationRequest, RequestEnd } from './information-request.ts';
import { requestDeadline } from './request-deadline.ts';
import { withoutVoid } from './words/waiting-words.ts';

/** True until the form of a request was found in order: from there on its subject is for those who may read it. */
export const isUnread = (half: InformationRequest): half is AnsweringHalf =>
  half.side === 'ANSWERER' && half.accepted === undefined;

/** The end that comes alike, whatever there is: an answer on the form at the deadline, a withdrawal before it, and silence. */
function endForAll(
  { end, decision }: AnsweringHalf,
  deadline: Date | undefined,
  now: Date,
): RequestEnd | undefined {
  if (decision) {
    const { answer } = decision;
    return deadline && deadline <= now ? { kind: answer.kind, at: deadline, answer } : undefined;
  }
  if (end?.kind === 'LAPSED') return end;
  return end?.kind === 'WITHDRAWN' && (!deadline || end.at < deadline) ? end : undefined;
}

/**
 * An unread request as the asked agency's own officers see it, and take steps on it: the same whether there is a record, a dark one or
 * none. The end that the deadline makes, or leaves out, would tell which; so to them it stays open until its form was found in order, and
 * an answer on the form takes effect at the deadline.
 */
export function unreadHalf(half: AnsweringHalf, now: Date): AnsweringHalf {
  const { end: _end, hasToldEnd: _told, ...rest } = withoutVoid(half, now);
  const end = endForAll(half, requestDeadline(half), now);
  return {
    ...rest,
    isHeld: true,
    isFound: false,
    ...(end && { end }),
  };
}

/** The half as the officers of its agency see it; an overseer sees it as it is. */
export const seenHalf = (half: InformationRequest, now: Date): InformationRequest =>
  isUnread(half) ? unreadHalf(half, now) : half;
