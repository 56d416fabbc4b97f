import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyServerFactory } from 'fastify';
import { loopMeter } from '../event-loop/loop-meter.ts';

/**
 * A server that cuts off whoever sends a request on a connection before the last one on it was answered. A thousand small ones come in one
 * read of the connection, and would all have to be begun before anybody else is heard; no client of today sends them so.
 */
export const oneAtATime: FastifyServerFactory = (handler, options): Server => {
  const { http, keepAliveTimeout, requestTimeout, connectionTimeout } = options as {
    http?: Parameters<typeof createServer>[0];
    keepAliveTimeout: number;
    requestTimeout: number;
    connectionTimeout: number;
  };
  const answers = new WeakMap<Socket, ServerResponse>();
  const listener: RequestListener = (request, response) => {
    const { socket } = request;
    const last = answers.get(socket);
    loopMeter.isForNobody();
    if (last && !last.writableFinished) return void socket.destroy();
    answers.set(socket, response);
    handler(request, response);
  };
  // Node itself would answer one without a host, or that expects something, and go on to the next.
  const server = createServer({ ...http, requireHostHeader: false }, listener);
  server.on('checkExpectation', listener);
  server.on('connection', () => loopMeter.isForNobody());
  // As Fastify sets those that it makes itself.
  server.keepAliveTimeout = keepAliveTimeout;
  server.requestTimeout = requestTimeout;
  server.setTimeout(connectionTimeout);
  return server;
};
