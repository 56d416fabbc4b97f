import { readFileSync } from 'node:fs';
import { createCallerVerifier } from '../identity/caller-token.ts';
import { derivedKey } from '../identity/derived-key.ts';
import { createGrantSigner } from '../identity/fetch-grant.ts';
import { createFetchSigner } from '../identity/fetch-token.ts';
import { issuerKeys } from '../identity/issuer-keys.ts';
import { signingKeyFrom } from '../identity/signing-key-from.ts';
import { ClockWatch } from '../server/clock-watch.ts';
import { boundConnections } from '../server/connections/bound-connections.ts';
import { createHttpServer, listen } from '../server/create-http-server.ts';
import { createRegistry, errorCounter } from '../server/create-registry.ts';
import { createLog } from '../server/log.ts';
import { type Running, runProcess } from '../server/run-process.ts';
import { serveGraphql } from '../server/serve-graphql.ts';
import { serveMetrics } from '../server/serve-metrics.ts';
import { Standstills } from '../server/standstill/standstills.ts';
import { watchLoop } from '../server/standstill/watch-loop.ts';
import { startTracing } from '../server/tracing/start-tracing.ts';
import { cursorKeyUse } from '../subgraphs/crossborder/search/seal-cursor.ts';
import { createWaysOut } from './abroad/ways-out-in.ts';
import { admission } from './callers/admission.ts';
import { CallerLimits } from './callers/caller-limits.ts';
import { countedConnections } from './callers/counted-connections.ts';
import { type GatewayContext, gatewayContext, isOfCaller } from './callers/gateway-context.ts';
import { limitCallers } from './callers/limit-callers.ts';
import { createSignedOut, stillWelcome } from './callers/signed-out.ts';
import { SuspendedElsewhere } from './callers/suspended-elsewhere.ts';
import { tellHandling } from './callers/tell-handling.ts';
import { documentGate } from './documents/document-gate.ts';
import { completion } from './federation/completion.ts';
import { createFederation } from './federation/create-federation.ts';
import { tellRedactions } from './federation/tell-redactions.ts';
import { gatewaySettings } from './gateway-settings.ts';
import { boundReading } from './limits/bound-reading.ts';
import { costOf, operationLimits } from './limits/operation-limits.ts';
import { servePlayground } from './playground/serve-playground.ts';

const supergraphSdl = () => readFileSync(new URL('../schema/supergraph.graphql', import.meta.url), 'utf8');

/** Tells the key that names operations for which the gateway stood still from others that are derived from its own. */
const standstillKeyUse = 'concord-standstill';

/** Milliseconds. By then the other processes of a stack have started too, which this would slow down. */
const warmUpAfter = 30_000;

/** The one place where the parts of the gateway meet. */
async function start(ending: AbortSignal): Promise<Running> {
  const settings = gatewaySettings(process.env);
  const { mode } = settings;
  const isDevelopment = mode === 'development';
  const log = createLog('gateway', settings.logLevel);
  const tracing = await startTracing({ service: 'gateway', log });
  const registry = createRegistry();
  const signingKey = signingKeyFrom(settings.signingKey, { allowDevelopmentKeys: isDevelopment });
  const callerLimits = new CallerLimits(settings.callerLimits);
  const sign = createFetchSigner(signingKey);
  const clocks = new ClockWatch(log);
  const suspended = new SuspendedElsewhere(sign, log, clocks);
  const chargeReading = ({ caller }: GatewayContext, cost: number) =>
    callerLimits.chargeReading(caller?.viewer, cost);
  const { reading, rule } = boundReading<GatewayContext>({
    charge: chargeReading,
    chargeInVain: ({ caller }, cost) => callerLimits.takeWhatIsLeft(caller?.viewer, cost),
  });
  const federation = createFederation({
    supergraphSdl: supergraphSdl(),
    urls: settings.urls,
    deadline: settings.deadline,
    get: settings.get,
    charge: ({ caller }, estimate) => callerLimits.charge(caller?.viewer, costOf(estimate)),
    chargeReading,
    spentBy: (caller) => callerLimits.spentBy(caller),
    sign,
    signGranted: createGrantSigner(signingKey),
    waysOut: createWaysOut(settings.waysOut, sign, mode, settings.deadline),
    found: (agency, url) => suspended.watch(agency, url),
    cursorKey: derivedKey(signingKey, cursorKeyUse),
    registry,
    log,
  });
  const keys = issuerKeys(settings.issuers, { told: { registry, log } });
  const documents = documentGate(settings.documents);
  const signedOut = createSignedOut();
  const verifyCaller = stillWelcome(
    createCallerVerifier(settings.issuers, { allowDevelopmentKeys: isDevelopment, keys }),
    { suspended, signedOut },
  );

  const app = createHttpServer({
    log,
    mode,
    registry,
    bodyLimit: operationLimits.body,
    isWorthParsing: isOfCaller(verifyCaller, { strangersMayReadSchema: isDevelopment }),
    // Not the agencies: with one of them down the other half is still answered.
    notReady: async () => keys.missing(),
    warnings: () => [...keys.warnings(), ...clocks.warnings()],
    ending,
  });
  const showCaller = boundConnections(app, {
    ...settings.connections,
    countError: errorCounter(registry),
  });
  const standstills = new Standstills(settings.standstill.notes, derivedKey(signingKey, standstillKeyUse));
  if (standstills.size > 0) log.warn({ operations: standstills.size }, 'ended itself lately');
  const { context, ended } = limitCallers(
    documents.around(
      countedConnections(gatewayContext(verifyCaller, { strangersMayReadSchema: isDevelopment }), showCaller),
    ),
    callerLimits,
  );
  const graphql = await serveGraphql(app, {
    apollo: {
      gateway: federation.gateway,
      validationRules: [...federation.validationRules, rule],
      validationOptions: { maxErrors: operationLimits.faults },
      introspection: true,
    },
    reading,
    steps: [admission, completion, tellRedactions, tellHandling],
    context: standstills.around(context, ({ caller }) => caller?.viewer),
    ended,
    methods: ['GET', 'POST'],
    mode,
    log,
    registry,
    maxTokens: operationLimits.tokens,
  });
  const { playground, issuers } = settings;
  const { deadline } = settings;
  if (playground.isServed)
    await servePlayground(app, {
      settings: playground,
      issuers,
      verifyCaller,
      signedOut,
      graphql,
      fromPage: documents.fromPage,
      hasManifest: settings.documents !== undefined,
      deadline,
      mode,
      log,
    });
  const listening = await listen(app, { host: settings.host, port: settings.port, variable: 'GATEWAY_PORT' });
  const metrics = await serveMetrics(registry, settings.metrics, app.health);
  log.info(
    { port: listening, metricsPort: metrics.port, knownDocuments: settings.documents?.size },
    'listening',
  );
  keys.start();
  const stopWatch = watchLoop(settings.standstill);
  setTimeout(() => void federation.warmUp(settings.documents?.values()), warmUpAfter).unref();
  return {
    drain: settings.drain,
    async stop() {
      keys.stop();
      await app.close();
      await metrics.close();
      await suspended.stop();
      await federation.close();
      await tracing.stop();
      await stopWatch();
    },
  };
}

await runProcess('gateway', start);
