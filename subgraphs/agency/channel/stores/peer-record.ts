import type { Agency } from '../../../../terms/agencies.ts';
import type { ChannelBlockReason, ChannelRefusalReason } from '../../../../terms/enums.ts';

/** The reason for which nothing more is sent to another agency. */
export interface Blocked {
  /** Since when. */
  at: Date;
  /** The message that it refuses; RESTORED: the last one that it has. */
  number: number;
  reason: ChannelBlockReason;
  /** The number that it takes next, where its receipt says so. */
  expected?: number;
}

/** Counter for lines that no known agency has signed. */
export const strangers = 'STRANGERS';

/** The state of the channel to and from another agency, beside the messages themselves. */
export interface PeerRecord {
  _id: Agency | typeof strangers;
  refused: number;
  lastRefused?: { at: Date; reason: ChannelRefusalReason };
  gaps: number;
  lastGap?: { at: Date; expected: number; number: number };
  blocked?: Blocked;
  /** Its last greeting: how many messages it has sent and received. */
  lastGreeting?: { at: Date; sent: number; received: number };
  /** Numbers go on from here, where those before it were given by a database that was restored since. */
  numbersFrom?: number;
}
