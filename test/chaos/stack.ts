import { readFileSync } from 'node:fs';
import { developmentIssuer, developmentKeys, developmentMatchKeys } from '../../scripts/development/keys.ts';
import { ended, launchScript } from '../support/end-to-end/processes.ts';
import { freePort, newDirectory, removeDirectory } from '../support/end-to-end/stack.ts';
import { bundleStartFiles } from './bundle.ts';

export const agencies = ['belarus', 'russia'] as const;
export type Name = (typeof agencies)[number];

export interface ChaosStack {
  dataDirectory: string;
  ports: Record<Name, number>;
  uris: Record<Name, string>;
  startFiles: Record<Name, string>;
  /** What each subgraph is started with. */
  environment: NodeJS.ProcessEnv;
  stop(): Promise<void>;
}

const perAgency = async <Value>(of: (name: Name) => Promise<Value>): Promise<Record<Name, Value>> =>
  Object.fromEntries(
    await Promise.all(agencies.map(async (name) => [name, await of(name)] as const)),
  ) as Record<Name, Value>;

/** Two databases with a few synthetic dossiers, and all that two subgraphs over them must be told. */
export async function chaosStack(): Promise<ChaosStack> {
  const dataDirectory = newDirectory();
  const servers: ReturnType<typeof launchScript>[] = [];
  const uris = await perAgency(async (name) => {
    const server = launchScript('embedded-mongodb/run.ts', {}, `${dataDirectory}/${name}`);
    servers.push(server);
    await server.says('"uri"');
    const { uri } = JSON.parse(server.output().split('\n')[0] ?? '') as { uri: string };
    const url = new URL(uri);
    url.pathname = `/${name}`;
    return url.href;
  });
  const ports = await perAgency(freePort);
  const keys = developmentKeys(dataDirectory);
  const environment: NodeJS.ProcessEnv = {
    CONCORD_MODE: 'development',
    DATA_DIR: dataDirectory,
    LOG_LEVEL: 'warn',
    GATEWAY_JWKS: keys.gateway.keySet.href,
    MATCH_KEYS: developmentMatchKeys(dataDirectory),
  };
  for (const name of agencies) {
    const agency = name.toUpperCase() as Uppercase<Name>;
    environment[`${agency}_ISSUER`] = developmentIssuer(agency);
    environment[`${agency}_JWKS`] = keys.issuers[agency].keySet.href;
    environment[`${agency}_MONGODB_URI`] = uris[name];
    environment[`${agency}_PORT`] = String(ports[name]);
    environment[`${agency}_CHANNEL_KEY`] = readFileSync(keys.channels[agency].privateKey, 'utf8');
    environment[`${agency}_CHANNEL_JWKS`] = keys.channels[agency].keySet.href;
    environment[`${agency}_CHANNEL_URL`] = `http://localhost:${ports[name]}/channel`;
  }
  const seeded = await ended(launchScript('scripts/seed.ts', environment, '--dossiers', '12'));
  if (seeded.code !== 0) throw new Error(seeded.complaints.join('\n'));
  return {
    dataDirectory,
    ports,
    uris,
    startFiles: await bundleStartFiles(agencies, `${dataDirectory}/bundle`),
    environment,
    async stop() {
      for (const server of servers) server.signal('SIGTERM');
      await Promise.all(servers.map(({ exited }) => exited));
      removeDirectory(dataDirectory);
    },
  };
}
