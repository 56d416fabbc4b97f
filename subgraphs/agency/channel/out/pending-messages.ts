import type { Message } from '../../records/messages/message.ts';

/** Messages that wait for their numbers, in the records whose changes they tell of. */
export interface PendingBatch {
  messages: readonly Message[];
  /** Takes them out of the records, once they have their numbers. */
  letGo(): Promise<void>;
}

/** A place where messages wait. */
export interface PendingMessages {
  /** Reads messages in the order in which they were stored, from at most so many records. */
  read(limit: number): Promise<PendingBatch>;
}
