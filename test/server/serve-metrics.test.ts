import { Registry } from 'prom-client';
import { counterOf } from '../../server/create-registry.ts';
import { healthOf } from '../../server/health.ts';
import { type MetricsServer, metricsPortOf, serveMetrics } from '../../server/serve-metrics.ts';
import { SettingsError } from '../../server/settings.ts';

const registry = new Registry();
counterOf(registry, 'counted', 'Something.', []).inc();
const at = { host: '127.0.0.1', port: 0, variable: 'GATEWAY_METRICS_PORT' };

describe('the port for metrics', () => {
  const servers: MetricsServer[] = [];
  const serve = async (port = 0, missing: string[] = []) => {
    const server = await serveMetrics(registry, { ...at, port }, healthOf({ notReady: async () => missing }));
    servers.push(server);
    return server.port;
  };
  afterAll(async () => {
    for (const server of servers) await server.close();
  });

  test('tells them, and has nothing else', async () => {
    const address = `http://127.0.0.1:${await serve()}`;
    const told = await fetch(`${address}/metrics?unused`);
    expect([told.status, await told.text()]).toEqual([200, expect.stringContaining('counted 1')]);
    expect((await fetch(`${address}/graphql`)).status).toBe(404);
    expect((await fetch(`${address}/metrics`, { method: 'POST' })).status).toBe(404);
  });

  test('tells whether the process is ready', async () => {
    const healthAt = async (port: number, path: string) => {
      const answer = await fetch(`http://127.0.0.1:${port}/health/${path}`);
      return [answer.status, await answer.json()];
    };
    const [ready, waiting] = [await serve(), await serve(0, ['database'])];
    expect(await healthAt(ready, 'ready')).toEqual([200, { status: 'ready' }]);
    expect(await healthAt(waiting, 'ready')).toEqual([503, { status: 'not ready', missing: ['database'] }]);
    expect(await healthAt(waiting, 'live')).toEqual([200, { status: 'live' }]);
  });

  test('is told by its variable when it is taken', async () => {
    const port = await serve();
    await expect(serve(port)).rejects.toThrow(
      new SettingsError(`GATEWAY_METRICS_PORT: port ${port} is already in use; choose another`),
    );
  });

  test.each([
    ['the process’s own and 5400', 4_000, undefined, 9_400],
    ['the one that is set', 4_000, 9_999, 9_999],
    ['the system’s choice where the process’s own is', 0, undefined, 0],
    ['a lower one where there is no higher', 65_000, undefined, 59_600],
  ])('is %s', (_what, own, given, port) => {
    expect(metricsPortOf(own, given)).toBe(port);
  });
});
