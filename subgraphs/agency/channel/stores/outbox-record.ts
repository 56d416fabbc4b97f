import type { Agency } from '../../../../terms/agencies.ts';

/** A message that was given its number, and its state. It is kept, with its receipt, as evidence. */
export interface OutboxRecord {
  /** The message's id. */
  _id: string;
  to: Agency;
  number: number;
  type: string;
  /** The text that is signed. */
  event: string;
  queuedAt: Date;
  /** Present while the message must be sent; absent once it was acknowledged. */
  open?: true;
  acknowledgedAt?: Date;
  /** The recipient's signed receipt, the first of them. */
  receipt?: string;
}
