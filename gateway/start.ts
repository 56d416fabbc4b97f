import { createCallerVerifier } from '../identity/caller-token.ts';
import { issuerKeys } from '../identity/issuer-keys.ts';
import { signingKeyFrom } from '../identity/signing-key-from.ts';
import { listen } from '../server/create-http-server.ts';
import { createRegistry } from '../server/create-registry.ts';
import { createLog } from '../server/log.ts';
import { type Running, runProcess } from '../server/run-process.ts';
import { serveMetrics } from '../server/serve-metrics.ts';
import { watchLoop } from '../server/standstill/watch-loop.ts';
import { startTracing } from '../server/tracing/start-tracing.ts';
import { createWaysOut } from './abroad/ways-out-in.ts';
import { createGatewayApp } from './create-gateway-app.ts';
import { gatewaySettings } from './gateway-settings.ts';

/** Milliseconds. By then the other processes of a stack have started too, which this would slow down. */
const warmUpAfter = 30_000;

async function start(ending: AbortSignal): Promise<Running> {
  const settings = gatewaySettings(process.env);
  const { mode, deadline } = settings;
  const allowDevelopmentKeys = mode === 'development';
  const log = createLog('gateway', settings.logLevel);
  const tracing = await startTracing({ service: 'gateway', log });
  const registry = createRegistry();
  const keys = issuerKeys(settings.issuers, { told: { registry, log } });
  const { app, warmUp, close } = await createGatewayApp(settings, {
    log,
    registry,
    signingKey: signingKeyFrom(settings.signingKey, { allowDevelopmentKeys }),
    verifyCaller: createCallerVerifier(settings.issuers, { allowDevelopmentKeys, keys }),
    waysOut: (sign) => createWaysOut(settings.waysOut, sign, mode, deadline),
    // Not the agencies: with one of them down the other half is still answered.
    notReady: async () => keys.missing(),
    warnings: () => keys.warnings(),
    ending,
  });
  const listening = await listen(app, { host: settings.host, port: settings.port, variable: 'GATEWAY_PORT' });
  const metrics = await serveMetrics(registry, settings.metrics, app.health);
  log.info(
    { port: listening, metricsPort: metrics.port, knownDocuments: settings.documents?.size },
    'listening',
  );
  keys.start();
  const stopWatch = watchLoop(settings.standstill);
  setTimeout(() => void warmUp(), warmUpAfter).unref();
  return {
    drain: settings.drain,
    async stop() {
      keys.stop();
      await close();
      await metrics.close();
      await tracing.stop();
      await stopWatch();
    },
  };
}

await runProcess('gateway', start);
