import type { Agency } from '../../../../terms/agencies.ts';
import type { ParkReason } from '../../../../terms/enums.ts';

/** An officer's decision to leave a parked message unapplied, with the reason. */
export interface Dismissal {
  by: string;
  at: Date;
  reason: string;
}

/** A message that was accepted. It is kept, as it was signed, as evidence. */
export interface InboxRecord {
  /** The sender and the message's id. */
  _id: string;
  from: Agency;
  number: number;
  type: string;
  /** The signed message as it came. */
  signed: string;
  /** The text that was signed, as it was verified: this text is applied and shown. */
  event: string;
  hash: string;
  /** On this agency's clock, as is the rest. */
  receivedAt: Date;
  /** STORED until its effect is in the records; PARKED when it cannot be; DISMISSED by an officer who leaves it at that. */
  state: 'STORED' | 'APPLIED' | 'PARKED' | 'DISMISSED';
  /** The next moment at which it is tried again; absent once what it is about was known, or the time for that is over. */
  tryAgainAt?: Date;
  /** The reason for which it was parked. */
  reason?: ParkReason;
  dismissed?: Dismissal;
  /** The first officer's dismissal, while it waits for a second one's. */
  firstDismissal?: Dismissal;
  /** The receipt that its sender was given. */
  receipt: string;
}
