import type { Agency } from '../../../../terms/agencies.ts';
import type { ChannelRefusalReason } from '../../../../terms/enums.ts';
import type { Blocked, PeerRecord } from './peer-record.ts';

/** A line that was refused, with the reason. */
export interface RefusedLine {
  at: Date;
  reason: ChannelRefusalReason;
  hash: string;
  body: string;
}

/** Notes on the channel to other agencies: refused lines, gaps, greetings, and blocks. */
export interface Notes {
  refused(line: RefusedLine & { signer: Agency }): Promise<void>;
  /**
   * Counts lines that no known agency has signed.
   * @param count how many there were; `kept` are the last of them
   */
  refusedStrangers(count: number, kept: readonly RefusedLine[]): Promise<void>;
  gap(from: Agency, gap: { at: Date; expected: number; number: number }): Promise<void>;
  greeted(from: Agency, greeting: NonNullable<PeerRecord['lastGreeting']>): Promise<void>;
  /** Nothing more is sent to the agency. A block for the same reason keeps the time since which it stands. */
  blocked(to: Agency, blocked: Blocked): Promise<void>;
  unblocked(to: Agency): Promise<void>;
}
