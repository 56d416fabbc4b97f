import type { Agency } from '../../../../terms/agencies.ts';
import type { Lease } from '../stores/lease.ts';
import type { Outbox } from '../stores/outbox.ts';
import { type CollectOptions, collect } from './collect.ts';
import type { Peer } from './deliver.ts';
import { type SendOptions, startSending } from './sending.ts';

/** Brings messages from the records that they were stored in to the agencies that they are for. */
export interface Relay {
  /** Another agency has been heard of: what waits for it is sent at once. */
  heard(from: Agency): void;
  /** It has greeted, and has received so many messages. */
  greeted(from: Agency, received: number): void;
  stop(): Promise<void>;
}

export interface RelayOptions
  extends Omit<CollectOptions, 'outbox' | 'onQueued' | 'ending' | 'lease'>,
    Omit<SendOptions, 'outbox' | 'ending' | 'lease' | 'now'> {
  peers: readonly Peer[];
  outbox: Outbox;
  lease: Pick<Lease, 'hold' | 'release'>;
  now?: () => Date;
}

export function startRelay(options: RelayOptions): Relay {
  const { peers, lease, now = () => new Date() } = options;
  const end = new AbortController();
  const ending = end.signal;
  const sendings = new Map(
    peers.map((peer) => [peer.agency, startSending(peer, { ...options, ending, now })] as const),
  );
  const onQueued = () => {
    for (const sending of sendings.values()) sending.wake();
  };
  const collecting = collect({ ...options, onQueued, ending });
  return {
    heard: (from) => sendings.get(from)?.heard(),
    greeted: (from, received) => sendings.get(from)?.greeted(received),
    async stop() {
      end.abort();
      await Promise.allSettled([collecting, ...[...sendings.values()].map(({ done }) => done)]);
      await lease.release().catch(() => undefined);
    },
  };
}
