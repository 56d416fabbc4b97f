import { Gauge, type Registry } from 'prom-client';
import { counterOf, type Figures, scrapedGauges } from '../../../../server/create-registry.ts';
import type { Agency } from '../../../../terms/agencies.ts';
import type { Reply } from '../in/receiver.ts';
import type { DeliveryReport } from '../out/delivery-report.ts';
import type { ChannelCounts } from '../stores/channel-counts.ts';
import type { Lease } from '../stores/lease.ts';
import { strangers } from '../stores/peer-record.ts';

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

/** Sources of an operator's figures. */
export interface ChannelSources {
  counts: ChannelCounts;
  /** Counts the records in which messages wait for their numbers. */
  countUncollected: () => Promise<number>;
  now: () => Date;
}

async function readGauges(
  agencies: readonly Agency[],
  { counts, countUncollected, now }: ChannelSources,
): Promise<Gauges> {
  const each = (read: (agency: Agency) => Promise<number>) =>
    Promise.all(agencies.map(async (agency) => ({ labels: { agency }, value: await read(agency) })));
  const [queued, oldest, uncollected, parked, unapplied, blocks] = await Promise.all([
    each(counts.queued),
    each(async (to) => {
      const since = await counts.oldestQueued(to);
      return since ? Math.max(0, (now().getTime() - since.getTime()) / 1_000) : 0;
    }),
    countUncollected(),
    each(counts.parked),
    each(counts.unapplied),
    counts.blocked(agencies),
  ]);
  return {
    concord_channel_queued_messages: queued,
    concord_channel_oldest_unacknowledged_seconds: oldest,
    concord_channel_uncollected_dossiers: [{ value: uncollected }],
    concord_channel_blocked_since_timestamp_seconds: blocks.map(({ agency, blocked: { reason, at } }) => ({
      labels: { agency, reason },
      value: at.getTime() / 1_000,
    })),
    concord_channel_parked_messages: parked,
    concord_channel_unapplied_messages: unapplied,
  };
}

/** Counters for an operator of what the parts of the channel do. */
export interface ChannelMetrics {
  deliveries: DeliveryReport;
  /** A receipt was signed, or given again. */
  given(to: Agency | undefined, reply: Omit<Reply, 'receipt'>): void;
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
    given: (to, { outcome, reason }) => receipts.inc({ to: to ?? strangers, outcome: reason ?? outcome }),
  };
}
