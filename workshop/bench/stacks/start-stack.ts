import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { type Agency, agencyNames, subgraphOf } from '../../../terms/agencies.ts';
import { developmentIssuer, developmentKeys } from '../../scripts/development/keys.ts';
import { type StartedProcess, startProcess } from '../../scripts/development/processes.ts';

/** What is compared: our gateway, or Apollo's as it comes, over subgraphs that differ in nothing but the token check. */
export type GatewayKind = 'ours' | 'stock' | 'stock, crossborder in its process';

export interface Stack {
  url: string;
  /** Its parts, the gateway first. */
  processes: StartedProcess[];
  stop(): Promise<void>;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}

/**
 * @param uris the agencies' databases; without them each has a stand-in in memory
 * @param settings what its processes are told beside
 */
export async function startStack(
  kind: GatewayKind,
  directory: string,
  uris: Record<Agency, string> | undefined,
  settings: NodeJS.ProcessEnv = {},
): Promise<Stack> {
  const keys = developmentKeys(directory);
  const logDirectory = join(directory, 'logs');
  const environment: NodeJS.ProcessEnv = {
    PATH: process.env.PATH,
    NODE_ENV: 'production',
    CONCORD_MODE: 'development',
    GATEWAY_JWKS: keys.gateway.keySet.href,
    GATEWAY_SIGNING_KEY: readFileSync(keys.gateway.privateKey, 'utf8'),
    // All the load is one caller's.
    CALLER_REQUESTS_AT_A_TIME: '1000',
    CALLER_COST_A_MINUTE: '1000000000',
    ...settings,
  };
  for (const agency of agencyNames) {
    environment[`${agency}_ISSUER`] = developmentIssuer(agency);
    environment[`${agency}_JWKS`] = keys.issuers[agency].keySet.href;
    environment[`${agency}_ATTESTATION_JWKS`] = keys.attestors[agency].keySet.href;
    environment[`${agency}_ATTESTATION_KEY`] = readFileSync(keys.attestors[agency].privateKey, 'utf8');
    if (uris) environment[`${agency}_MONGODB_URI`] = uris[agency];
  }
  const processes: StartedProcess[] = [];
  for (const agency of agencyNames) {
    const port = await freePort();
    environment[`${agency}_URL`] = `http://localhost:${port}/graphql`;
    processes.push(
      await startProcess({
        name: `${subgraphOf(agency)} subgraph`,
        entry: 'workshop/bench/stacks/subgraph.ts',
        port,
        environment: {
          ...environment,
          BENCH_AGENCY: agency,
          BENCH_PORT: String(port),
          BENCH_TOKEN_CHECK: kind === 'ours' ? 'on' : 'off',
        },
        logDirectory,
      }),
    );
  }
  for (const agency of kind === 'ours' ? agencyNames : []) {
    const port = await freePort();
    environment[`${agency}_ATTESTOR_URL`] = `http://localhost:${port}`;
    processes.push(
      await startProcess({
        name: `${subgraphOf(agency)} attestor`,
        entry: `subgraphs/${subgraphOf(agency)}/attestor.ts`,
        port,
        environment: { ...environment, [`${agency}_ATTESTOR_PORT`]: String(port) },
        logDirectory,
      }),
    );
  }
  const standalone = '/?query=%7B__typename%7D';
  if (kind === 'stock') {
    const port = await freePort();
    environment.CROSSBORDER_URL = `http://localhost:${port}/`;
    const crossborder = {
      name: 'crossborder',
      entry: 'workshop/bench/stacks/crossborder.ts',
      port,
      logDirectory,
      readyPath: standalone,
    };
    processes.push(
      await startProcess({ ...crossborder, environment: { ...environment, BENCH_PORT: String(port) } }),
    );
  }
  const port = await freePort();
  environment.GATEWAY_PORT = String(port);
  environment.BENCH_CROSSBORDER = kind === 'stock' ? 'over HTTP' : 'in-process';
  const entry = kind === 'ours' ? 'gateway/start.ts' : 'workshop/bench/stacks/stock-gateway.ts';
  const readyPath = kind === 'ours' ? '/health/ready' : standalone;
  processes.unshift(
    await startProcess({ name: 'gateway', entry, port, environment, logDirectory, readyPath }),
  );
  return {
    url: `http://localhost:${port}${kind === 'ours' ? '/graphql' : '/'}`,
    processes,
    stop: async () => {
      for (const each of processes) await each.stop();
    },
  };
}
