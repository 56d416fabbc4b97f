import { orderOf } from '../waiting/waiting-record.ts';
import { assigneeOf, type InformationRequest } from './information-request.ts';
import { inForceFrom, lapsesAt, requestDeadline } from './request-deadline.ts';
import type { RequestContents, RequestRecord } from './request-record.ts';
import { endOf, requestState } from './request-state.ts';
import { nextWarning } from './request-warnings.ts';
import { isUnread } from './unread-half.ts';
import { waitsOnRequest } from './waits-on-request.ts';

/** Lists in which requests stand whatever their case. */
export const listOf = {
  /** The list of an overseer, who sees figures alone. */
  all: 'ALL',
  /** Requests that this agency has sent. */
  sent: 'SENT',
  /** Requests that it has received and not found in order: for every liaison officer, without their subjects. */
  unread: 'UNREAD',
  /** Requests that it has received on dossiers that may be told of. */
  found: 'FOUND',
} as const;

/**
 * The lists in which a request stands. Where there is no dossier that may be told of, a received one leaves all but the overseer's
 * once its form is in order, whether there is a dark one or none.
 */
export function listsOf({ half, content, cases = [] }: RequestContents): string[] {
  if (half.side === 'ASKER') return [listOf.all, listOf.sent, content.case];
  if (!half.accepted) return [listOf.all, listOf.unread];
  return half.isFound ? [listOf.all, listOf.found, ...cases] : [listOf.all];
}

/** The next moment at which time ends a request; undefined where it has ended, or no end hangs on time. */
function endsAt(half: InformationRequest, now: Date): Date | undefined {
  if (half.end) return undefined;
  // One whose asker held something goes on after its deadline, as OVERDUE, without what nobody has decided on by then.
  const isVoid =
    half.side === 'ANSWERER' &&
    (half.waitingWords !== undefined || (isUnread(half) && half.proposal !== undefined));
  const decided = half.side === 'ANSWERER' ? inForceFrom(half) : undefined;
  const goesOn = half.isHeld && !isVoid;
  const due = lapsesAt(half) ?? decided ?? (goesOn ? undefined : requestDeadline(half));
  // The asking agency writes no end of time: once its column says so, nothing is left to write.
  return due && (half.side === 'ANSWERER' || due > now) ? due : undefined;
}

/** The next moment at which time changes a request, or its officers are to be warned; undefined where nothing hangs on time. */
export function dueAt(request: RequestContents, now: Date): Date | undefined {
  const [ends, warns] = [endsAt(request.half, now), nextWarning(request, now)];
  return ends && warns && warns < ends ? warns : (ends ?? warns);
}

/**
 * The moment from which the subject of a received request, whose form is in order, is looked for again and again: at once where it is not
 * known here, since a warning's reference may come to be known, and a dossier may be hidden for a while; at the deadline where it is, since
 * a request that is late is so only as long as there is something to tell of.
 */
function seekFrom({ half, content, dossier }: RequestContents, now: Date): Date | undefined {
  if (half.side !== 'ANSWERER' || half.accepted === undefined) return undefined;
  const deadline = requestDeadline(half);
  if (half.isFound) return deadline && deadline < now ? now : deadline;
  return 'criteria' in content.subject && dossier === undefined ? undefined : now;
}

/** A record with the columns that lists and jobs look for. */
export function withColumns(contents: RequestContents, now: Date): RequestRecord {
  const { asks, ...rest } = contents;
  const { half } = rest;
  const due = dueAt(rest, now);
  const isOpen = endOf(half, now) === undefined;
  const waiting = waitsOnRequest(half, now);
  const assignedTo = assigneeOf(half);
  const seekAt = isOpen ? seekFrom(rest, now) : undefined;
  return {
    ...rest,
    ...(asks !== undefined && isOpen && { asks }),
    state: requestState(half, now),
    lists: listsOf(rest),
    ...(due && { due }),
    ...(seekAt && { seekAt }),
    ...(assignedTo !== undefined && { assignedTo }),
    ...(waiting && {
      waits: waiting.kind,
      ...(waiting.not !== undefined && { not: waiting.not }),
      order: orderOf({ id: `${rest._id} ${waiting.kind}`, since: waiting.since, due: waiting.due }),
    }),
  };
}
