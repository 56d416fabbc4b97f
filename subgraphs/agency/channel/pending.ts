import type { Message } from './message.ts';

/** A message that waits, in the record whose change it tells of, for its number. */
export interface PendingMessage {
  message: Message;
  /** Takes it out of the record, once it has its number. */
  letGo(): Promise<void>;
}

/** A place where messages wait. */
export interface PendingMessages {
  /** In the order in which they were stored; at most `limit`, or those of one more record. */
  read(limit: number): Promise<PendingMessage[]>;
}
