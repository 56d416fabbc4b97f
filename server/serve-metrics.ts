import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Registry } from 'prom-client';
import { z } from 'zod';
import { type Health, live, type ReadHealth } from './health.ts';
import { portProblem } from './port-problem.ts';
import { optionalPort } from './settings.ts';

/** The distance of a process's port for metrics from its own, unless it is set. */
const offset = 5_400;
const highestPort = 65_535;

/** The address at which a process tells its metrics: `METRICS_HOST`, nobody but this machine unless it is set, and `<PROCESS>_METRICS_PORT`. */
export const metricsHost = z.string().default('127.0.0.1');
export const metricsPort = optionalPort;

/** @param own the process's port; 0 where the system chooses */
export function metricsPortOf(own: number, given: number | undefined): number {
  if (given !== undefined || own === 0) return given ?? 0;
  return own + offset <= highestPort ? own + offset : own - offset;
}

export interface MetricsServer {
  port: number;
  close(): Promise<void>;
}

const unknownHealth: Health = { status: 503, answer: { status: 'not ready', missing: ['its health'] } };
const json = { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' };

/**
 * `/metrics` in the Prometheus text format, at an address of its own: figures of officers' work are not for everybody who reaches
 * the API. The process's health is told there too, so that a supervisor reaches it however many connections others hold at the API.
 * Everything else there is 404.
 * @throws SettingsError naming the variable of a port that cannot be had
 */
export async function serveMetrics(
  registry: Registry,
  { host, port: wanted, variable }: { host: string; port: number; variable: string },
  health: ReadHealth,
): Promise<MetricsServer> {
  const server = createServer(async (request, response) => {
    const path = request.method === 'GET' ? request.url?.split('?')[0] : undefined;
    if (path === '/health/live') return void response.writeHead(200, json).end(JSON.stringify(live));
    if (path === '/health/ready') {
      const { status, answer } = await health().catch(() => unknownHealth);
      return void response.writeHead(status, json).end(JSON.stringify(answer));
    }
    if (path !== '/metrics') return void response.writeHead(404).end();
    const text = await registry.metrics().catch(() => undefined);
    if (text === undefined) response.writeHead(500).end();
    else
      response
        .writeHead(200, { 'content-type': registry.contentType, 'cache-control': 'no-store' })
        .end(text);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(portProblem(error, { port: wanted, variable })));
    server.listen(wanted, host, resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
