import type { ChannelStores } from '../stores/channel-stores.ts';

/**
 * The stores of a channel, with word of each message whose receipt has come in. That is a courtesy: whatever is not heard of so is
 * found by looking, so an error of the listener is no error of the channel.
 */
export const noticingReceipts = (
  stores: ChannelStores,
  listener: (messages: readonly string[]) => Promise<unknown>,
): ChannelStores => ({
  ...stores,
  outbox: {
    ...stores.outbox,
    async acknowledge(answers) {
      await stores.outbox.acknowledge(answers);
      await listener(answers.map(({ id }) => id)).catch(() => undefined);
    },
  },
});
