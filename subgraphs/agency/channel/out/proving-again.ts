import type { Agency } from '../../../../terms/agencies.ts';
import type { Message } from '../../records/messages/message.ts';
import type { ChannelStores } from '../stores/channel-stores.ts';

/**
 * The stores of a channel that has proofs follow the messages which are sent again, to an agency that has lost them. The proofs are
 * queued first: whoever ends in between does both again, and a proof that comes twice changes nothing.
 */
export const provingAgain = <Stores extends Pick<ChannelStores, 'outbox'>>(
  stores: Stores,
  proofsOf: (to: Agency, number: number) => Promise<Message[]>,
): Stores => ({
  ...stores,
  outbox: {
    ...stores.outbox,
    async sendAgainFrom(to, number) {
      const proofs = await proofsOf(to, number);
      if (proofs.length > 0) await stores.outbox.queue(proofs);
      return stores.outbox.sendAgainFrom(to, number);
    },
  },
});
