import { Gauge, type Registry } from 'prom-client';
import { counterOf, type Figures, scrapedGauges } from '../../../../server/metrics.ts';
import type { Agency } from '../../../../terms/agencies.ts';
import type { Lease } from '../../storage/channel/lease.ts';
import { type ChannelModels, type PeerRecord, strangers } from '../../storage/models/channel-models.ts';
import type { Reply } from '../in/receiver.ts';
import type { DeliveryReport } from '../out/delivery-report.ts';

/** Enough to see that something is wrong, and little enough for a database to count at each scrape. */
const mostCounted = 10_000;
const bounded = { limit: mostCounted, maxTimeMS: 1_000 };

const gauges = {
  concord_channel_queued_messages: {
    help: 'Messages with a number that wait for the receipt of the other agency, counted up to 10,000.',
    labelNames: ['agency'],
  },
  concord_channel_oldest_unacknowledged_seconds: {
    help: 'Age of the oldest message that waits for the receipt of the other agency; 0 while none waits.',
    labelNames: ['agency'],
  },
  concord_channel_uncollected_dossiers: {
    help: 'Dossiers with messages that have no number yet, counted up to 10,000.',
    labelNames: [],
  },
  concord_channel_blocked_since_timestamp_seconds: {
    help: 'Since when the other agency takes no message, and why, in seconds since 1970; absent while it takes them.',
    labelNames: ['agency', 'reason'],
  },
  concord_channel_parked_messages: {
    help: 'Received messages that could not be applied and wait for a person, counted up to 10,000.',
    labelNames: ['agency'],
  },
  concord_channel_unapplied_messages: {
    help: 'Received messages that are not in the records yet, counted up to 10,000.',
    labelNames: ['agency'],
  },
};
type Gauges = Record<keyof typeof gauges, Figures>;

export interface ChannelSources {
  models: Pick<ChannelModels, 'outbox' | 'inbox' | 'peers'>;
  /** Counts the records in which messages wait for their numbers. */
  countUncollected: (options: { limit: number; maxTimeMS: number }) => Promise<number>;
  now: () => Date;
}

async function readGauges(
  agencies: readonly Agency[],
  { models: { outbox, inbox, peers }, countUncollected, now }: ChannelSources,
): Promise<Gauges> {
  const each = (read: (agency: Agency) => Promise<number>) =>
    Promise.all(agencies.map(async (agency) => ({ labels: { agency }, value: await read(agency) })));
  const { maxTimeMS } = bounded;
  const [queued, oldest, uncollected, parked, unapplied, noted] = await Promise.all([
    each((to) => outbox.countDocuments({ to, open: true }, bounded)),
    each(async (to) => {
      const first = outbox.findOne({ to, open: true }, { queuedAt: 1 }, { maxTimeMS });
      const found = await first.sort({ number: 1 }).lean();
      return found ? Math.max(0, (now().getTime() - found.queuedAt.getTime()) / 1_000) : 0;
    }),
    countUncollected(bounded),
    each((from) => inbox.countDocuments({ from, state: 'PARKED' }, bounded)),
    each((from) => inbox.countDocuments({ from, state: 'STORED' }, bounded)),
    peers.find({ _id: { $in: [...agencies] } }, { blocked: 1 }, { maxTimeMS }).lean<PeerRecord[]>(),
  ]);
  return {
    concord_channel_queued_messages: queued,
    concord_channel_oldest_unacknowledged_seconds: oldest,
    concord_channel_uncollected_dossiers: [{ value: uncollected }],
    concord_channel_blocked_since_timestamp_seconds: noted.flatMap(({ _id, blocked }) =>
      blocked
        ? [{ labels: { agency: _id, reason: blocked.reason }, value: blocked.at.getTime() / 1_000 }]
        : [],
    ),
    concord_channel_parked_messages: parked,
    concord_channel_unapplied_messages: unapplied,
  };
}

/** Counts for an operator what the parts of the channel do. */
export interface ChannelMetrics {
  deliveries: DeliveryReport;
  /** A receipt was signed, or given again. */
  given(to: Agency | undefined, outcome: Reply['outcome']): void;
}

/** @param lease of this instance, once it has begun to send */
export function channelMetrics(
  registry: Registry,
  agencies: readonly Agency[],
  sources: ChannelSources,
  lease: () => Pick<Lease, 'isHeld'> | undefined,
): ChannelMetrics {
  scrapedGauges(registry, gauges, () => readGauges(agencies, sources));
  new Gauge({
    name: 'concord_channel_lease_held',
    help: '1 while this instance is the one that sends, else 0.',
    registers: [registry],
    collect() {
      this.set(lease()?.isHeld() ? 1 : 0);
    },
  });
  const failures = counterOf(
    registry,
    'concord_channel_delivery_failures_total',
    'Attempts to deliver to the other agency that came to nothing, by their reason.',
    ['agency', 'reason'],
  );
  const receipts = counterOf(
    registry,
    'concord_channel_receipts_given_total',
    'Signed receipts given, to an agency or to STRANGERS, by what they say.',
    ['to', 'outcome'],
  );
  return {
    deliveries: {
      failed: ({ agency, reason }) => failures.inc({ agency, reason }),
      delivered: () => undefined,
    },
    given: (to, outcome) => receipts.inc({ to: to ?? strangers, outcome }),
  };
}
