import type { Agency } from '../../../../terms/agencies.ts';
import type { ChannelRefusalReason } from '../../../../terms/enums.ts';
import type { AcceptedMessage } from '../stores/inbox.ts';
import type { ChannelEvent } from '../wire/channel-event.ts';

export type Acceptance =
  | { kind: 'STORE' }
  /** Accepted before: it is acknowledged again, as it was then, and has no second effect. */
  | { kind: 'REPEAT' }
  | { kind: 'REFUSE'; reason: ChannelRefusalReason };

/** The refusal of an event that is not from its signer, or not to this agency. */
export function addressRefusal(
  event: Pick<ChannelEvent, 'from' | 'to'>,
  signer: Agency,
  own: Agency,
): ChannelRefusalReason | undefined {
  if (event.from !== signer) return 'WRONG_AGENCY';
  return event.to === own ? undefined : 'WRONG_RECIPIENT';
}

/**
 * Decides on a genuine message by its number, its id and its content. No time counts: the agencies' clocks may differ by
 * any amount.
 * @param accepted of the same sender: those of its number and of its id, and the one before it
 */
export function acceptanceOf(message: AcceptedMessage, accepted: readonly AcceptedMessage[]): Acceptance {
  const { number, id, hash } = message;
  const same = accepted.filter((other) => other.number === number || other.id === id);
  if (same.length > 0) {
    const isSame = same.every((other) => other.number === number && other.id === id && other.hash === hash);
    return isSame ? { kind: 'REPEAT' } : { kind: 'REFUSE', reason: 'NOT_THE_SAME' };
  }
  const follows = number === 1 || accepted.some((other) => other.number === number - 1);
  return follows ? { kind: 'STORE' } : { kind: 'REFUSE', reason: 'OUT_OF_ORDER' };
}

/**
 * Decides on messages that came together, each after those before it. It stops at the first that is refused: the ones behind it
 * are out of order by that alone, and come again.
 */
export function acceptancesOf(
  messages: readonly AcceptedMessage[],
  accepted: readonly AcceptedMessage[],
): Acceptance[] {
  const before = [...accepted];
  const decided: Acceptance[] = [];
  for (const message of messages) {
    const acceptance = acceptanceOf(message, before);
    decided.push(acceptance);
    if (acceptance.kind === 'REFUSE') break;
    before.push(message);
  }
  return decided;
}
