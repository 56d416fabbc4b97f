import { z } from 'zod';
import { agencyNames, subgraphOf } from '../identity/agencies.ts';
import { issuerSettings, issuersIn, urlSetting } from '../identity/settings.ts';
import { milliseconds, port, processSettings, readSettings } from '../server/settings.ts';

/** Everything the gateway reads from its environment. */
export function gatewaySettings(environment: NodeJS.ProcessEnv) {
  const common = readSettings(processSettings, environment);
  const own = readSettings(
    {
      GATEWAY_PORT: port(4000),
      GATEWAY_SIGNING_KEY: z.string("is required: the gateway's private key, an Ed25519 JSON Web Key"),
      SUBGRAPH_DEADLINE_MS: milliseconds(5_000),
    },
    environment,
  );
  const agencyUrls = readSettings(
    Object.fromEntries(
      agencyNames.map((agency) => [`${agency}_URL`, urlSetting(['http:', 'https:']).optional()]),
    ),
    environment,
  );
  const issuers = readSettings(issuerSettings(common.CONCORD_MODE), environment);
  const urls = new Map<string, URL>();
  for (const agency of agencyNames) {
    const url = agencyUrls[`${agency}_URL`];
    if (url) urls.set(subgraphOf(agency), url);
  }
  return {
    mode: common.CONCORD_MODE,
    host: common.HOST,
    logLevel: common.LOG_LEVEL,
    port: own.GATEWAY_PORT,
    signingKey: own.GATEWAY_SIGNING_KEY,
    deadline: own.SUBGRAPH_DEADLINE_MS,
    urls,
    issuers: issuersIn(issuers),
  };
}
