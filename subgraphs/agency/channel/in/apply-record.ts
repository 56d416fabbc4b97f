import type { ApplyResult } from '../stores/inbox.ts';
import type { InboxRecord } from '../stores/inbox-record.ts';
import { type ChannelEvent, readEvent } from '../wire/channel-event.ts';
import type { Effects, IsPassing } from './effects.ts';

/**
 * Applies a message. One that is not understood, or cannot be applied, is parked and holds up nothing behind it; only a
 * database that does not answer, or is changing its primary, is waited for.
 * @throws the errors of such a database
 */
export async function applyEvent(
  effects: Effects,
  event: ChannelEvent,
  { now, receivedAt = now, isPassing }: { now: Date; receivedAt?: Date; isPassing: IsPassing },
): Promise<ApplyResult> {
  const apply = effects.get(event.type);
  if (!apply) return { parked: 'TYPE_NOT_UNDERSTOOD' };
  try {
    return await apply({ ...event, key: event.id, now, receivedAt });
  } catch (error) {
    if (isPassing(error)) throw error;
    return { parked: 'FAILED' };
  }
}

/**
 * Applies a stored message as it was verified.
 * @throws the errors of a database that does not answer
 */
export async function applyRecord(
  effects: Effects,
  { event: text, receivedAt }: Pick<InboxRecord, 'event' | 'receivedAt'>,
  given: { now: Date; isPassing: IsPassing },
): Promise<ApplyResult> {
  const event = readEvent(text);
  return event ? applyEvent(effects, event, { ...given, receivedAt }) : { parked: 'NOT_READABLE' };
}
