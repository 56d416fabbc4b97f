import { writeEvent } from '../../../../subgraphs/agency/channel/event.ts';
import type { InboxRecord } from '../../../../subgraphs/agency/channel/model.ts';

export const parkedId = '0mparked0-0123456789';

/** A message that Russia has sent and that Belarus did not understand when it came. */
export function parkedMessage(
  type = 'concord.unknown.v1',
  data: Readonly<Record<string, unknown>> = {},
): InboxRecord {
  const at = new Date();
  const event = writeEvent({ id: parkedId, from: 'RUSSIA', to: 'BELARUS', number: 1, type, at, data });
  return {
    _id: `RUSSIA ${parkedId}`,
    from: 'RUSSIA',
    number: 1,
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
