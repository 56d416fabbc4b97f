import type { InboxRecord } from '../../channel/stores/inbox-record.ts';
import { type PeerRecord, strangers } from '../../channel/stores/peer-record.ts';
import { type ChannelState, parkedMessageOf } from '../../channel/upkeep/channel-state.ts';
import type { ChannelModels } from '../models/channel-models.ts';
import { unsentTo } from './outbox-store.ts';

/** The state of the channel in an agency's database. */
export const channelState = ({ outbox, inbox, peers, refused }: ChannelModels): ChannelState => ({
  async peer(agency) {
    const [queued, oldest, last, received, unapplied, unsent, noted] = await Promise.all([
      outbox.countDocuments({ to: agency, open: true }),
      outbox.findOne({ to: agency, open: true }, { queuedAt: 1 }).sort({ number: 1 }).lean(),
      outbox
        .findOne({ to: agency, open: null }, { number: 1, acknowledgedAt: 1 })
        .sort({ number: -1 })
        .lean(),
      inbox.findOne({ from: agency }, { number: 1, receivedAt: 1 }).sort({ number: -1 }).lean(),
      inbox.countDocuments({ from: agency, state: 'STORED' }),
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
    };
  },
  async parked(agency, { after, limit }) {
    const later = after === undefined ? {} : { number: { $gt: after } };
    const found = await inbox
      .find({ from: agency, state: 'PARKED', ...later })
      .sort({ number: 1 })
      .limit(limit)
      .lean<InboxRecord[]>();
    return found.map(parkedMessageOf);
  },
});
