import { performance } from 'node:perf_hooks';
import type { Logger } from '../../../../server/log.ts';
import type { Agency } from '../../../../terms/agencies.ts';
import type { Signed } from '../wire/signature.ts';
import type { Failure } from './failure.ts';

/** A failed attempt to deliver. It names numbers, and never any content. */
export interface FailedDelivery extends Failure {
  agency: Agency;
  kind: Signed;
  /** The numbers of the messages, from and to; a greeting has none. */
  first?: number;
  last?: number;
}

/** Called for each attempt to deliver. */
export interface DeliveryReport {
  failed(delivery: FailedDelivery): void;
  /** The agency has given receipts for all letters. */
  delivered(agency: Agency, kind: Signed): void;
}

/** One report that passes everything on to several. */
export const deliveryReports = (...reports: readonly DeliveryReport[]): DeliveryReport => ({
  failed(delivery) {
    for (const report of reports) report.failed(delivery);
  },
  delivered(agency, kind) {
    for (const report of reports) report.delivered(agency, kind);
  },
});

const firstPause = 60_000;
const longestPause = 3_600_000;

interface Failing {
  since: number;
  attempts: number;
  /** Each reason, with the time at which it is logged again, and how long it is quiet after that. */
  reasons: Map<string, { due: number; pause: number }>;
}

/**
 * Logs why nothing is delivered: each reason at once, and again after one minute, two, four and so on up to an hour, as
 * attempts are made every five seconds for as long as an agency is away. Two reasons that alternate are no more than two. The
 * delivery that ends it is logged too.
 * @param now milliseconds of a stopwatch that is never set
 */
export function deliveryLog(
  log: Pick<Logger, 'warn' | 'info'>,
  now: () => number = () => performance.now(),
): DeliveryReport {
  const failing = new Map<string, Failing>();

  return {
    failed({ agency, kind, ...failure }) {
      const at = now();
      const key = `${agency} ${kind}`;
      const known = failing.get(key) ?? { since: at, attempts: 0, reasons: new Map() };
      failing.set(key, known);
      known.attempts++;
      const { reason, detail, status } = failure;
      const name = `${reason} ${detail} ${status}`;
      const { due, pause } = known.reasons.get(name) ?? { due: at, pause: firstPause };
      if (at < due) return;
      known.reasons.set(name, { due: at + pause, pause: Math.min(2 * pause, longestPause) });
      log.warn({ agency, kind, ...failure, attempts: known.attempts }, 'delivery failed');
    },
    delivered(agency, kind) {
      const key = `${agency} ${kind}`;
      const known = failing.get(key);
      if (!known) return;
      failing.delete(key);
      const seconds = Math.round((now() - known.since) / 1_000);
      log.info({ agency, kind, attempts: known.attempts, seconds }, 'delivery recovered');
    },
  };
}
