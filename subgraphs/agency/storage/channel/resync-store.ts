import { type Agency, agencyNames } from '../../../../terms/agencies.ts';
import type { OutboxRecord } from '../../channel/stores/outbox-record.ts';
import type { PeerRecord } from '../../channel/stores/peer-record.ts';
import type { ResyncStore } from '../../channel/upkeep/resync.ts';
import type { ChannelModels } from '../models/channel-models.ts';

/** The numbers of the messages in an agency's database. */
export const resyncStore = ({ outbox, peers }: Pick<ChannelModels, 'outbox' | 'peers'>): ResyncStore => ({
  async outOfStep() {
    const found = await peers
      .find({
        _id: { $in: agencyNames },
        'blocked.reason': { $in: ['RESTORED', 'NOT_THE_SAME'] },
        'blocked.expected': { $exists: true },
      })
      .lean<PeerRecord[]>();
    return found.map(({ _id, blocked }) => ({ agency: _id as Agency, expected: blocked?.expected ?? 1 }));
  },
  waiting: (to) =>
    outbox
      .find({ to, open: true as const, receipt: { $exists: false } })
      .sort({ number: 1 })
      .lean<OutboxRecord[]>()
      .exec(),
  async renumber(_id, number, event) {
    await outbox.updateOne({ _id }, { $set: { number, event } });
  },
  async numberFrom(to, numbersFrom) {
    await peers.updateOne({ _id: to }, { $set: { numbersFrom } });
  },
  async unblock(to) {
    await peers.updateOne({ _id: to }, { $unset: { blocked: 1 } });
  },
});
