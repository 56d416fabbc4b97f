import type { FastifyInstance } from 'fastify';
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';

/** A registry of the process's own (never the global one), with the usual figures of a Node process in it. */
export function createRegistry(): Registry {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  return registry;
}

const seconds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

export const durationHistogram = <Label extends string>(
  registry: Registry,
  name: string,
  help: string,
  labelNames: Label[],
): Histogram<Label> => new Histogram({ name, help, labelNames, buckets: seconds, registers: [registry] });

/** `/metrics` in the Prometheus text format, and a histogram of the requests answered. */
export function serveMetrics(app: FastifyInstance, registry: Registry): void {
  const requests = durationHistogram(registry, 'concord_http_request_seconds', 'HTTP requests answered', [
    'route',
    'status',
  ]);
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'unknown';
    requests.observe({ route, status: reply.statusCode }, reply.elapsedTime / 1000);
  });
  app.get('/metrics', async (_request, reply) =>
    reply.type(registry.contentType).send(await registry.metrics()),
  );
}
