import { ended, launchScript } from '../support/end-to-end/processes.ts';
import { freePort, newDirectory, removeDirectory } from '../support/end-to-end/stack.ts';
import { startFromBundle } from './bundle.ts';
import { environmentOf, type Name, perAgency } from './environment.ts';

export interface ChaosStack {
  dataDirectory: string;
  ports: Record<Name, number>;
  uris: Record<Name, string>;
  /** What each subgraph is started with. */
  environment: NodeJS.ProcessEnv;
  stop(): Promise<void>;
}

/** Two databases with a few synthetic dossiers, and all that two subgraphs over them must be told. */
export async function chaosStack(): Promise<ChaosStack> {
  const dataDirectory = newDirectory();
  const removeBundle = await startFromBundle();
  const servers: ReturnType<typeof launchScript>[] = [];
  const uris = await perAgency(async (name) => {
    const server = launchScript('workshop/embedded-mongodb/run.ts', {}, `${dataDirectory}/${name}`);
    servers.push(server);
    await server.says('"uri"');
    const { uri } = JSON.parse(server.output().split('\n')[0] ?? '') as { uri: string };
    const url = new URL(uri);
    url.pathname = `/${name}`;
    return url.href;
  });
  const ports = await perAgency(freePort);
  const environment = environmentOf(dataDirectory, ports, uris);
  const seeded = await ended(launchScript('workshop/scripts/seed.ts', environment, '--dossiers', '12'));
  if (seeded.code !== 0) throw new Error(seeded.complaints.join('\n'));
  return {
    dataDirectory,
    ports,
    uris,
    environment,
    async stop() {
      for (const server of servers) server.signal('SIGTERM');
      await Promise.all(servers.map(({ exited }) => exited));
      removeDirectory(dataDirectory);
      await removeBundle();
    },
  };
}
