import type { Agency } from '../../../../terms/agencies.ts';
import { unsentTo } from '../../storage/channel/outbox.ts';
import {
  type ChannelModels,
  type InboxRecord,
  type PeerRecord,
  strangers,
} from '../../storage/models/channel-models.ts';

type Noted = Pick<PeerRecord, 'refused' | 'lastRefused' | 'gaps' | 'lastGap' | 'blocked' | 'lastGreeting'>;

/** How the channel to and from one other agency stands. */
export interface PeerState extends Noted {
  agency: Agency;
  queued: number;
  oldestQueued?: Date;
  lastAcknowledged?: { number: number; at: Date };
  lastReceived?: { number: number; at: Date };
  /** Too large to be sent. */
  unsent: number;
  /** What nobody who is known has signed, whichever agency it was to seem of. */
  refusedOfStrangers: number;
  lastRefusedOfStrangers?: PeerRecord['lastRefused'];
  /** Received, and not in the records yet. */
  unapplied: number;
  parked: ParkedMessage[];
}

/** A message that was accepted and is not in the records. */
export interface ParkedMessage {
  id: string;
  number: number;
  type: string;
  receivedAt: Date;
  reason: string;
  /** The event, as the other agency has signed it. */
  data: string;
}

export interface ChannelState {
  peer(agency: Agency): Promise<PeerState>;
}

const mostParked = 100;

function parkedMessage({ _id, from, number, type, receivedAt, reason, event }: InboxRecord): ParkedMessage {
  const id = _id.slice(from.length + 1);
  return { id, number, type, receivedAt, reason: reason ?? '', data: event };
}

export const channelState = ({ outbox, inbox, peers, refused }: ChannelModels): ChannelState => ({
  async peer(agency) {
    const [queued, oldest, last, received, unapplied, parked, unsent, noted] = await Promise.all([
      outbox.countDocuments({ to: agency, open: true }),
      outbox.findOne({ to: agency, open: true }, { queuedAt: 1 }).sort({ number: 1 }).lean(),
      outbox
        .findOne({ to: agency, open: null }, { number: 1, acknowledgedAt: 1 })
        .sort({ number: -1 })
        .lean(),
      inbox.findOne({ from: agency }, { number: 1, receivedAt: 1 }).sort({ number: -1 }).lean(),
      inbox.countDocuments({ from: agency, state: 'STORED' }),
      inbox
        .find({ from: agency, state: 'PARKED' })
        .sort({ number: 1 })
        .limit(mostParked)
        .lean<InboxRecord[]>(),
      refused.countDocuments({ _id: { $gte: unsentTo(agency), $lt: `${unsentTo(agency)}~` } }),
      peers.find({ _id: { $in: [strangers, agency] } }).lean<PeerRecord[]>(),
    ]);
    const peer = noted.find(({ _id }) => _id === agency);
    const others = noted.find(({ _id }) => _id === strangers);
    return {
      agency,
      queued,
      ...(oldest && { oldestQueued: oldest.queuedAt }),
      ...(last?.acknowledgedAt && { lastAcknowledged: { number: last.number, at: last.acknowledgedAt } }),
      ...(received && { lastReceived: { number: received.number, at: received.receivedAt } }),
      unsent,
      unapplied,
      refused: peer?.refused ?? 0,
      ...(peer?.lastRefused && { lastRefused: peer.lastRefused }),
      refusedOfStrangers: others?.refused ?? 0,
      ...(others?.lastRefused && { lastRefusedOfStrangers: others.lastRefused }),
      gaps: peer?.gaps ?? 0,
      ...(peer?.lastGap && { lastGap: peer.lastGap }),
      ...(peer?.blocked && { blocked: peer.blocked }),
      ...(peer?.lastGreeting && { lastGreeting: peer.lastGreeting }),
      parked: parked.map(parkedMessage),
    };
  },
});
