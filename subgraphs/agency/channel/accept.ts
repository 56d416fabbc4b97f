import type { Agency } from '../../../identity/agencies.ts';
import type { ChannelEvent } from './event.ts';
import type { RefusalReason } from './receipt.ts';

/** What the inbox holds that an arriving message is compared with. */
export interface Known {
  /** The accepted message of the same number, or of the same id. */
  same: { number: number; id: string; hash: string }[];
  /** Whether the sender's message before it was accepted. */
  hasPredecessor: boolean;
}

export type Acceptance =
  | { kind: 'STORE' }
  /** Accepted before: it is acknowledged again, with the same receipt, and has no second effect. */
  | { kind: 'REPEAT' }
  | { kind: 'REFUSE'; reason: RefusalReason };

/** Whether the event is from whoever has signed it, and to us. */
export function addressRefusal(event: ChannelEvent, signer: Agency, own: Agency): RefusalReason | undefined {
  if (event.from !== signer) return 'WRONG_AGENCY';
  return event.to === own ? undefined : 'WRONG_RECIPIENT';
}

/**
 * Decides on a genuine message by its number, its id and its content. No time counts: the agencies' clocks may differ by
 * any amount.
 */
export function acceptanceOf(event: ChannelEvent, hash: string, known: Known): Acceptance {
  const isSame = (other: Known['same'][number]) =>
    other.hash === hash && other.id === event.id && other.number === event.number;
  if (known.same.length > 0)
    return known.same.every(isSame) ? { kind: 'REPEAT' } : { kind: 'REFUSE', reason: 'NOT_THE_SAME' };
  return known.hasPredecessor ? { kind: 'STORE' } : { kind: 'REFUSE', reason: 'OUT_OF_ORDER' };
}
