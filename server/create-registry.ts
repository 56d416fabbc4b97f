import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { type ErrorCode, errorCodes } from './errors.ts';

/** Milliseconds. The usual 10 wake a process that has nothing to do a hundred times a second, which takes over 1 % of a processor. */
const eventLoopMonitoringPrecision = 100;

/** A registry of the process's own (never the global one), with the usual figures of a Node process in it. */
export function createRegistry(): Registry {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, eventLoopMonitoringPrecision });
  return registry;
}

const seconds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

export const durationHistogram = <Label extends string>(
  registry: Registry,
  name: string,
  help: string,
  labelNames: Label[],
): Histogram<Label> => new Histogram({ name, help, labelNames, buckets: seconds, registers: [registry] });

/** A counter of this name, the same one however often it is asked for. */
export const counterOf = <Label extends string>(
  registry: Registry,
  name: string,
  help: string,
  labelNames: Label[],
): Counter<Label> =>
  (registry.getSingleMetric(name) as Counter<Label> | undefined) ??
  new Counter({ name, help, labelNames, registers: [registry] });

/** Counts the errors of a process's answers by their code. Each code is there from the start, so that its first error is a rise. */
export function errorCounter(registry: Registry): (code: unknown) => void {
  const help = 'Errors in the answers of this process, by their extensions.code.';
  const counter = counterOf(registry, 'concord_errors_total', help, ['code']);
  for (const code of Object.keys(errorCodes)) counter.inc({ code }, 0);
  return (code) => {
    const isKnown = typeof code === 'string' && Object.hasOwn(errorCodes, code);
    counter.inc({ code: isKnown ? code : ('INTERNAL_SERVER_ERROR' satisfies ErrorCode) });
  };
}

/** The value of a gauge for each set of its labels. */
export type Figures = readonly { labels?: Record<string, string>; value: number }[];

const longestReading = 1_000;

/**
 * Gauges that are read when they are scraped, all by one reading. One that fails, or takes longer than a second, leaves the
 * gauges out of that scrape: none tells an old value, and the scrape has the rest. While a reading hangs no other is begun.
 */
export function scrapedGauges<Name extends string>(
  registry: Registry,
  gauges: Record<Name, { help: string; labelNames: string[] }>,
  read: () => Promise<Record<Name, Figures>>,
  longest: number = longestReading,
): void {
  let reading: Promise<Record<Name, Figures> | undefined> | undefined;
  const readOnce = () => {
    reading ??= read()
      .catch(() => undefined)
      .finally(() => {
        reading = undefined;
      });
    return reading;
  };
  for (const [name, { help, labelNames }] of Object.entries(gauges) as [Name, (typeof gauges)[Name]][]) {
    new Gauge({
      name,
      help,
      labelNames,
      registers: [registry],
      async collect() {
        const found = await Promise.race([readOnce(), sleep(longest, undefined, { ref: false })]);
        if (labelNames.length > 0) this.reset();
        else this.remove();
        for (const { labels = {}, value } of found?.[name] ?? []) this.set(labels, value);
      },
    });
  }
}

/** A histogram of the requests answered. */
export function observeRequests(app: FastifyInstance, registry: Registry): void {
  const requests = durationHistogram(registry, 'concord_http_request_seconds', 'HTTP requests answered', [
    'route',
    'status',
  ]);
  app.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'unknown';
    requests.observe({ route, status: reply.statusCode }, reply.elapsedTime / 1000);
    done();
  });
}
