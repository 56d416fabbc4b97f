import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { CallerConnections, type ConnectionBounds } from './caller-connections.ts';
import { clientAddress, networkOf, type ProxyHeader } from './client-address.ts';
import type { Networks } from './networks.ts';
import { rawAnswer } from './raw-answer.ts';

/** Milliseconds that a connection is kept between two requests: short until it has shown a token. */
export const keptAlive = { withoutToken: 5_000, withToken: 72_000 } as const;

export interface BoundOptions {
  bounds: ConnectionBounds;
  /** The proxies in front, whose word on a client's address is taken. */
  proxies: Networks;
  proxyHeader: ProxyHeader;
  /** Counts an error by its code. */
  countError: (code: string) => void;
}

const refusal = rawAnswer(
  '429 Too Many Requests',
  'TOO_MANY_REQUESTS',
  'Too many connections from your address have shown no token. Close some of them, or send a token on each.',
  'retry-after: 1',
);

/** Fastify listens on a server of its own for each address of `localhost`, and tells of the first alone. */
function otherServersOf(app: FastifyInstance): Server[] {
  const key = Object.getOwnPropertySymbols(app).find(
    ({ description }) => description === 'fastify.serverBindings',
  );
  const servers: unknown = key && Reflect.get(app, key);
  return Array.isArray(servers) ? servers : [];
}

/** Shows the caller of a request whose token was verified, for whom its connection counts from then on. */
export type ShowCaller = (request: FastifyRequest, caller: string) => void;

export interface BoundConnections {
  show: ShowCaller;
  /** The address, or the network of it, that a request comes from. */
  addressOf: (request: FastifyRequest) => string;
}

/**
 * Bounds the connections of a server: of an address without a token, of a caller, and at all. Silent ones, and those on which headers or
 * a body come a byte at a time, have shown no token either.
 */
export function boundConnections(app: FastifyInstance, options: BoundOptions): BoundConnections {
  const { bounds, proxies, proxyHeader, countError: count } = options;
  const busy = new WeakSet<Socket>();
  const surplus = new WeakSet<Socket>();
  const fromProxy = new WeakSet<Socket>();
  const addresses = new WeakMap<Socket, string>();
  const connections = new CallerConnections<Socket>(bounds, (socket) => {
    count('TOO_MANY_REQUESTS');
    // Nothing is said in the middle of an answer.
    if (busy.has(socket)) return void socket.destroy();
    socket.write(refusal);
    socket.destroySoon();
  });

  const watch = (server: Server) => {
    // Whoever has to make room is closed a moment later than the next one comes.
    server.maxConnections = 2 * bounds.atAll;
    server.keepAliveTimeout = keptAlive.withoutToken;
    server.prependListener('connection', (socket: Socket) => {
      const { remoteAddress = '' } = socket;
      if (proxies.has(remoteAddress)) fromProxy.add(socket);
      socket.once('close', () => connections.closed(socket));
      addresses.set(socket, networkOf(remoteAddress));
      connections.opened(socket, fromProxy.has(socket) ? undefined : addresses.get(socket));
    });
  };
  watch(app.server);
  app.addHook('onListen', async () => {
    for (const server of otherServersOf(app)) watch(server);
  });

  app.addHook('onRequest', ({ raw: { socket, headers } }, _reply, done) => {
    busy.add(socket);
    if (fromProxy.has(socket)) {
      const told = headers[proxyHeader];
      const hops = Array.isArray(told) ? told.join(',') : told;
      const address = networkOf(
        clientAddress(socket.remoteAddress ?? '', hops, proxyHeader, (each) => proxies.has(each)),
      );
      addresses.set(socket, address);
      connections.asks(socket, address);
    }
    done();
  });
  const isKept = (socket: Socket) => fromProxy.has(socket) || connections.hasCaller(socket);
  app.addHook('onSend', ({ raw: { socket } }, reply, _payload, done) => {
    if (surplus.has(socket)) reply.header('connection', 'close');
    else if (isKept(socket) && reply.raw.shouldKeepAlive && reply.getHeader('connection') === undefined) {
      reply.header('connection', 'keep-alive');
      reply.header('keep-alive', `timeout=${keptAlive.withToken / 1_000}`);
    }
    done();
  });
  app.addHook('onResponse', ({ raw: { socket } }, _reply, done) => {
    busy.delete(socket);
    // Node has just begun the wait for the next request, which is the short one.
    if (isKept(socket)) socket.setTimeout(keptAlive.withToken);
    if (fromProxy.has(socket)) connections.released(socket);
    done();
  });
  return {
    show({ raw: { socket } }, caller) {
      if (!connections.shown(socket, caller) && !fromProxy.has(socket)) surplus.add(socket);
    },
    addressOf: ({ raw: { socket } }) => addresses.get(socket) ?? '',
  };
}
