import type { Connection, mongo } from 'mongoose';
import type { Registry } from 'prom-client';
import type { Logger } from '../../../server/log.ts';
import { type Agency, agencyNames } from '../../../terms/agencies.ts';
import { inboxOf } from '../storage/channel/inbox.ts';
import { type Lease, leaseOf } from '../storage/channel/lease.ts';
import { notesOf } from '../storage/channel/notes.ts';
import { outboxOf } from '../storage/channel/outbox.ts';
import { watchCommits } from '../storage/channel/watch-commits.ts';
import { channelModels } from '../storage/models/channel-models.ts';
import type { ChannelSettings } from './channel-settings.ts';
import { type Applying, startApplying } from './in/applying.ts';
import { createArrivedIn } from './in/arrived-in.ts';
import type { Effects } from './in/effects.ts';
import { createReceiver, type Receiver } from './in/receiver.ts';
import { countStrangers } from './in/strangers.ts';
import { deliveryLog, deliveryReports } from './out/delivery-report.ts';
import type { PendingMessages } from './out/pending-messages.ts';
import { type Relay, startRelay } from './out/relay.ts';
import { type ChannelSources, channelMetrics } from './upkeep/channel-metrics.ts';
import type { Signal } from './wire/signal.ts';

export interface Channel {
  receiver: Receiver;
  /**
   * Sends what waits, and applies what has come, once the agency can be reached itself.
   * @param instance see `leaseOf`
   */
  start(instance: string): { stop(): Promise<void> };
}

/** The parts of an agency's subgraph that the channel works with. */
export interface ChannelParts {
  /** The connection for answers to another agency, which waits for them; without it, that of the work in the background. */
  answering?: Connection;
  effects: Effects;
  pending: readonly PendingMessages[];
  /** See `WatchOptions`. */
  events: readonly mongo.Document[];
  countUncollected: ChannelSources['countUncollected'];
  /** Woken when messages were stored. */
  signal: Signal;
  registry: Registry;
  log: Pick<Logger, 'info' | 'warn'>;
  onError: (error: unknown) => void;
  /** See `SendOptions`. */
  atOnce?: number;
  now?: () => Date;
}

/**
 * An agency's end of the channel.
 * @param connection what it sends and applies in the background, which may take its time
 */
export function createChannel(
  own: Agency,
  connection: Connection,
  { key, peerKeys, peers, reach, deduplicates }: ChannelSettings,
  parts: ChannelParts,
): Channel {
  const { answering = connection, effects, pending, events, signal, registry, log, onError } = parts;
  const { atOnce, now = () => new Date() } = parts;
  const models = channelModels(connection);
  const inbox = inboxOf(models.inbox);
  const notes = notesOf(models);
  const arriving = channelModels(answering);
  const strangers = countStrangers(arriving, onError);
  const arrivedIn = createArrivedIn();
  let relay: Relay | undefined;
  let applying: Applying | undefined;
  let lease: Lease | undefined;
  const sources = { models, countUncollected: parts.countUncollected, now };
  const others = agencyNames.filter((agency) => agency !== own);
  const metrics = channelMetrics(registry, others, sources, () => lease);
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
    given: metrics.given,
    now,
  });
  return {
    receiver,
    start(instance) {
      applying = startApplying({ own, inbox, effects, reach, deduplicates, arrivedIn, onError, now });
      lease = leaseOf(connection, instance);
      const watch = watchCommits(connection, { events, wake: signal.wake, log });
      relay = startRelay({
        own,
        peers,
        pending,
        outbox: outboxOf(own, models),
        inbox,
        notes,
        lease,
        report: deliveryReports(deliveryLog(log), metrics.deliveries),
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
          await Promise.all([watch.stop(), relay?.stop(), applying?.stop()]);
          await strangers.flush();
        },
      };
    },
  };
}
