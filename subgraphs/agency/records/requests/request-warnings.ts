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

/**
 * The moments of the warnings, those before the end alone. They are given though the end has come meanwhile, as where no process ran:
 * else the officers of the asked agency could tell what has ended at its deadline from what has not.
 */
function timesOf({ half }: Warned, now: Date): Date[] {
  const end = endOf(half, now);
  return warningTimes(half).filter((time) => !end || time < end.at);
}

/** The moment of the next warning; undefined where none is left. */
export const nextWarning = (request: Warned, now: Date): Date | undefined =>
  timesOf(request, now)[givenOf(request)];

/** The warnings that are due and were not given, as notices, and the mark that they were; undefined where none are. */
export function dueWarnings(
  request: Warned,
  now: Date,
): { notices: ArrivedNotice[]; warned: NonNullable<RequestContents['warned']> } | undefined {
  const { _id, other, half } = request;
  const of = requestDeadline(half);
  const given = givenOf(request);
  const due = timesOf(request, now).filter((time) => time <= now);
  if (!of || due.length <= given) return undefined;
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
