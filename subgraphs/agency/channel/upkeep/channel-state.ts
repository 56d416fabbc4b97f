import type { Agency } from '../../../../terms/agencies.ts';
import type { ParkReason } from '../../../../terms/enums.ts';
import { inboxId } from '../stores/inbox.ts';
import type { InboxRecord } from '../stores/inbox-record.ts';
import type { PeerRecord } from '../stores/peer-record.ts';

type Noted = Pick<PeerRecord, 'refused' | 'lastRefused' | 'gaps' | 'lastGap' | 'blocked' | 'lastGreeting'>;

/** The state of the channel to and from one other agency. */
export interface PeerState extends Noted {
  agency: Agency;
  queued: number;
  oldestQueued?: Date;
  lastAcknowledged?: { number: number; at: Date };
  lastReceived?: { number: number; at: Date };
  /** Messages that were too large to be sent. */
  unsent: number;
  /** Lines that no known agency has signed, whichever agency they name. */
  refusedOfStrangers: number;
  lastRefusedOfStrangers?: PeerRecord['lastRefused'];
  /** Messages that were received and are not in the records yet. */
  unapplied: number;
}

/** A message that was accepted and could not be applied to the records. */
export interface ParkedMessage {
  id: string;
  number: number;
  type: string;
  receivedAt: Date;
  reason: ParkReason;
  /** The event, as the other agency has signed it. */
  data: string;
}

export const parkedMessageOf = ({
  _id,
  from,
  number,
  type,
  receivedAt,
  reason,
  event,
}: InboxRecord): ParkedMessage => ({
  id: _id.slice(inboxId({ from, id: '' }).length),
  number,
  type,
  receivedAt,
  reason: reason ?? 'FAILED',
  data: event,
});

/** The state of the channel, read for officers. */
export interface ChannelState {
  peer(agency: Agency): Promise<PeerState>;
  /** At most `limit` messages of an agency that could not be applied, from the one after the number `after`. */
  parked(agency: Agency, part: { after: number | undefined; limit: number }): Promise<ParkedMessage[]>;
}
