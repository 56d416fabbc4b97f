import type { ArrivedNotice } from '../notices/notice-record.ts';
import { requestDeadline, warnedAt, warningTimes } from './request-deadline.ts';
import type { RequestContents } from './request-record.ts';
import { endOf } from './request-state.ts';

type Warned = Pick<RequestContents, '_id' | 'other' | 'half' | 'warned'>;

/** The number of warnings that were given of the deadline as it is now: a later date begins anew. */
function givenOf({ half, warned }: Warned): number {
  const deadline = requestDeadline(half)?.getTime();
  return warned && warned.of.getTime() === deadline ? warned.count : 0;
}

/** The moment of the next warning; undefined where none is left, and once the request has ended. */
export const nextWarning = (request: Warned, now: Date): Date | undefined =>
  endOf(request.half, now) ? undefined : warningTimes(request.half)[givenOf(request)];

/** The warnings that are due and were not given, as notices, and the mark that they were; undefined where none are. */
export function dueWarnings(
  request: Warned,
  now: Date,
): { notices: ArrivedNotice[]; warned: NonNullable<RequestContents['warned']> } | undefined {
  const { _id, other, half } = request;
  const of = requestDeadline(half);
  const given = givenOf(request);
  const due = warningTimes(half).filter((time) => time <= now);
  if (!of || due.length <= given || endOf(half, now)) return undefined;
  const notices = due.slice(given).map((at, index): ArrivedNotice => {
    const part = Math.round(100 * (warnedAt[given + index] ?? 1));
    return {
      key: `due ${_id} ${of.getTime()} ${part}`,
      from: other,
      kind: 'REQUEST_DUE',
      at,
      receivedAt: at,
      data: { request: _id, part },
    };
  });
  return { notices, warned: { of, count: due.length } };
}
