import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { connect, type Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { type BoundOptions, boundConnections } from '../../../server/connections/bound-connections.ts';
import { networksSetting } from '../../../server/connections/networks.ts';
import { createHttpServer, listen } from '../../../server/create-http-server.ts';
import { createRegistry, errorCounter } from '../../../server/create-registry.ts';
import { createLog } from '../../../server/log.ts';

const apps: FastifyInstance[] = [];
const sockets: Socket[] = [];
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  for (const app of apps.splice(0)) await app.close();
});

/** A server that knows its callers by any token that begins with `good`. */
async function served(
  bounds: Partial<BoundOptions['bounds']> = {},
  { proxies = '', host = '127.0.0.1' } = {},
): Promise<number> {
  const registry = createRegistry();
  const log = createLog('test', 'silent');
  const app = createHttpServer({
    log,
    mode: 'production',
    registry,
    bodyLimit: 1_024,
    notReady: async () => [],
  });
  const { show } = boundConnections(app, {
    bounds: { withoutToken: 200, ofCaller: 5, atAll: 4_000, patience: 50, ...bounds },
    proxies: networksSetting({ names: false }).parse(proxies),
    proxyHeader: 'x-forwarded-for',
    countError: errorCounter(registry),
  });
  app.post('/graphql', async (request, reply) => {
    const [, token = ''] = request.headers.authorization?.split(' ') ?? [];
    if (!token.startsWith('good')) return reply.code(401).send({});
    show(request, token);
    return { data: null };
  });
  apps.push(app);
  return listen(app, { host, port: 0, variable: 'PORT' });
}

const silent = (port: number, count: number, host = '127.0.0.1') =>
  Promise.all(
    Array.from({ length: count }, async () => {
      const socket = connect(port, host);
      sockets.push(socket);
      socket.on('error', () => undefined);
      await once(socket, 'connect');
      return socket;
    }),
  );

/** Asks over a connection of its own, or over the one that an agent keeps. */
function ask(port: number, token: string, options: { agent?: Agent; headers?: Record<string, string> } = {}) {
  const { agent = false, headers = {} } = options;
  return new Promise<{
    status: number | undefined;
    keepAlive: string | string[] | undefined;
    connection: string | undefined;
  }>((resolve, reject) => {
    const asked = request({
      port,
      host: '127.0.0.1',
      method: 'POST',
      path: '/graphql',
      agent,
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, ...headers },
    });
    asked.once('error', reject);
    asked.once('response', (answer) => {
      answer.resume();
      const { connection, 'keep-alive': keepAlive } = answer.headers;
      answer.once('end', () => resolve({ status: answer.statusCode, keepAlive, connection }));
    });
    asked.end('{}');
  });
}

const agents: Agent[] = [];
const keeping = () => {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  agents.push(agent);
  return agent;
};
afterEach(() => {
  for (const agent of agents.splice(0)) agent.destroy();
});

describe('beside connections of their own address on which nothing comes', () => {
  test('three hundred officers at once are answered, and the silent ones are closed down to the bound', async () => {
    const port = await served();
    const opened = await silent(port, 1_000);
    let open = opened.length;
    const fewer = new Promise<void>((resolve) => {
      for (const socket of opened)
        socket.resume().once('close', () => {
          open -= 1;
          if (open === 200) resolve();
        });
    });
    const answers = await Promise.all(
      Array.from({ length: 300 }, (_none, n) => ask(port, `good officer ${n}`)),
    );
    expect(answers.filter(({ status }) => status !== 200)).toEqual([]);
    await fewer;
  });

  test('an officer is answered where they take all connections that there are', async () => {
    const port = await served({ atAll: 50, withoutToken: 1_000, patience: 60_000 });
    await silent(port, 120);
    expect(await ask(port, 'good')).toMatchObject({ status: 200 });
  });

  test('the same at each address of localhost', async () => {
    const port = await served({ withoutToken: 5 }, { host: 'localhost' });
    for (const host of ['127.0.0.1', '::1']) {
      const opened = await silent(port, 6, host).catch(() => undefined);
      if (opened) await Promise.any(opened.map((socket) => once(socket.resume(), 'close')));
    }
  });
});

describe('a connection that is closed to make room', () => {
  test('is told why, also in the middle of its headers', async () => {
    const port = await served({ withoutToken: 1 });
    const [slow] = await silent(port, 1);
    if (!slow) throw new Error('not connected');
    let told = '';
    slow.setEncoding('utf8').on('data', (text: string) => {
      told += text;
    });
    slow.write('POST /graphql HTTP/1.1\r\nx-');
    await silent(port, 1);
    await once(slow, 'close');
    expect(told).toMatch(/^HTTP\/1.1 429 /);
    expect(told).toContain('"code":"TOO_MANY_REQUESTS"');
  });

  test('is none that has shown a token, and waits for its next request', async () => {
    const port = await served({ withoutToken: 1 });
    const agent = keeping();
    expect(await ask(port, 'good', { agent })).toMatchObject({ status: 200 });
    const strangers = await silent(port, 3);
    await Promise.any(strangers.map((socket) => once(socket.resume(), 'close')));
    expect(await ask(port, 'good', { agent })).toMatchObject({ status: 200 });
  });
});

describe('a connection is kept', () => {
  test('five seconds where it has shown no token, and over a minute where it has', async () => {
    const port = await served();
    const agent = keeping();
    expect(await ask(port, 'bad', { agent })).toMatchObject({ status: 401, keepAlive: 'timeout=5' });
    expect(await ask(port, 'good', { agent })).toMatchObject({ status: 200, keepAlive: 'timeout=72' });
  });

  test('not at all where its caller has more than the bound, or wants it closed', async () => {
    const port = await served({ ofCaller: 2 });
    const kept = [];
    for (let n = 0; n < 3; n++) kept.push((await ask(port, 'good', { agent: keeping() })).connection);
    expect(kept).toEqual(['keep-alive', 'keep-alive', 'close']);
    expect(await ask(port, 'good other')).toMatchObject({ status: 200, connection: 'close' });
  });
});

describe('behind a proxy', () => {
  /** A request whose body never comes to its end. */
  async function slowBody(port: number, client: string) {
    const [socket] = await silent(port, 1);
    socket?.write(
      `POST /graphql HTTP/1.1\r\nhost: x\r\nx-forwarded-for: ${client}\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{`,
    );
    return once(socket?.resume() as Socket, 'close').then(() => client);
  }

  test('requests without a token count for the client that it names, and for no other', async () => {
    const port = await served({ withoutToken: 1 }, { proxies: '127.0.0.1' });
    const theirs = slowBody(port, '192.0.2.1');
    const others = slowBody(port, '192.0.2.9');
    const more = slowBody(port, '203.0.113.7, 192.0.2.1');
    expect(await Promise.race([theirs, others, more])).toBe('192.0.2.1');
    expect(await ask(port, 'good', { headers: { 'x-forwarded-for': '192.0.2.1' } })).toMatchObject({
      status: 200,
    });
  });

  test('the proxy’s own connections are kept, however many', async () => {
    const port = await served({ withoutToken: 1, ofCaller: 1 }, { proxies: '127.0.0.1' });
    const agents = [keeping(), keeping(), keeping()];
    for (const agent of agents)
      expect(await ask(port, 'good', { agent })).toMatchObject({ status: 200, keepAlive: 'timeout=72' });
    expect(await ask(port, 'bad', { agent: agents[0] as Agent })).toMatchObject({ status: 401 });
  });
});
