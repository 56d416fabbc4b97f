import { createPublicKey } from 'node:crypto';
import type { RequestListener } from 'node:http';
import { createPresenting } from '../../gateway/abroad/presenting.ts';
import { AgencySource } from '../../gateway/federation/agency-source.ts';
import { agencyTypes } from '../../gateway/federation/agency-types.ts';
import { shapeCheck } from '../../gateway/federation/shape-check.ts';
import { createGrantSigner } from '../../identity/fetch-grant.ts';
import { createFetchSigner } from '../../identity/fetch-token.ts';
import { createRegistry, durationHistogram } from '../../server/create-registry.ts';
import { createLog } from '../../server/log.ts';
import { attestors } from './attesting.ts';
import { atEndOfFile } from './end-of-file.ts';
import { ed25519 } from './key-pairs.ts';
import { loopbackServer } from './loopback-server.ts';
import { schemaOf, supergraphSdl } from './schema-files.ts';

const supergraph = schemaOf(supergraphSdl());
const types = agencyTypes(supergraph);
const hasShape = shapeCheck(supergraph, types);
const gateway = ed25519('gateway-1');
const signingKey = { kid: gateway.kid, key: gateway.privateKey };
const sign = createFetchSigner(signingKey);
const signGranted = createGrantSigner(signingKey);

const { waysOut, keys } = attestors();

/** What a subgraph has pinned of the agencies' attestors. */
export const attestationKeys = keys;

/** What a subgraph has pinned of the gateway. */
export const gatewayKeys = new Map([
  [gateway.kid, createPublicKey({ key: gateway.publicJwk, format: 'jwk' })],
]);

/** The gateway's way to Russia over a real connection, at whose end `listener` answers. */
export async function russia(listener: RequestListener, deadline = 5_000) {
  const changes: string[] = [];
  const breakerChanged = (_agency: string, state: string) => void changes.push(state);
  const { url, stop } = await loopbackServer(listener);
  const registry = createRegistry();
  const durations = durationHistogram(registry, 'fetches', 'Fetches', ['agency', 'outcome']);
  const presenting = createPresenting({
    waysOut,
    durations: durationHistogram(registry, 'attestations', 'Attestations', ['agency', 'outcome']),
    log: createLog('test', 'silent'),
  });
  const options = {
    agency: 'RUSSIA',
    url,
    deadline,
    sign,
    signGranted,
    presenting,
    durations,
    hasShape,
    types,
    breakerChanged,
  } as const;
  const source = new AgencySource(options);
  atEndOfFile(() => source.close());
  /** How each fetch has ended, as it was measured. */
  const outcomes = async () => {
    const { values } = await durations.get();
    return values.filter(({ metricName }) => metricName === 'fetches_count').map(({ labels }) => labels);
  };
  return { source, outcomes, stop, changes };
}

export const russiaQuery = '{ russia { dossiers { nodes { id } } } }';
export const russiaAnswer = { data: { russia: { dossiers: { nodes: [] } } } };
export const answering: RequestListener = (_request, response) => response.end(JSON.stringify(russiaAnswer));
