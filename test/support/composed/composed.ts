import { createPublicKey } from 'node:crypto';
import { Pool } from 'undici';
import { createGatewayApp } from '../../../gateway/create-gateway-app.ts';
import { gatewaySettings } from '../../../gateway/gateway-settings.ts';
import { hashOfToken } from '../../../identity/caller-token.ts';
import { createPresentedVerifier } from '../../../identity/create-presented-verifier.ts';
import { createFetchSigner, fetchTokenHeader } from '../../../identity/fetch-token.ts';
import { listen } from '../../../server/create-http-server.ts';
import { createRegistry } from '../../../server/create-registry.ts';
import { createLog, type Logger } from '../../../server/log.ts';
import type { AgencyDefinition } from '../../../subgraphs/agency/permissions/agency-definition.ts';
import type { Stores } from '../../../subgraphs/agency/storage/stores/stores.ts';
import { subgraphOf } from '../../../terms/agencies.ts';
import { mandateHeaders } from '../../../terms/mandate.ts';
import { newRequestKey } from '../../../terms/request-key.ts';
import { type DemoAgency, demoAgencies } from '../../../workshop/demo-data/agencies/demo-agencies.ts';
import { attestors } from '../attesting.ts';
import { ed25519 } from '../key-pairs.ts';
import { supergraphSdl } from '../schema-files.ts';
import { servedAgency } from './agency.ts';
import { type Asker, identityProviders } from './callers.ts';
import { viewerOf } from './in-process.ts';
import {
  added,
  mayGoShort,
  requestIds,
  takingTurns,
  underOneId,
  type Way,
  type Ways,
  waysIn,
} from './ways.ts';

export interface Asked {
  query: string;
  variables?: Record<string, unknown>;
}

/** An HTTP answer as it came, byte by byte. */
export interface Answer {
  status: number;
  body: string;
}

export interface Asks {
  ask(asker: Asker, asked: Asked, headers?: Record<string, string>): Promise<Answer>;
  /** The same request straight at an agency's subgraph, signed as the gateway signs. */
  askSubgraph(agency: DemoAgency, asker: Asker, asked: Asked): Promise<Answer>;
}

/** Both ways take turns: Apollo Server answers every other request for a text, and the others once the text is prepared go the short way. */
export interface Composed extends Asks {
  /** The same, all by one way. */
  by(way: Way): Asks;
  /** The operations that were run, by their way, at the gateway and at the agencies. */
  ways(): Promise<Record<'gateway' | 'agencies', Ways>>;
  stop(): Promise<void>;
}

const mandateIn = ({ mandate }: Asker): Record<string, string> => ({
  [mandateHeaders.purpose]: mandate.purpose,
  [mandateHeaders.legalBasis]: mandate.legalBasis,
  ...(mandate.case && { [mandateHeaders.case]: mandate.case }),
});

/** The whole federation in one process: gateway and subgraphs over HTTP, with signed tokens between them. */
export async function composed(
  agencies: Record<DemoAgency, { definition: AgencyDefinition; stores: Stores }>,
  log: Logger = createLog('test', 'silent'),
): Promise<Composed> {
  const providers = identityProviders();
  const gatewayKey = ed25519('gateway-1');
  const signingKey = { kid: gatewayKey.kid, key: gatewayKey.privateKey };
  const sign = createFetchSigner(signingKey);
  const gatewayKeys = new Map([[gatewayKey.kid, createPublicKey(gatewayKey.privateKey)]]);
  const attesting = attestors();
  const ofAgencies = { BELARUS: createRegistry(), RUSSIA: createRegistry() };
  const served = new Map<string, Awaited<ReturnType<typeof servedAgency>>>();
  for (const agency of demoAgencies) {
    const { definition, stores } = agencies[agency];
    const verifyCaller = createPresentedVerifier(agency, providers.verifierOf(agency), attesting.keys);
    const trust = { gatewayKeys, verifyCaller, log, registry: ofAgencies[agency], mayGoShort };
    served.set(subgraphOf(agency), await servedAgency(definition, stores, trust));
  }
  const urls = new Map([...served].map(([name, { url }]) => [name, url]));
  const registry = createRegistry();
  const settings = gatewaySettings({
    CONCORD_MODE: 'production',
    GATEWAY_SIGNING_KEY: JSON.stringify(gatewayKey.privateJwk),
    ...providers.environment,
    ...Object.fromEntries([...served].map(([name, { url }]) => [`${name.toUpperCase()}_URL`, url.href])),
    // Tables ask as fast as they can, on a machine that may be busy.
    SUBGRAPH_DEADLINE_MS: '60000',
    CALLER_REQUESTS_AT_A_TIME: '1000',
    CALLER_COST_A_MINUTE: '1000000000',
    CALLER_SECONDS_A_MINUTE: '1000000',
    PLAYGROUND: 'off',
  });
  const gateway = await createGatewayApp(settings, {
    log,
    registry,
    signingKey,
    verifyCaller: providers.verifier(),
    waysOut: () => attesting.waysOut,
    supergraphSdl: supergraphSdl(),
    notReady: async () => [],
    mayGoShort,
  });
  const port = await listen(gateway.app, { host: '127.0.0.1', port: 0, variable: 'PORT' });
  const pools = new Map<string, Pool>();

  async function post(
    url: URL,
    asker: Asker,
    body: string,
    headers: Record<string, string>,
    way: Way,
    presented?: string,
  ): Promise<Answer> {
    const pool = pools.get(url.origin) ?? new Pool(url.origin, { connections: 32 });
    pools.set(url.origin, pool);
    const answer = await pool.request({
      method: 'POST',
      path: url.pathname,
      headers: {
        'content-type': 'application/json',
        'x-request-id': requestIds[way],
        authorization: `Bearer ${presented ?? (await providers.tokenOf(asker))}`,
        ...headers,
      },
      body,
    });
    return { status: answer.statusCode, body: underOneId(await answer.body.text()) };
  }

  const asksBy = (wayOf: (text: string) => Way): Asks => ({
    ask: (asker, asked, headers = {}) =>
      post(
        new URL(`http://127.0.0.1:${port}/graphql`),
        asker,
        JSON.stringify(asked),
        { ...mandateIn(asker), ...headers },
        wayOf(asked.query),
      ),
    async askSubgraph(agency, asker, asked) {
      const body = JSON.stringify(asked);
      const { mandate } = asker;
      const attested = { viewer: viewerOf(asker), mandate, expiresAt: Date.now() + 60_000 };
      const presented =
        asker.agency === agency
          ? await providers.tokenOf(asker)
          : attesting.signers[asker.agency](attested, agency);
      const identity = sign({
        audience: agency,
        body,
        callerHash: hashOfToken(presented),
        mandate,
        requestKey: newRequestKey(Date.now()),
      });
      const url = urls.get(subgraphOf(agency)) as URL;
      const way = wayOf(`${agency} ${asked.query}`);
      return post(url, asker, body, { [fetchTokenHeader]: identity }, way, presented);
    },
  });

  return {
    ...asksBy(takingTurns()),
    by: (way) => asksBy(() => way),
    ways: async () => ({
      gateway: await waysIn(registry),
      agencies: added(await waysIn(ofAgencies.BELARUS), await waysIn(ofAgencies.RUSSIA)),
    }),
    async stop() {
      for (const pool of pools.values()) await pool.close();
      await gateway.close();
      for (const { stop } of served.values()) await stop();
      providers.remove();
    },
  };
}
