import type { Connection } from 'mongoose';
import type { Agency } from '../../../identity/agencies.ts';
import type { Effects } from './effects.ts';
import { inboxOf } from './inbox.ts';
import { leaseOf } from './lease.ts';
import { channelModels } from './model.ts';
import { notesOf } from './notes.ts';
import { outboxOf } from './outbox.ts';
import type { PendingMessages } from './pending.ts';
import { createReceiver, type Receiver } from './receive.ts';
import { type Relay, startRelay } from './relay.ts';
import type { ChannelSettings } from './settings.ts';
import type { Signal } from './signal.ts';

export interface Channel {
  receiver: Receiver;
  /**
   * Sends what waits, once the agency can be reached itself.
   * @param instance see `leaseOf`
   */
  start(instance: string): Relay;
}

/** An agency's end of the channel. */
export function createChannel(
  own: Agency,
  connection: Connection,
  { key, peerKeys, peers, reach, deduplicates }: ChannelSettings,
  {
    effects,
    pending,
    signal,
    onError,
  }: {
    effects: Effects;
    pending: readonly PendingMessages[];
    /** Woken when messages were stored. */
    signal: Signal;
    onError: (error: unknown) => void;
  },
): Channel {
  const models = channelModels(connection);
  const notes = notesOf(own, models);
  let relay: Relay | undefined;
  const receiver = createReceiver({
    own,
    key,
    peerKeys,
    inbox: inboxOf(models.inbox),
    notes,
    effects,
    reach,
    deduplicates,
    heard: (from) => relay?.heard(from),
  });
  return {
    receiver,
    start(instance) {
      relay = startRelay({
        peers,
        pending,
        outbox: outboxOf(own, models.outbox),
        notes,
        lease: leaseOf(connection, instance),
        key,
        peerKeys,
        reach,
        signal,
        onError,
      });
      return relay;
    },
  };
}
