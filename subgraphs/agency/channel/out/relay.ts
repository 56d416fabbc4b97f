import type { Agency } from '../../../../terms/agencies.ts';
import type { Lease } from '../stores/lease.ts';
import type { Outbox } from '../stores/outbox.ts';
import { Collector, type CollectorOptions, type CollectorTimings } from './collector.ts';
import type { Peer } from './peer.ts';
import { Sender } from './sender.ts';
import type { SenderOptions, SenderTimings } from './sender-options.ts';

/** Brings messages from the records that they were stored in to the agencies that they are for. */
export interface Relay {
  /** Another agency has been heard of: what waits for it is sent at once. */
  heard(from: Agency): void;
  /** It has greeted, and has received so many messages. */
  greeted(from: Agency, received: number): void;
  stop(): Promise<void>;
}

export interface RelayOptions
  extends Omit<CollectorOptions, 'outbox' | 'onQueued' | 'lease' | 'timings'>,
    Omit<SenderOptions, 'outbox' | 'lease' | 'now' | 'timings'> {
  peers: readonly Peer[];
  outbox: Outbox;
  lease: Pick<Lease, 'hold' | 'release'>;
  now?: () => Date;
  timings?: { collector?: Partial<CollectorTimings>; sender?: Partial<SenderTimings> };
}

export function startRelay(options: RelayOptions): Relay {
  const { peers, lease, now = () => new Date(), timings = {} } = options;
  const senders = new Map(
    peers.map(
      (peer) => [peer.agency, new Sender(peer, { ...options, now, timings: timings.sender ?? {} })] as const,
    ),
  );
  const onQueued = () => {
    for (const sender of senders.values()) sender.wake();
  };
  const collector = new Collector({ ...options, onQueued, timings: timings.collector ?? {} });
  for (const part of [...senders.values(), collector]) part.start();
  return {
    heard: (from) => senders.get(from)?.heard(),
    greeted: (from, received) => senders.get(from)?.greeted(received),
    async stop() {
      await Promise.allSettled([...senders.values(), collector].map((part) => part.stop()));
      await lease.release().catch(() => undefined);
    },
  };
}
