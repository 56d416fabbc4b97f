import type { Agency } from '../../../../terms/agencies.ts';
import type { Message } from '../../records/messages/message.ts';
import type { OutboxRecord } from './outbox-record.ts';

/** The messages that have their numbers. */
export interface Outbox {
  /**
   * Gives messages the next numbers, in their order; one that has its number keeps it. A message that is too large to be sent
   * gets none, or it would hold up all behind it: it is kept with the refused lines.
   */
  queue(messages: readonly Message[]): Promise<void>;
  /** The messages that must be sent to an agency, in order; at most `limit`. */
  head(to: Agency, limit: number): Promise<OutboxRecord[]>;
  /** Keeps the receipts. One that a message has already stays: it is the evidence of when it arrived. */
  acknowledge(answers: readonly { id: string; receipt: string; at: Date }[]): Promise<void>;
  /**
   * Sends all from this number on, again if need be: the recipient has not got them.
   * @returns false when there is no such number
   */
  sendAgainFrom(to: Agency, number: number): Promise<boolean>;
  /** The last number that was given; 0 before the first. */
  lastNumber(to: Agency): Promise<number>;
}
