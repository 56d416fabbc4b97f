import { readFileSync } from 'node:fs';
import {
  developmentIndicatorKeys,
  developmentIssuer,
  developmentKeys,
  developmentMatchKeys,
  developmentNodeKey,
} from '../../workshop/scripts/development/keys.ts';

export const agencies = ['belarus', 'russia'] as const;
export type Name = (typeof agencies)[number];

export const otherThan = (name: Name): Name => (name === 'belarus' ? 'russia' : 'belarus');

export const perAgency = async <Value>(of: (name: Name) => Promise<Value>): Promise<Record<Name, Value>> =>
  Object.fromEntries(
    await Promise.all(agencies.map(async (name) => [name, await of(name)] as const)),
  ) as Record<Name, Value>;

/** The settings of each process of a federation whose keys lie in `dataDirectory`. */
export function environmentOf(
  dataDirectory: string,
  ports: Record<Name, number>,
  uris: Record<Name, string>,
): NodeJS.ProcessEnv {
  const keys = developmentKeys(dataDirectory);
  const indicatorKeys = developmentIndicatorKeys(dataDirectory);
  const environment: NodeJS.ProcessEnv = {
    CONCORD_MODE: 'development',
    DATA_DIR: dataDirectory,
    LOG_LEVEL: 'warn',
    GATEWAY_JWKS: keys.gateway.keySet.href,
    GATEWAY_SIGNING_KEY: readFileSync(keys.gateway.privateKey, 'utf8'),
    MATCH_KEYS: developmentMatchKeys(dataDirectory),
    // All the load is a few callers'.
    CALLER_REQUESTS_AT_A_TIME: '1000',
    CALLER_COST_A_MINUTE: '1000000000',
    CALLER_SECONDS_A_MINUTE: '1000000',
  };
  for (const name of agencies) {
    const agency = name.toUpperCase() as Uppercase<Name>;
    environment[`${agency}_ISSUER`] = developmentIssuer(agency);
    environment[`${agency}_JWKS`] = keys.issuers[agency].keySet.href;
    environment[`${agency}_URL`] = `http://localhost:${ports[name]}/graphql`;
    environment[`${agency}_MONGODB_URI`] = uris[name];
    environment[`${agency}_PORT`] = String(ports[name]);
    environment[`${agency}_ATTESTATION_KEY`] = readFileSync(keys.attestors[agency].privateKey, 'utf8');
    environment[`${agency}_ATTESTATION_JWKS`] = keys.attestors[agency].keySet.href;
    environment[`${agency}_CHANNEL_KEY`] = readFileSync(keys.channels[agency].privateKey, 'utf8');
    environment[`${agency}_CHANNEL_JWKS`] = keys.channels[agency].keySet.href;
    environment[`${agency}_NODE_KEY`] = developmentNodeKey(dataDirectory, agency);
    environment[`${agency}_INDICATOR_KEYS`] = readFileSync(indicatorKeys[agency].privateKey, 'utf8');
    environment[`${agency}_INDICATOR_JWKS`] = indicatorKeys[agency].keySet.href;
    environment[`${agency}_CHANNEL_URL`] = `http://localhost:${ports[name]}/channel`;
  }
  return environment;
}
