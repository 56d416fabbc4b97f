import type { Registry } from 'prom-client';
import type { Logger } from '../../../server/log.ts';
import { type Agency, agencyNames } from '../../../terms/agencies.ts';
import type { ChannelSettings } from './channel-settings.ts';
import { Applier } from './in/applier.ts';
import { createArrivedIn } from './in/arrived-in.ts';
import type { Effects, IsPassing } from './in/effects.ts';
import { createReceiver, type Receiver } from './in/receiver.ts';
import { Strangers } from './in/strangers.ts';
import { deliveryLog, deliveryReports } from './out/delivery-report.ts';
import type { PendingMessages } from './out/pending-messages.ts';
import { type Relay, startRelay } from './out/relay.ts';
import type { ChannelStores } from './stores/channel-stores.ts';
import type { Lease } from './stores/lease.ts';
import { type ChannelSources, channelMetrics } from './upkeep/channel-metrics.ts';
import type { Signal } from './wire/signal.ts';

export interface Channel {
  receiver: Receiver;
  /**
   * Sends what waits, and applies what has come, once the agency can be reached itself.
   * @param instance see `ChannelStores`
   */
  start(instance: string): { stop(): Promise<void> };
}

/** The parts of an agency's subgraph that the channel works with. */
export interface ChannelParts {
  /** The stores for work in the background, which may take its time. */
  stores: ChannelStores;
  /** The stores for answers to another agency, which waits for them; without them, those for work in the background. */
  answering?: Pick<ChannelStores, 'inbox' | 'notes'>;
  effects: Effects;
  isPassing: IsPassing;
  pending: readonly PendingMessages[];
  /** Begins to wake the signal at each message that another instance has stored. */
  watch: () => { stop(): Promise<void> };
  countUncollected: ChannelSources['countUncollected'];
  /** Woken when messages were stored. */
  signal: Signal;
  registry: Registry;
  log: Pick<Logger, 'info' | 'warn'>;
  onError: (error: unknown) => void;
  /** See `SenderOptions`. */
  atOnce?: number;
  now?: () => Date;
}

/** An agency's end of the channel. */
export function createChannel(
  own: Agency,
  { key, peerKeys, peers }: ChannelSettings,
  parts: ChannelParts,
): Channel {
  const { stores, answering = stores, effects, isPassing, pending, signal, registry, log, onError } = parts;
  const { atOnce, now = () => new Date() } = parts;
  const { outbox, inbox, notes } = stores;
  const strangers = new Strangers(answering.notes, { onError });
  const arrivedIn = createArrivedIn();
  let running: { lease: Lease; applier: Applier; relay: Relay } | undefined;
  const sources = { counts: stores.counts, countUncollected: parts.countUncollected, now };
  const others = agencyNames.filter((agency) => agency !== own);
  const metrics = channelMetrics(registry, others, sources, () => running?.lease);
  const receiver = createReceiver({
    own,
    key,
    peerKeys,
    inbox: answering.inbox,
    notes: answering.notes,
    strangers,
    arrivedIn,
    stored: (from) => running?.applier.wake(from),
    heard: (from) => running?.relay.heard(from),
    greeted: (from, received) => running?.relay.greeted(from, received),
    given: metrics.given,
    now,
  });
  return {
    receiver,
    start(instance) {
      const applier = new Applier({ own, inbox, effects, isPassing, arrivedIn, onError, now });
      applier.start();
      const lease = stores.lease(instance);
      const watch = parts.watch();
      const relay = startRelay({
        own,
        peers,
        pending,
        outbox,
        inbox,
        notes,
        lease,
        report: deliveryReports(deliveryLog(log), metrics.deliveries),
        key,
        peerKeys,
        signal,
        onError,
        now,
        ...(atOnce !== undefined && { atOnce }),
      });
      running = { lease, applier, relay };
      return {
        async stop() {
          await Promise.all([watch.stop(), relay.stop(), applier.stop()]);
          await strangers.flush();
        },
      };
    },
  };
}
