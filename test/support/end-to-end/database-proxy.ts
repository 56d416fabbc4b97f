import { connect, createServer, type Server, type Socket } from 'node:net';
import { launchScript } from './processes.ts';
import { copySeededDatabase } from './seeded-data.ts';
import { freePort, newDirectory, removeDirectory } from './stack.ts';
import type { AgencyName } from './tokens.ts';
import { until } from './until.ts';

/** A MongoDB server behind a proxy that can take it away. */
export interface DatabaseBehindProxy {
  /** Where the database is to be looked for. */
  uri: string;
  /** Breaks all connections, and refuses new ones. */
  refuse(): void;
  pass(): Promise<void>;
  /** Keeps back all commands from now on; `reached` waits for one that names the collection. */
  hold(collection: string): { reached(): Promise<void> };
  /** Goes away once it has found dossiers or has committed, before the answer to that is passed on. */
  goAfter(command: 'find' | 'commitTransaction'): void;
}

/**
 * Starts an embedded server of its own, as anybody can from the command line, and stops it after the last test. The demo data is there:
 * a stack would write it into an empty one.
 */
async function database(agency: AgencyName): Promise<URL> {
  const directory = newDirectory();
  copySeededDatabase(agency, directory);
  const server = launchScript('workshop/embedded-mongodb/run.ts', {}, directory);
  afterAll(async () => {
    server.signal('SIGTERM');
    await server.exited;
    removeDirectory(directory);
  });
  await server.says('"uri"');
  const { uri } = JSON.parse(server.output().split('\n')[0] ?? '') as { uri: string };
  return new URL(uri);
}

type State = { passes: true; last?: string } | { passes: false; collection: string; reached: boolean };

export async function databaseBehindProxy(agency: AgencyName): Promise<DatabaseBehindProxy> {
  const upstream = await database(agency);
  const port = await freePort();
  const sockets = new Set<Socket>();
  let state: State = { passes: true };
  let server: Server | undefined;

  const keep = (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined).once('close', () => sockets.delete(socket));
  };
  const join = (incoming: Socket) => {
    const outgoing = connect(Number(upstream.port), upstream.hostname);
    for (const socket of [incoming, outgoing]) keep(socket);
    let isLast = false;
    incoming.on('data', (chunk) => {
      if (state.passes) {
        isLast ||= state.last !== undefined && chunk.includes(state.last);
        outgoing.write(chunk);
      } else if (chunk.includes(state.collection)) state.reached = true;
    });
    outgoing.on('data', (chunk) => {
      if (isLast) refuse();
      else incoming.write(chunk);
    });
    incoming.once('close', () => outgoing.destroy());
    outgoing.once('close', () => incoming.destroy());
  };
  const refuse = () => {
    server?.close();
    server = undefined;
    for (const socket of sockets) socket.destroy();
  };
  const pass = async () => {
    state = { passes: true };
    if (server) return;
    const listening = createServer(join);
    server = listening;
    await new Promise<void>((resolve) => listening.listen(port, '127.0.0.1', resolve));
  };
  await pass();
  afterAll(refuse);

  return {
    uri: `mongodb://127.0.0.1:${port}/${agency}${upstream.search}`,
    refuse,
    pass,
    hold: (collection) => {
      const held = { passes: false as const, collection, reached: false };
      state = held;
      return { reached: () => until(() => held.reached, 15_000) };
    },
    // As a command begins in BSON: under its name the collection, a text after its length; or the number 1.
    goAfter: (command) => {
      const value = { find: '\x09\0\0\0dossiers\0', commitTransaction: '\x01\0\0\0' }[command];
      state = { passes: true, last: `${command === 'find' ? '\x02' : '\x10'}${command}\0${value}` };
    },
  };
}
