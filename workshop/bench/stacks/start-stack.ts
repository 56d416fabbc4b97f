import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Agency, agencyNames, subgraphOf } from '../../../terms/agencies.ts';
import { demoNodeKey } from '../../demo-data/naming/demo-naming.ts';
import { freePort } from '../../embedded-mongodb/free-ports.ts';
import { developmentIssuer, developmentKeys, developmentMatchKeys } from '../../scripts/development/keys.ts';
import { type StartedProcess, startProcess } from '../../scripts/development/processes.ts';
import { bundled, bundleProduct } from './bundle-product.ts';

/** The gateways that are compared, each with what is behind it. */
export type GatewayKind =
  | 'ours'
  | 'stock'
  | 'stock, crossborder in its process'
  | 'hive'
  | 'hive, without signing'
  | 'plain'
  | 'plain, without shield';

export interface Stack {
  url: string;
  /** The address of the gateway's metrics, of the project's own. */
  metrics?: string;
  /** Its parts, the gateway first. */
  processes: StartedProcess[];
  stop(): Promise<void>;
}

/** A start file, and the paths at which its process answers and says that it is ready. */
interface Part {
  entry: string;
  path: string;
  readyPath: string;
}

/** The parts of a stack that differ from those of another. */
interface Recipe {
  gateway: Part;
  /** An agency's subgraph. */
  subgraph: Part;
  /** The token check of a subgraph: the product's, of what the gateway alone signs, or none. */
  tokens: 'on' | 'of the gateway' | 'off';
  crossborder: 'in-process' | 'over HTTP';
  settings?: NodeJS.ProcessEnv;
}

/** Many processes start, of which those of others load their sources. */
const longestStart = 300_000;

const stacks = 'workshop/bench/stacks';
/** Apollo's standalone server knows no path, and takes a GET for a forged one without a header that whoever waits for it sends. */
const standalone = (file: string): Part => ({
  entry: `${stacks}/${file}`,
  path: '/',
  readyPath: '/?query=%7B__typename%7D',
});
const ours = (entry: string): Part => ({ entry, path: '/graphql', readyPath: '/health/ready' });

const crossborderPart = standalone('crossborder.ts');
const apollos = standalone('stock-gateway.ts');
const hives: Part = { entry: `${stacks}/hive-gateway.ts`, path: '/graphql', readyPath: '/readiness' };
const subgraph = ours(`${stacks}/subgraph.ts`);
const open = { subgraph, tokens: 'off', crossborder: 'over HTTP' } as const;
const plainSubgraph = standalone('plain-subgraph.ts');
const plain = { ...open, gateway: apollos, subgraph: plainSubgraph };
/** The project's own code, as production starts it; others' gateways start as their guides have it. */
const isBundled = (entry: string): boolean => bundled.includes(entry) || !entry.startsWith(stacks);

const recipes: Record<GatewayKind, Recipe> = {
  ours: { gateway: ours('gateway/start.ts'), subgraph, tokens: 'on', crossborder: 'in-process' },
  stock: { ...open, gateway: apollos },
  'stock, crossborder in its process': { ...open, gateway: apollos, crossborder: 'in-process' },
  hive: { ...open, gateway: hives, tokens: 'of the gateway' },
  'hive, without signing': { ...open, gateway: hives },
  plain: { ...plain, settings: { BENCH_SHIELD: 'on' } },
  'plain, without shield': { ...plain, settings: { BENCH_SHIELD: 'off' } },
};

function environmentOf(directory: string, uris: Record<Agency, string> | undefined): NodeJS.ProcessEnv {
  const keys = developmentKeys(directory);
  const environment: NodeJS.ProcessEnv = {
    PATH: process.env.PATH,
    NODE_ENV: 'production',
    CONCORD_MODE: 'development',
    GATEWAY_JWKS: keys.gateway.keySet.href,
    GATEWAY_SIGNING_KEY: readFileSync(keys.gateway.privateKey, 'utf8'),
    MATCH_KEYS: developmentMatchKeys(directory),
    // All the load is a few callers'.
    CALLER_REQUESTS_AT_A_TIME: '1000',
    CALLER_COST_A_MINUTE: '1000000000',
    CALLER_SECONDS_A_MINUTE: '1000000',
  };
  for (const agency of agencyNames) {
    environment[`${agency}_ISSUER`] = developmentIssuer(agency);
    environment[`${agency}_JWKS`] = keys.issuers[agency].keySet.href;
    environment[`${agency}_ATTESTATION_JWKS`] = keys.attestors[agency].keySet.href;
    environment[`${agency}_ATTESTATION_KEY`] = readFileSync(keys.attestors[agency].privateKey, 'utf8');
    environment[`${agency}_NODE_KEY`] = demoNodeKey;
    if (uris) environment[`${agency}_MONGODB_URI`] = uris[agency];
  }
  return environment;
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
  const { gateway, subgraph: itsSubgraph, tokens, crossborder, settings: own } = recipes[kind];
  const logDirectory = join(directory, 'logs');
  const environment: NodeJS.ProcessEnv = {
    ...environmentOf(directory, uris),
    BENCH_TOKEN_CHECK: tokens,
    BENCH_CROSSBORDER: crossborder,
    ...own,
    ...settings,
  };
  const fromBundle = await bundleProduct();
  const processes: StartedProcess[] = [];
  const stop = async () => {
    for (const each of processes) await each.stop();
  };
  /** @param portVariable says which port is its own */
  const start = async (name: string, part: Part, portVariable: string, told: NodeJS.ProcessEnv = {}) => {
    const { entry, path, readyPath } = part;
    const port = await freePort();
    processes.push(
      await startProcess({
        name,
        entry,
        port,
        environment: { ...environment, ...told, [portVariable]: String(port) },
        logDirectory,
        readyPath,
        longestStart,
        ...(isBundled(entry) && { nodeOptions: fromBundle }),
      }),
    );
    return `http://localhost:${port}${path}`;
  };
  try {
    await Promise.all([
      ...agencyNames.map(async (agency) => {
        const name = `${subgraphOf(agency)} subgraph`;
        environment[`${agency}_URL`] = await start(name, itsSubgraph, 'BENCH_PORT', { BENCH_AGENCY: agency });
      }),
      ...(tokens === 'on' ? agencyNames : []).map(async (agency) => {
        const attestor = ours(`subgraphs/${subgraphOf(agency)}/attestor.ts`);
        const url = await start(`${subgraphOf(agency)} attestor`, attestor, `${agency}_ATTESTOR_PORT`);
        environment[`${agency}_ATTESTOR_URL`] = new URL(url).origin;
      }),
      ...(crossborder === 'over HTTP' ? [crossborderPart] : []).map(async (part) => {
        environment.CROSSBORDER_URL = await start('crossborder', part, 'BENCH_PORT');
      }),
    ]);
    processes.sort((one, other) => (one.name < other.name ? -1 : 1));
    // Not one that it works out from its own, which somebody else may have.
    const metricsPort = String(await freePort());
    const url = await start('gateway', gateway, 'GATEWAY_PORT', { GATEWAY_METRICS_PORT: metricsPort });
    processes.unshift(...processes.splice(-1));
    return { url, metrics: `http://127.0.0.1:${metricsPort}/metrics`, processes, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
