import { readFileSync } from 'node:fs';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Registry } from 'prom-client';
import type { CallerVerifier } from '../identity/caller-token.ts';
import { derivedKey } from '../identity/derived-key.ts';
import type { SigningKey } from '../identity/ed25519-keys.ts';
import { createGrantSigner } from '../identity/fetch-grant.ts';
import { createFetchSigner, type FetchSigner } from '../identity/fetch-token.ts';
import { boundConnections } from '../server/connections/bound-connections.ts';
import { createHttpServer, type HttpOptions } from '../server/create-http-server.ts';
import { errorCounter } from '../server/create-registry.ts';
import type { Logger } from '../server/log.ts';
import { serveGraphql } from '../server/serve-graphql.ts';
import { Standstills } from '../server/standstill/standstills.ts';
import { ClockWatch } from '../server/time/clock-watch.ts';
import { cursorKeyUse } from '../subgraphs/crossborder/search/seal-cursor.ts';
import { admission } from './callers/admission.ts';
import { CallerLimits } from './callers/caller-limits.ts';
import { countedConnections } from './callers/counted-connections.ts';
import {
  type GatewayContext,
  gatewayContext,
  hasGoodToken,
  isWorthParsing,
} from './callers/gateway-context.ts';
import { limitCallers } from './callers/limit-callers.ts';
import { limitStrangers } from './callers/limit-strangers.ts';
import { createSignedOut, stillWelcome } from './callers/signed-out.ts';
import { SuspendedElsewhere } from './callers/suspended-elsewhere.ts';
import { tellHandling } from './callers/tell-handling.ts';
import { documentGate } from './documents/document-gate.ts';
import { completion } from './federation/completion.ts';
import { createFederation, type FederationOptions } from './federation/create-federation.ts';
import { tellRedactions } from './federation/tell-redactions.ts';
import type { GatewaySettings } from './gateway-settings.ts';
import { boundReading } from './limits/bound-reading.ts';
import { costOf, operationLimits } from './limits/operation-limits.ts';
import { servePlayground } from './playground/serve-playground.ts';

/** Tells the key that names operations for which the gateway stood still from others that are derived from its own. */
const standstillKeyUse = 'concord-standstill';

/** The parts of a gateway that its process has, or a test in its place. */
export interface GatewayParts extends Pick<HttpOptions, 'ending' | 'notReady' | 'warnings'> {
  log: Logger;
  registry: Registry;
  signingKey: SigningKey;
  /** Verifies a token by itself. Suspensions and sign-outs are looked at here. */
  verifyCaller: CallerVerifier;
  /** The ways by which officers become known abroad, given the gateway's signature. */
  waysOut: (sign: FetchSigner) => FederationOptions['waysOut'];
  supergraphSdl?: string;
  /** See `GraphqlOptions`. */
  mayGoShort?: (request: FastifyRequest) => boolean;
}

export interface GatewayApp {
  app: FastifyInstance;
  /** Gets ready what the first request that needs it would have to wait for. */
  warmUp(): Promise<void>;
  /** Ends what is in flight, and then all that works beside it. */
  close(): Promise<void>;
}

const composedSdl = () => readFileSync(new URL('../schema/supergraph.graphql', import.meta.url), 'utf8');

/** The one place where the parts of the gateway meet: everything but its port, its metrics, and the watch over its event loop. */
export async function createGatewayApp(settings: GatewaySettings, parts: GatewayParts): Promise<GatewayApp> {
  const { mode, documents: known, deadline, issuers, playground } = settings;
  const { log, registry, signingKey, ending, notReady, warnings, mayGoShort } = parts;
  const isDevelopment = mode === 'development';
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
  const standstills = new Standstills(settings.standstill.notes, derivedKey(signingKey, standstillKeyUse));
  if (standstills.size > 0) log.warn({ operations: standstills.size }, 'ended itself lately');
  const federation = createFederation({
    supergraphSdl: parts.supergraphSdl ?? composedSdl(),
    urls: settings.urls,
    deadline,
    get: settings.get,
    charge: ({ caller }, estimate) => callerLimits.charge(caller?.viewer, costOf(estimate)),
    chargeReading,
    spentBy: (caller) => callerLimits.spentBy(caller),
    sign,
    signGranted: createGrantSigner(signingKey),
    waysOut: parts.waysOut(sign),
    hasMadeStandStill: (agency) => standstills.isBy(agency),
    found: (agency, url) => suspended.watch(agency, url),
    cursorKey: derivedKey(signingKey, cursorKeyUse),
    registry,
    log,
  });
  const documents = documentGate(known);
  const signedOut = createSignedOut();
  const verifyCaller = stillWelcome(parts.verifyCaller, { suspended, signedOut });
  const strangers = { strangersMayReadSchema: isDevelopment };

  const app = createHttpServer({
    log,
    mode,
    registry,
    bodyLimit: operationLimits.body,
    isWorthParsing: isWorthParsing({ verifyCaller, ...strangers, limits: callerLimits }),
    notReady,
    warnings: () => [...(warnings?.() ?? []), ...clocks.warnings()],
    ...(ending && { ending }),
  });
  const countError = errorCounter(registry);
  const { show, addressOf } = boundConnections(app, { ...settings.connections, countError });
  const { secondsAMinute } = settings.callerLimits;
  limitStrangers(app, { secondsAMinute, addressOf, hasGoodToken: hasGoodToken(verifyCaller), countError });
  const { context, ended } = limitCallers(
    documents.around(countedConnections(gatewayContext(verifyCaller, strangers), show)),
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
    ...(mayGoShort && { mayGoShort }),
  });
  if (playground.isServed)
    await servePlayground(app, {
      settings: playground,
      issuers,
      verifyCaller,
      signedOut,
      graphql,
      fromPage: documents.fromPage,
      hasManifest: known !== undefined,
      deadline,
      mode,
      log,
    });
  return {
    app,
    warmUp: () => federation.warmUp(known?.values()),
    async close() {
      await app.close();
      await suspended.stop();
      await federation.close();
    },
  };
}
