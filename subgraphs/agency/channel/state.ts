import type { Agency } from '../../../identity/agencies.ts';
import { readEvent } from './event.ts';
import type { ChannelModels, InboxRecord, PeerRecord } from './model.ts';
import { contentOf } from './signature.ts';

/** How the channel to and from one other agency stands. */
export interface PeerState {
  agency: Agency;
  queued: number;
  oldestQueued?: Date;
  lastAcknowledged?: { number: number; at: Date };
  lastReceived?: { number: number; at: Date };
  refused: number;
  gaps: number;
  lastGap?: PeerRecord['lastGap'];
  blocked?: PeerRecord['blocked'];
  parked: ParkedMessage[];
}

/** A message that was accepted and is not in the records. */
export interface ParkedMessage {
  id: string;
  number: number;
  type: string;
  receivedAt: Date;
  reason: string;
  /** Its data, as the other agency has signed them: JSON. */
  data: string;
}

export interface ChannelState {
  peer(agency: Agency): Promise<PeerState>;
}

const mostParked = 100;

function parkedMessage({ _id, from, number, type, receivedAt, reason, signed }: InboxRecord): ParkedMessage {
  const event = readEvent(contentOf(signed));
  const id = _id.slice(from.length + 1);
  return { id, number, type, receivedAt, reason: reason ?? '', data: JSON.stringify(event?.data ?? null) };
}

export const channelState = ({ outbox, inbox, peers }: ChannelModels): ChannelState => ({
  async peer(agency) {
    const [queued, oldest, last, received, parked, peer] = await Promise.all([
      outbox.countDocuments({ to: agency, open: true }),
      outbox.findOne({ to: agency, open: true }, { queuedAt: 1 }).sort({ number: 1 }).lean(),
      outbox
        .findOne({ to: agency, open: null }, { number: 1, acknowledgedAt: 1 })
        .sort({ number: -1 })
        .lean(),
      inbox.findOne({ from: agency }, { number: 1, receivedAt: 1 }).sort({ number: -1 }).lean(),
      inbox.find({ state: 'PARKED' }).sort({ number: 1 }).limit(mostParked).lean<InboxRecord[]>(),
      peers.findOne({ _id: agency }).lean<PeerRecord>(),
    ]);
    return {
      agency,
      queued,
      ...(oldest && { oldestQueued: oldest.queuedAt }),
      ...(last?.acknowledgedAt && { lastAcknowledged: { number: last.number, at: last.acknowledgedAt } }),
      ...(received && { lastReceived: { number: received.number, at: received.receivedAt } }),
      refused: peer?.refused ?? 0,
      gaps: peer?.gaps ?? 0,
      lastGap: peer?.lastGap,
      blocked: peer?.blocked,
      parked: parked.filter(({ from }) => from === agency).map(parkedMessage),
    };
  },
});
