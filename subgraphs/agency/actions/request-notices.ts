import type { Agency } from '../../../terms/agencies.ts';
import { dayOf } from '../../../terms/days.ts';
import { messageIdOf } from '../records/messages/message.ts';
import type { NoticeRecord } from '../records/notices/notice-record.ts';
import type { InformationRequest } from '../records/requests/information-request.ts';
import { droppedOfAnother } from '../records/requests/words/dropped-work.ts';

/** An own notice that an officer's work on a request was taken over or dropped by another one, or given to them. Its events say whose it was, and by whom. */
function requestNotice(
  agency: Agency,
  kind: 'REQUEST_TAKEN_OVER' | 'REQUEST_ASSIGNED' | 'REQUEST_WORDS_DROPPED',
  request: string,
  at: Date,
): NoticeRecord {
  // One a day of each request, so that no two officers fill the list by taking turns.
  const _id = `${agency} ${kind} ${request} ${dayOf(at)}`;
  return { _id, place: messageIdOf(_id, at), agency, kind, at, receivedAt: at, data: { request } };
}

const lastOf = (half: InformationRequest) => (half.side === 'ANSWERER' ? half.takenUp?.at(-1) : undefined);

/**
 * The notices to an agency's own officers of what one of them does to another's work on a request.
 * @param isTakenOver true where it was another officer's, for whom the one who takes it does not stand in
 */
export function requestNotices(
  before: InformationRequest,
  after: InformationRequest,
  isTakenOver: boolean,
  at: Date,
): NoticeRecord[] {
  const agency = after.side === 'ASKER' ? after.asker : after.answerer;
  const isAssigned = lastOf(after)?.assignedBy !== undefined && lastOf(after) !== lastOf(before);
  return [
    ...(isAssigned ? [requestNotice(agency, 'REQUEST_ASSIGNED', after.id, at)] : []),
    ...(isTakenOver ? [requestNotice(agency, 'REQUEST_TAKEN_OVER', after.id, at)] : []),
    ...(droppedOfAnother(before, after)
      ? [requestNotice(agency, 'REQUEST_WORDS_DROPPED', after.id, at)]
      : []),
  ];
}
