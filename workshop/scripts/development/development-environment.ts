import { readFileSync } from 'node:fs';
import { withDefaults } from '../../../server/settings.ts';
import { type Agency, agencyNames } from '../../../terms/agencies.ts';
import { developmentIndicatorKeys, developmentIssuer, developmentKeys } from './keys.ts';
import { matchKeySetOfStack } from './match-key-set-of-stack.ts';
import { nodeKeyOfStack } from './node-key-of-stack.ts';

/** The settings of a development stack's processes; those that are set already stay. */
export function developmentEnvironment(
  dataDirectory: string,
  uris: Record<Agency, string>,
  ports: Record<Agency, number>,
  attestorPorts: Record<Agency, number>,
) {
  const keys = developmentKeys(dataDirectory);
  const indicatorKeys = developmentIndicatorKeys(dataDirectory);
  const environment: Record<string, string> = {
    CONCORD_MODE: 'development',
    STATE_DIRECTORY: dataDirectory,
    GATEWAY_JWKS: keys.gateway.keySet.href,
    GATEWAY_SIGNING_KEY: readFileSync(keys.gateway.privateKey, 'utf8'),
    MATCH_KEYS: matchKeySetOfStack(process.env),
  };
  for (const agency of agencyNames) {
    environment[`${agency}_ISSUER`] = developmentIssuer(agency);
    environment[`${agency}_JWKS`] = keys.issuers[agency].keySet.href;
    environment[`${agency}_URL`] = `http://localhost:${ports[agency]}/graphql`;
    environment[`${agency}_CHANNEL_KEY`] = readFileSync(keys.channels[agency].privateKey, 'utf8');
    environment[`${agency}_CHANNEL_JWKS`] = keys.channels[agency].keySet.href;
    environment[`${agency}_CHANNEL_URL`] = `http://localhost:${ports[agency]}/channel`;
    environment[`${agency}_NODE_KEY`] = nodeKeyOfStack(agency, process.env);
    environment[`${agency}_INDICATOR_KEYS`] = readFileSync(indicatorKeys[agency].privateKey, 'utf8');
    environment[`${agency}_INDICATOR_JWKS`] = indicatorKeys[agency].keySet.href;
    // A newcomer sees the first alerts within half a minute.
    environment[`${agency}_INDICATOR_RHYTHM_MS`] = '10000';
    environment[`${agency}_INDICATOR_SLOTS`] = '12';
    environment[`${agency}_INDICATOR_QUOTA`] = '120000';
    environment[`${agency}_INDICATOR_BUDGET`] = '1000';
    environment[`${agency}_MEASURE_RHYTHM_MS`] = '10000';
    environment[`${agency}_MEASURE_SLOTS`] = '24';
    environment[`${agency}_MEASURE_QUOTA`] = '240000';
    environment[`${agency}_MONGODB_URI`] = uris[agency];
    environment[`${agency}_ATTESTATION_KEY`] = readFileSync(keys.attestors[agency].privateKey, 'utf8');
    environment[`${agency}_ATTESTATION_JWKS`] = keys.attestors[agency].keySet.href;
    // Its own port is any that is free, and so is the one for its metrics.
    environment[`${agency}_ATTESTOR_METRICS_PORT`] = '0';
    environment[`${agency}_ATTESTOR_URL`] = `http://localhost:${attestorPorts[agency]}`;
  }
  return withDefaults(environment, process.env);
}
