import type { InboxRecord } from '../../channel/stores/inbox-record.ts';
import type { OutboxRecord } from '../../channel/stores/outbox-record.ts';
import type { Evidence } from '../../channel/upkeep/verify-evidence.ts';
import type { ChannelModels } from '../models/channel-models.ts';

/** The messages and receipts in an agency's database. */
export const keptEvidence = ({ outbox, inbox }: Pick<ChannelModels, 'outbox' | 'inbox'>): Evidence => ({
  sent: (to) => outbox.find({ to }).sort({ number: 1 }).lean<OutboxRecord>().cursor(),
  received: (from) => inbox.find({ from }).sort({ number: 1 }).lean<InboxRecord>().cursor(),
});
