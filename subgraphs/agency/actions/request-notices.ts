import { dayOf } from '../../../terms/days.ts';
import { messageIdOf } from '../records/messages/message.ts';
import type { NoticeRecord } from '../records/notices/notice-record.ts';
import { assigneeOf, type InformationRequest } from '../records/requests/information-request.ts';
import { droppedOfAnother } from '../records/requests/words/dropped-work.ts';

/** A kind of notice to an agency's own officers: their work on a request was taken over or dropped by another officer, or given to them. */
type OwnKind = 'REQUEST_TAKEN_OVER' | 'REQUEST_ASSIGNED' | 'REQUEST_WORDS_DROPPED';

const lastOf = (half: InformationRequest) => (half.side === 'ANSWERER' ? half.takenUp?.at(-1) : undefined);

/** True where a request that an officer answered for is another one's. */
const isTakenOver = (before: InformationRequest, after: InformationRequest): boolean =>
  assigneeOf(before) !== undefined && assigneeOf(before) !== assigneeOf(after);

/**
 * The notices that tell officers what a colleague has done to their work on a request. The request's events say whose work it was, and who did it.
 * @param isStandIn true where the one who takes it over stands in for the officer whose it was
 */
export function requestNotices(
  before: InformationRequest,
  after: InformationRequest,
  isStandIn: boolean,
  at: Date,
): NoticeRecord[] {
  const agency = after.side === 'ASKER' ? after.asker : after.answerer;
  const isAssigned = lastOf(after)?.assignedBy !== undefined && lastOf(after) !== lastOf(before);
  const kinds: OwnKind[] = [
    ...(isAssigned ? ['REQUEST_ASSIGNED' as const] : []),
    ...(isTakenOver(before, after) && !isStandIn ? ['REQUEST_TAKEN_OVER' as const] : []),
    ...(droppedOfAnother(before, after) ? ['REQUEST_WORDS_DROPPED' as const] : []),
  ];
  return kinds.map((kind) => {
    // One a day of each request, so that no two officers fill the list by taking turns.
    const _id = `${agency} ${kind} ${after.id} ${dayOf(at)}`;
    return {
      _id,
      place: messageIdOf(_id, at),
      agency,
      kind,
      at,
      receivedAt: at,
      data: { request: after.id },
    };
  });
}
