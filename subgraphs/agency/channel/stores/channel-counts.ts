import type { Agency } from '../../../../terms/agencies.ts';
import type { Blocked } from './peer-record.ts';

/** Counts for an operator, each bounded, so that a scrape costs a database little however long a queue is. */
export interface ChannelCounts {
  /** Messages that wait for the receipt of the other agency. */
  queued(to: Agency): Promise<number>;
  /** The time at which the oldest of these got its number. */
  oldestQueued(to: Agency): Promise<Date | undefined>;
  /** Received messages that are not in the records yet. */
  unapplied(from: Agency): Promise<number>;
  /** Received messages that could not be applied. */
  parked(from: Agency): Promise<number>;
  blocked(agencies: readonly Agency[]): Promise<{ agency: Agency; blocked: Blocked }[]>;
}
