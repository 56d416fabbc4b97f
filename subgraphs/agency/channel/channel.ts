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

/**
 * An agency's end of the channel.
 * @param connection what it sends and applies in the background, which may take its time
 */
export function createChannel(
  own: Agency,
  connection: Connection,
  { key, peerKeys, peers, reach, deduplicates }: ChannelSettings,
  {
    answering = connection,
    effects,
    pending,
    signal,
    onError,
    atOnce,
    now = () => new Date(),
  }: {
    /** What it answers another agency by, which waits for it. */
    answering?: Connection;
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
  const arriving = channelModels(answering);
  const strangers = countStrangers(arriving, onError);
  const arrivedIn = createArrivedIn();
  let relay: Relay | undefined;
  let applying: Applying | undefined;
  const receiver = createReceiver({
    own,
    key,
    peerKeys,
    inbox: inboxOf(arriving.inbox),
    notes: notesOf(arriving),
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
