import { onGatewaysWord } from '../../identity/authenticate-fetch.ts';
import { createFetchVerifier } from '../../identity/fetch-token.ts';
import { gatewayKeySettings, gatewayKeysIn } from '../../identity/gateway-key-settings.ts';
import { createHttpServer, listen } from '../../server/create-http-server.ts';
import { createRegistry } from '../../server/create-registry.ts';
import { createLog, type Logger } from '../../server/log.ts';
import { type Running, runProcess } from '../../server/run-process.ts';
import { serveGraphql } from '../../server/serve-graphql.ts';
import { metricsHost, metricsPort, metricsPortOf, serveMetrics } from '../../server/serve-metrics.ts';
import { drainOf, port, processSettings, readSettings } from '../../server/settings.ts';
import { standstillIn } from '../../server/standstill/standstill-settings.ts';
import { watchLoop } from '../../server/standstill/watch-loop.ts';
import { startTracing } from '../../server/tracing/start-tracing.ts';
import { crossborderSchema } from './crossborder-schema.ts';
import { cursorKeySetting } from './search/cursor-key-setting.ts';

/** crossborder alone over HTTP, for a federation whose router cannot run it in its own process. */
async function start(ending: AbortSignal): Promise<Running> {
  const common = readSettings(processSettings, process.env);
  const mode = common.CONCORD_MODE;
  const settings = readSettings(
    {
      CROSSBORDER_PORT: port(4003),
      METRICS_HOST: metricsHost,
      CROSSBORDER_METRICS_PORT: metricsPort,
      CROSSBORDER_CURSOR_KEY: cursorKeySetting(mode),
      ...gatewayKeySettings,
    },
    process.env,
  ) as Record<string, unknown>;
  const log = createLog('crossborder-subgraph', common.LOG_LEVEL);
  const tracing = await startTracing({ service: 'crossborder-subgraph', log });
  const allowDevelopmentKeys = mode === 'development';
  const registry = createRegistry();
  const authenticate = onGatewaysWord(
    createFetchVerifier(gatewayKeysIn(settings, { allowDevelopmentKeys }), 'CROSSBORDER'),
  );

  const app = createHttpServer({
    log,
    mode,
    registry,
    bodyLimit: 2 * 1024 * 1024,
    notReady: async () => [],
    ending,
  });
  await serveGraphql(app, {
    apollo: {
      schema: crossborderSchema({ cursorKey: settings.CROSSBORDER_CURSOR_KEY as Buffer }),
      introspection: false,
    },
    context: async (request) => ({
      ...(await authenticate(request)),
      requestId: request.id,
      log: request.log as Logger,
    }),
    methods: ['POST'],
    mode,
    log,
    registry,
    maxTokens: 20_000,
  });
  const listening = await listen(app, {
    host: common.HOST,
    port: settings.CROSSBORDER_PORT as number,
    variable: 'CROSSBORDER_PORT',
  });
  const metrics = await serveMetrics(
    registry,
    {
      host: settings.METRICS_HOST as string,
      port: metricsPortOf(
        settings.CROSSBORDER_PORT as number,
        settings.CROSSBORDER_METRICS_PORT as number | undefined,
      ),
      variable: 'CROSSBORDER_METRICS_PORT',
    },
    app.health,
  );
  log.info({ port: listening, metricsPort: metrics.port }, 'listening');
  const stopWatch = watchLoop(
    standstillIn(common, 'crossborder-subgraph', settings.CROSSBORDER_PORT as number),
  );
  return {
    drain: drainOf(common),
    async stop() {
      await app.close();
      await metrics.close();
      await tracing.stop();
      await stopWatch();
    },
  };
}

await runProcess('crossborder subgraph', start);
