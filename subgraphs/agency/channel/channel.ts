import type { Connection } from 'mongoose';
import type { Agency } from '../../../identity/agencies.ts';
import { type Applying, startApplying } from './apply.ts';
import { createArrivedIn } from './arrived-in.ts';
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
import { countStrangers } from './strangers.ts';

export interface Channel {
  receiver: Receiver;
  /**
   * Sends what waits, and applies what has come, once the agency can be reached itself.
   * @param instance see `leaseOf`
   */
  start(instance: string): { stop(): Promise<void> };
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
    atOnce,
    now = () => new Date(),
  }: {
    effects: Effects;
    pending: readonly PendingMessages[];
    /** Woken when messages were stored. */
    signal: Signal;
    onError: (error: unknown) => void;
    /** See `SendOptions`. */
    atOnce?: number;
    now?: () => Date;
  },
): Channel {
  const models = channelModels(connection);
  const inbox = inboxOf(models.inbox);
  const notes = notesOf(models);
  const strangers = countStrangers(models, onError);
  const arrivedIn = createArrivedIn();
  let relay: Relay | undefined;
  let applying: Applying | undefined;
  const receiver = createReceiver({
    own,
    key,
    peerKeys,
    inbox,
    notes,
    strangers,
    reach,
    deduplicates,
    arrivedIn,
    stored: (from) => applying?.wake(from),
    heard: (from) => relay?.heard(from),
    greeted: (from, received) => relay?.greeted(from, received),
    now,
  });
  return {
    receiver,
    start(instance) {
      applying = startApplying({ own, inbox, effects, reach, deduplicates, arrivedIn, onError, now });
      relay = startRelay({
        own,
        peers,
        pending,
        outbox: outboxOf(own, models),
        inbox,
        notes,
        lease: leaseOf(connection, instance),
        key,
        peerKeys,
        reach,
        signal,
        onError,
        now,
        ...(atOnce !== undefined && { atOnce }),
      });
      return {
        async stop() {
          await Promise.all([relay?.stop(), applying?.stop()]);
          await strangers.flush();
        },
      };
    },
  };
}
