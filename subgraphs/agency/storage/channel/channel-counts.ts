import type { Agency } from '../../../../terms/agencies.ts';
import type { ChannelCounts } from '../../channel/stores/channel-counts.ts';
import type { PeerRecord } from '../../channel/stores/peer-record.ts';
import type { ChannelModels } from '../models/channel-models.ts';

/** Enough to see that something is wrong, and little enough for a database to count at each scrape. */
export const boundedCount = { limit: 10_000, maxTimeMS: 1_000 };

const { maxTimeMS } = boundedCount;

/** The counts of the messages in an agency's database. */
export const channelCounts = ({
  outbox,
  inbox,
  peers,
}: Pick<ChannelModels, 'outbox' | 'inbox' | 'peers'>): ChannelCounts => ({
  queued: (to) => outbox.countDocuments({ to, open: true }, boundedCount).exec(),
  async oldestQueued(to) {
    const first = outbox.findOne({ to, open: true }, { queuedAt: 1 }, { maxTimeMS });
    return (await first.sort({ number: 1 }).lean())?.queuedAt;
  },
  unapplied: (from) => inbox.countDocuments({ from, state: 'STORED' }, boundedCount).exec(),
  parked: (from) => inbox.countDocuments({ from, state: 'PARKED' }, boundedCount).exec(),
  async blocked(agencies) {
    const found = await peers
      .find({ _id: { $in: [...agencies] } }, { blocked: 1 }, { maxTimeMS })
      .lean<PeerRecord[]>();
    return found.flatMap(({ _id, blocked }) => (blocked ? [{ agency: _id as Agency, blocked }] : []));
  },
});
