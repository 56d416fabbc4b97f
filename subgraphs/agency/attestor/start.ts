import { z } from 'zod';
import { createAttestationSigner } from '../../../identity/attestation.ts';
import { attestorAudience, attestorPort } from '../../../identity/attestor-path.ts';
import { provenByGateway } from '../../../identity/authenticate-fetch.ts';
import { createCallerVerifier } from '../../../identity/caller-token.ts';
import { createFetchVerifier } from '../../../identity/fetch-token.ts';
import { gatewayKeySettings, gatewayKeysIn } from '../../../identity/gateway-key-settings.ts';
import { issuerKeys } from '../../../identity/issuer-keys.ts';
import { issuerSettings, issuersIn } from '../../../identity/issuer-settings.ts';
import { signingKeyFrom } from '../../../identity/signing-key-from.ts';
import { listen } from '../../../server/create-http-server.ts';
import { createRegistry } from '../../../server/create-registry.ts';
import { createLog } from '../../../server/log.ts';
import { type Running, runProcess } from '../../../server/run-process.ts';
import { metricsHost, metricsPort, metricsPortOf, serveMetrics } from '../../../server/serve-metrics.ts';
import { drainOf, port, processSettings, readSettings } from '../../../server/settings.ts';
import { standstillIn } from '../../../server/standstill/standstill-settings.ts';
import { watchLoop } from '../../../server/standstill/watch-loop.ts';
import { ClockWatch } from '../../../server/time/clock-watch.ts';
import { startTracing } from '../../../server/tracing/start-tracing.ts';
import type { Agency } from '../../../terms/agencies.ts';
import { createAttestor } from './create-attestor.ts';

/** The one place where the parts of an agency's attestor meet. */
async function start(agency: Agency, ending: AbortSignal): Promise<Running> {
  const [portVariable, keyVariable] = [`${agency}_ATTESTOR_PORT`, `${agency}_ATTESTATION_KEY`];
  const metricsVariable = `${agency}_ATTESTOR_METRICS_PORT`;
  const common = readSettings(processSettings, process.env);
  const mode = common.CONCORD_MODE;
  const settings = readSettings(
    {
      [portVariable]: port(attestorPort(agency)),
      METRICS_HOST: metricsHost,
      [metricsVariable]: metricsPort,
      [keyVariable]: z.string('is required: the key that this agency attests its officers with'),
      ...issuerSettings(mode, [agency]),
      ...gatewayKeySettings,
    },
    process.env,
  ) as Record<string, unknown>;
  const service = `${agency.toLowerCase()}-attestor`;
  const log = createLog(service, common.LOG_LEVEL);
  const tracing = await startTracing({ service, log });
  const registry = createRegistry();
  const allowDevelopmentKeys = mode === 'development';
  const issuers = issuersIn(settings, [agency]);
  const keys = issuerKeys(issuers, { told: { registry, log } });
  const signingKey = signingKeyFrom(settings[keyVariable] as string, { allowDevelopmentKeys }, keyVariable);
  const clocks = new ClockWatch(log);
  const app = await createAttestor({
    home: agency,
    prove: provenByGateway(
      createFetchVerifier(
        gatewayKeysIn(settings, { allowDevelopmentKeys }),
        attestorAudience(agency),
        Date.now,
        (at) => clocks.observe('the gateway', at),
      ),
      createCallerVerifier(issuers, { allowDevelopmentKeys, keys }),
    ),
    sign: createAttestationSigner(signingKey, agency),
    mode,
    log,
    registry,
    notReady: async () => keys.missing(),
    warnings: () => [...keys.warnings(), ...clocks.warnings()],
    ending,
  });
  const listening = await listen(app, {
    host: common.HOST,
    port: settings[portVariable] as number,
    variable: portVariable,
  });
  const metrics = await serveMetrics(
    registry,
    {
      host: settings.METRICS_HOST as string,
      port: metricsPortOf(settings[portVariable] as number, settings[metricsVariable] as number | undefined),
      variable: metricsVariable,
    },
    app.health,
  );
  log.info({ port: listening, metricsPort: metrics.port }, 'listening');
  keys.start();
  const stopWatch = watchLoop(standstillIn(common, service, settings[portVariable] as number));
  return {
    drain: drainOf(common),
    async stop() {
      keys.stop();
      await app.close();
      await metrics.close();
      await tracing.stop();
      await stopWatch();
    },
  };
}

/** Starts an agency's attestor; the process's exit follows from it. */
export const startAttestor = (agency: Agency): Promise<void> =>
  runProcess(`${agency.toLowerCase()} attestor`, (ending) => start(agency, ending));
