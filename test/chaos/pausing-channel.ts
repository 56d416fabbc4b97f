import { createChannel } from '../../subgraphs/agency/channel/channel.ts';
import type { Inbox } from '../../subgraphs/agency/channel/stores/inbox.ts';
import type { Outbox } from '../../subgraphs/agency/channel/stores/outbox.ts';
import type { Stage } from './stages.ts';

/** Comes back at every stage but the one at which the process is to be killed. */
type Pause = (at: Stage) => Promise<void>;

const pausingOutbox = (outbox: Outbox, pause: Pause): Outbox => ({
  ...outbox,
  async queue(messages) {
    await pause('BEFORE_QUEUEING');
    await outbox.queue(messages);
    await pause('BEFORE_LETTING_GO');
  },
  async head(to, limit) {
    const messages = await outbox.head(to, limit);
    if (messages.length > 0) await pause('BEFORE_SENDING');
    return messages;
  },
  async acknowledge(answers) {
    await pause('BEFORE_ACKNOWLEDGING');
    await outbox.acknowledge(answers);
  },
});

/** The inbox of the work in the background. */
const pausingInbox = (inbox: Inbox, pause: Pause): Inbox => ({
  ...inbox,
  async unapplied(from, limit) {
    const messages = await inbox.unapplied(from, limit);
    if (messages.length > 0) await pause('BEFORE_APPLYING');
    return messages;
  },
  async mark(applied) {
    await pause('BEFORE_MARKING');
    await inbox.mark(applied);
  },
});

/** The inbox for answers: it is asked what is known of a message right before the message is stored. */
const pausingArrivals = (inbox: Inbox, pause: Pause): Inbox => ({
  ...inbox,
  async known(from, arriving) {
    await pause('BEFORE_STORING');
    return inbox.known(from, arriving);
  },
});

/**
 * A channel that stops for good at one stage, so that the process can be killed exactly there. The product knows no stages:
 * its stores and its receiver are decorated here.
 * @param say called when the stage has been reached
 */
export const pausingChannel =
  (stage: Stage, say: () => void, create = createChannel): typeof createChannel =>
  (own, settings, parts) => {
    const pause: Pause = async (at) => {
      if (at !== stage) return;
      say();
      await new Promise(() => undefined);
    };
    const { stores, answering = stores } = parts;
    const { receiver, start } = create(own, settings, {
      ...parts,
      stores: {
        ...stores,
        outbox: pausingOutbox(stores.outbox, pause),
        inbox: pausingInbox(stores.inbox, pause),
      },
      answering: { ...answering, inbox: pausingArrivals(answering.inbox, pause) },
    });
    return {
      start,
      receiver: {
        async receive(body) {
          const replies = await receiver.receive(body);
          if (replies.some(({ outcome }) => outcome === 'ACCEPTED')) await pause('BEFORE_ANSWERING');
          return replies;
        },
        refuseUnread: () => receiver.refuseUnread(),
      },
    };
  };
