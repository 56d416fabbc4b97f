import type { InboxRecord } from '../../../subgraphs/agency/channel/stores/inbox-record.ts';
import { writeEvent } from '../../../subgraphs/agency/channel/wire/channel-event.ts';

export const parkedId = '0mparked0-0123456789';
export const otherParkedId = '0mparked0-9876543210';

/** A message that Russia has sent and that Belarus did not understand when it came. */
export function parkedMessage(
  type = 'concord.unknown.v1',
  data: Readonly<Record<string, unknown>> = {},
  { id = parkedId, number = 1 }: { id?: string; number?: number } = {},
): InboxRecord {
  const at = new Date();
  const event = writeEvent({ id, from: 'RUSSIA', to: 'BELARUS', number, type, at, data });
  return {
    _id: `RUSSIA ${id}`,
    from: 'RUSSIA',
    number,
    type,
    signed: 'unused',
    event,
    hash: 'unused',
    receipt: 'unused',
    receivedAt: at,
    state: 'PARKED',
    reason: 'TYPE_NOT_UNDERSTOOD',
  };
}
