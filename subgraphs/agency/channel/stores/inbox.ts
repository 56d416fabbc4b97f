import type { Agency } from '../../../../terms/agencies.ts';
import type { ParkReason } from '../../../../terms/enums.ts';
import type { ChannelEvent } from '../wire/channel-event.ts';
import type { Dismissal, InboxRecord } from './inbox-record.ts';

/**
 * The result of applying a message: its effect is in the records, or it was parked, and why. NOT_YET where it is about a thing that is not known
 * here, and that its sender may have come to know first: it counts as applied, and is tried again for a while.
 */
export type ApplyResult = 'APPLIED' | 'NOT_YET' | { parked: ParkReason };

/** A message with the result of applying it. */
export interface AppliedMessage {
  id: string;
  result: ApplyResult;
  /** The time at which it is tried again, where it is. */
  tryAgainAt?: Date;
}

/** The name of an accepted message. */
export type MessageName = Pick<ChannelEvent, 'from' | 'id'>;

/** A message that was accepted, as far as another one is compared with it. */
export interface AcceptedMessage {
  number: number;
  id: string;
  hash: string;
}

/** A message that was accepted, with the receipt that its sender was given. */
export type KnownMessage = AcceptedMessage & Pick<InboxRecord, 'receipt' | 'receivedAt'>;

/** The messages that were accepted. */
export interface Inbox {
  /** The accepted messages that arriving ones of the same sender are compared with, with their receipts. */
  known(from: Agency, arriving: readonly Pick<ChannelEvent, 'id' | 'number'>[]): Promise<KnownMessage[]>;
  /** The number that the sender's next message has. */
  expected(from: Agency): Promise<number>;
  find(message: MessageName): Promise<InboxRecord | null>;
  /**
   * Stores messages in their order, and safely, before any receipt is given.
   * @returns false when another instance was quicker with one of them; those before it are stored
   */
  store(records: readonly InboxRecord[]): Promise<boolean>;
  /** The messages whose effect is not known to be in the records, in order; at most `limit`. */
  unapplied(from: Agency, limit: number): Promise<InboxRecord[]>;
  /** The messages that are to be tried again by then; at most `limit`, the ones that have waited longest, and these in order. */
  dueAgain(from: Agency, now: Date, limit: number): Promise<InboxRecord[]>;
  /** Notes the results of applying messages. */
  mark(applied: readonly AppliedMessage[]): Promise<void>;
  /** @returns false when there is no such message that is parked, or was dismissed before */
  dismiss(message: MessageName, dismissal: Dismissal): Promise<boolean>;
  /**
   * Notes one officer's wish to dismiss a parked message, which needs two.
   * @returns the first officer's; undefined where there is no such message
   */
  dismissFirst(message: MessageName, dismissal: Dismissal): Promise<Dismissal | undefined>;
}

export const inboxId = ({ from, id }: MessageName): string => `${from} ${id}`;
