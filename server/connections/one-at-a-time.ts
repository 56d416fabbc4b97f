import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyServerFactory } from 'fastify';
import { loopMeter } from '../event-loop/loop-meter.ts';
import { rawAnswer } from './raw-answer.ts';
import { mostHeaders, RequestFrames } from './request-frames.ts';
import { signedConnections } from './signed-connections.ts';

const tooManyHeaders = rawAnswer(
  '431 Request Header Fields Too Large',
  'BAD_REQUEST',
  `Send at most ${mostHeaders} headers.`,
);

/** Has each read of a stranger's connection looked at before the parser of HTTP, which listens to the connection already, is given it. */
function frameRequests(socket: Socket): void {
  loopMeter.isForNobody();
  const frames = new RequestFrames();
  const parsers = socket.listeners('data') as ((bytes: Buffer) => void)[];
  socket.removeAllListeners('data');
  socket.on('data', (bytes: Buffer) => {
    const read = signedConnections.has(socket) ? 'ALL' : frames.read(bytes);
    if (read === 'TWO_REQUESTS' || read === 'TOO_LONG') return void socket.destroy();
    if (read === 'TOO_MANY_HEADERS') return void socket.end(tooManyHeaders, () => socket.destroy());
    const given = read === 'ALL' ? bytes : bytes.subarray(0, read.bytes);
    if (given.length > 0) for (const parse of parsers) parse.call(socket, given);
  });
}

/**
 * A server that takes the requests of a connection one at a time. It cuts off whoever sends a request before the last one was answered, which no
 * client of today does, and whoever sends too much in one read (`RequestFrames`).
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
  server.on('connection', frameRequests);
  // As Fastify sets those that it makes itself.
  server.keepAliveTimeout = keepAliveTimeout;
  server.requestTimeout = requestTimeout;
  server.setTimeout(connectionTimeout);
  return server;
};
