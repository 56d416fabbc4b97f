import { z } from 'zod';
import { issuerSettings, issuersIn } from '../identity/issuer-settings.ts';
import { proxyHeaders } from '../server/connections/client-address.ts';
import { isLoopback, type Networks, networksSetting } from '../server/connections/networks.ts';
import { mostConnections } from '../server/create-http-server.ts';
import { metricsHost, metricsPort, metricsPortOf } from '../server/serve-metrics.ts';
import {
  count,
  drainOf,
  milliseconds,
  port,
  processSettings,
  readSettings,
  SettingsError,
} from '../server/settings.ts';
import { standstillIn } from '../server/standstill/standstill-settings.ts';
import { urlSetting } from '../server/url-setting.ts';
import { agencyNames, subgraphOf } from '../terms/agencies.ts';
import { wayOutShape, waysOutIn } from './abroad/ways-out-in.ts';
import { documentsSetting } from './documents/known-documents.ts';
import { getSettings } from './limits/admit-get.ts';
import { mostCost } from './limits/operation-limits.ts';
import { playgroundIn, playgroundShape } from './playground/playground-settings.ts';

/** Milliseconds in which a new connection may show a token, also beside too many from its address. */
const patienceWithStrangers = 2_000;

/**
 * Lets nothing be sent in the clear over a network that anybody else is on: records, and tokens that open them, go to these addresses.
 * @throws SettingsError naming the first variable that would have it so
 */
function demandPrivateHttp(settings: Readonly<Record<string, unknown>>, networks: Networks): void {
  for (const name of agencyNames.flatMap((agency) => [`${agency}_URL`, `${agency}_ATTESTOR_URL`])) {
    const url = settings[name];
    if (!(url instanceof URL) || url.protocol !== 'http:') continue;
    if (isLoopback(url.hostname) || networks.has(url.hostname)) continue;
    throw new SettingsError(
      `${name}: must begin with https:, or its host must stand in GATEWAY_PRIVATE_NETWORKS, which names hosts on networks of your own`,
    );
  }
}

/** Everything the gateway reads from its environment. */
export function gatewaySettings(environment: NodeJS.ProcessEnv) {
  const { CONCORD_MODE: mode } = readSettings({ CONCORD_MODE: processSettings.CONCORD_MODE }, environment);
  const agencyUrls = Object.fromEntries(
    agencyNames.map((agency) => [`${agency}_URL`, urlSetting(['http:', 'https:']).optional()]),
  );
  const settings = readSettings(
    {
      ...processSettings,
      ...agencyUrls,
      ...issuerSettings(mode),
      ...wayOutShape(environment),
      ...playgroundShape(mode),
      GATEWAY_PORT: port(4000),
      METRICS_HOST: metricsHost,
      GATEWAY_METRICS_PORT: metricsPort,
      GATEWAY_PRIVATE_NETWORKS: networksSetting({ names: true }),
      GATEWAY_SIGNING_KEY: z.string("is required: the gateway's private key, an Ed25519 JSON Web Key"),
      SUBGRAPH_DEADLINE_MS: milliseconds(5_000),
      GATEWAY_GET: z.enum(getSettings, `must be ${getSettings.join(' or ')}`).default('open'),
      GATEWAY_DOCUMENTS: documentsSetting,
      CALLER_REQUESTS_AT_A_TIME: count(20, { least: 1 }),
      CALLER_COST_A_MINUTE: count(600_000, { least: mostCost }),
      CALLER_SECONDS_A_MINUTE: count(15, { least: 1 }),
      CALLER_CONNECTIONS: count(50, { least: 1 }),
      GATEWAY_CONNECTIONS_WITHOUT_TOKEN: count(200, { least: 1 }),
      GATEWAY_PROXIES: networksSetting({ names: false }),
      GATEWAY_PROXY_HEADER: z
        .enum(proxyHeaders, `must be ${proxyHeaders.join(' or ')}`)
        .default('x-forwarded-for'),
    },
    environment,
  );
  if (mode === 'production') demandPrivateHttp(settings, settings.GATEWAY_PRIVATE_NETWORKS);
  const urls = new Map<string, URL>();
  for (const agency of agencyNames) {
    const url = (settings as Record<string, unknown>)[`${agency}_URL`];
    if (url instanceof URL) urls.set(subgraphOf(agency), url);
  }
  const issuers = issuersIn(settings);
  return {
    mode: settings.CONCORD_MODE,
    host: settings.HOST,
    logLevel: settings.LOG_LEVEL,
    drain: drainOf(settings),
    standstill: standstillIn(settings, 'gateway', settings.GATEWAY_PORT),
    port: settings.GATEWAY_PORT,
    metrics: {
      host: settings.METRICS_HOST,
      port: metricsPortOf(settings.GATEWAY_PORT, settings.GATEWAY_METRICS_PORT),
      variable: 'GATEWAY_METRICS_PORT',
    },
    signingKey: settings.GATEWAY_SIGNING_KEY,
    deadline: settings.SUBGRAPH_DEADLINE_MS,
    get: settings.GATEWAY_GET,
    documents: settings.GATEWAY_DOCUMENTS,
    callerLimits: {
      atATime: settings.CALLER_REQUESTS_AT_A_TIME,
      costAMinute: settings.CALLER_COST_A_MINUTE,
      secondsAMinute: settings.CALLER_SECONDS_A_MINUTE,
    },
    connections: {
      bounds: {
        withoutToken: settings.GATEWAY_CONNECTIONS_WITHOUT_TOKEN,
        ofCaller: settings.CALLER_CONNECTIONS,
        atAll: mostConnections,
        patience: patienceWithStrangers,
      },
      proxies: settings.GATEWAY_PROXIES,
      proxyHeader: settings.GATEWAY_PROXY_HEADER,
    },
    urls,
    issuers,
    waysOut: waysOutIn(settings, issuers),
    playground: playgroundIn(settings, issuers, mode),
  };
}

export type GatewaySettings = ReturnType<typeof gatewaySettings>;
