import { randomUUID } from 'node:crypto';
import Fastify, {
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from 'fastify';
import type { Registry } from 'prom-client';
import { errorAnswer } from './connections/error-answer.ts';
import { oneAtATime } from './connections/one-at-a-time.ts';
import { closeWhenAnswered } from './connections/refuse-too-many.ts';
import { errorCounter, observeRequests } from './create-registry.ts';
import { type ErrorCode, errorCodes, internalError } from './errors.ts';
import { loopMeter } from './event-loop/loop-meter.ts';
import { type HealthOptions, healthOf, live, type ReadHealth } from './health.ts';
import { exceeds } from './json/exceeds.ts';
import { type Logger, loggableError } from './log.ts';
import { portProblem } from './port-problem.ts';
import type { Mode } from './settings.ts';
import { traceRequests } from './tracing/trace-requests.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** The body as it was received: a signature covers these bytes, not what a parser makes of them. */
    rawBody?: Buffer;
  }
  interface FastifyInstance {
    /** The answer of `/health/ready`, for another listener to give too. */
    health: ReadHealth;
  }
}

/** Limits of a connection on which nothing happens, in milliseconds. */
export interface ConnectionTimings {
  /** Until its headers are there, and so too until its first byte. */
  headers: number;
  /** Until its body is there: longer than any takes that is not sent a byte at a time. */
  request: number;
  /** Without a byte in either direction: longer than any answer is waited for. */
  silence: number;
  /** The interval at which the first two are checked. */
  every: number;
}

const connectionTimings: ConnectionTimings = {
  headers: 10_000,
  request: 30_000,
  silence: 120_000,
  every: 5_000,
};

/** Most connections at a time; further ones are closed. A proxy in front keeps some dozens. */
export const mostConnections = 4_000;

export interface HttpOptions extends HealthOptions {
  log: Logger;
  mode: Mode;
  registry: Registry;
  /** The largest body accepted, in bytes. */
  bodyLimit: number;
  /** Decides whether a large body is parsed; its handler gets none otherwise, and refuses the caller. Without it all are. */
  isWorthParsing?: (request: FastifyRequest) => Promise<boolean>;
  connections?: ConnectionTimings;
}

/** Bytes of a body that is parsed in no time, whatever is in it. */
const smallBody = 16_384;

/** Levels of a body, of which variables have sixteen at most. */
const mostLevels = 64;

const requestIdPattern = /^[A-Za-z0-9-]{8,64}$/;

/** JSON between systems is UTF-8 (RFC 8259, section 8.1): in another encoding a name would be read as another one. */
function isUtf8(contentType = ''): boolean {
  const [, charset] = /;\s*charset\s*=\s*"?([^\s;"]*)/i.exec(contentType) ?? [];
  return charset === undefined || /^utf-?8$/i.test(charset);
}

const notUtf8: FastifyError = Object.assign(new Error('a body that is not in UTF-8'), {
  code: 'NOT_UTF8',
  name: 'NotUtf8',
  statusCode: 415,
});

const tooDeep: FastifyError = Object.assign(new Error('a body with too many levels'), {
  code: 'TOO_DEEP',
  name: 'TooDeep',
  statusCode: 400,
});

/** The challenge that says how to be let in (RFC 6750, section 3): without an error for who has sent no token. */
const challengeFor = ({ headers }: FastifyRequest): string =>
  headers.authorization === undefined
    ? 'Bearer realm="concord"'
    : 'Bearer realm="concord", error="invalid_token"';

/** Errors before GraphQL is reached: Fastify's own of a 4xx status tell the caller what is wrong, all else is ours. */
function answerFor(error: FastifyError): { code: ErrorCode; message: string; status?: number } {
  const status = error.statusCode ?? 500;
  if (error === notUtf8)
    return { code: 'BAD_REQUEST', message: 'Send JSON in UTF-8, and no other charset.', status };
  if (status === 413) return { code: 'REQUEST_TOO_LARGE', message: 'The request body is too large.' };
  if (status === 503) return { code: 'UNAVAILABLE', message: 'The server is shutting down. Try again.' };
  if (status >= 400 && status < 500) {
    return { code: 'BAD_REQUEST', message: 'The request is not a JSON object sent as application/json.' };
  }
  return { code: 'INTERNAL_SERVER_ERROR', message: internalError.message };
}

/** An address that cannot be decoded reaches no hook and no handler of ours. */
function answerMalformedAddress(_error: FastifyError, request: FastifyRequest, reply: FastifyReply): void {
  reply.code(400).header('x-request-id', request.id);
  reply.send(errorAnswer('BAD_REQUEST', 'The address is malformed.', request.id));
}

/** Characters of an `accept` that is looked at; a browser sends some 150. */
const longestAccept = 1_024;

/** Cookies that are parsed, each by itself; the page has four. */
const mostCookies = 50;

/** Characters of a `content-type`: a library that parses it takes their number squared. */
const longestType = 256;

/**
 * The HTTP side that every process has: request ids, traces, one log line a request, health, errors that tell
 * nothing of the inside, and a close that answers what is in flight.
 */
export function createHttpServer(options: HttpOptions): FastifyInstance {
  const { log, mode, registry, bodyLimit, ending, connections = connectionTimings } = options;
  const { isWorthParsing } = options;
  const app = Fastify({
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
    bodyLimit,
    requestTimeout: connections.request,
    connectionTimeout: connections.silence,
    http: { headersTimeout: connections.headers, connectionsCheckingInterval: connections.every },
    serverFactory: oneAtATime,
    forceCloseConnections: 'idle',
    return503OnClosing: true,
    genReqId: (request) => {
      const given = request.headers['x-request-id'];
      return typeof given === 'string' && requestIdPattern.test(given) ? given : randomUUID();
    },
    frameworkErrors: answerMalformedAddress,
  }) as unknown as FastifyInstance;

  app.server.maxConnections = mostConnections;

  const parseJson = app.getDefaultJsonParser('error', 'error');
  app.removeContentTypeParser('application/json');
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    if (!isUtf8(request.headers['content-type'])) return done(notUtf8);
    request.rawBody = body as Buffer;
    const parse = () => {
      loopMeter.isFor(request.spend);
      parseJson(request, body.toString(), done);
    };
    const parseLarge = () => (exceeds(body as Buffer, { levels: mostLevels }) ? done(tooDeep) : parse());
    if (body.length <= smallBody) return parse();
    if (!isWorthParsing) return parseLarge();
    isWorthParsing(request).then((isWorth) => (isWorth ? parseLarge() : done(null, undefined)), done);
  });

  const count = errorCounter(registry);
  traceRequests(app);
  // Hooks that wait for nothing call `done`, since each promise costs every request time.
  app.addHook('onRequest', (request, reply, done) => {
    reply.header('x-request-id', request.id);
    reply.header('cache-control', 'no-store');
    reply.header('x-content-type-options', 'nosniff');
    // Choosing among thousands of types takes tens of milliseconds, before anything else is known of the request.
    if ((request.headers.accept?.length ?? 0) > longestAccept) request.headers.accept = '*/*';
    if ((request.headers.cookie?.split(';').length ?? 0) > mostCookies) delete request.headers.cookie;
    const refuse = (status: number, message: string) => {
      count('BAD_REQUEST');
      reply.code(status).send(errorAnswer('BAD_REQUEST', message, request.id));
    };
    if ((request.headers['content-type']?.length ?? 0) > longestType)
      return refuse(415, 'The content type is too long. Send JSON as application/json.');
    // Each chunk is work of its own, however small it is, and nobody can be told of it.
    if (request.headers['transfer-encoding'] !== undefined) {
      closeWhenAnswered(request, reply);
      return refuse(411, 'Send the body with its length, not in chunks.');
    }
    // Code that makes an address of it fails without one.
    if (!request.headers.host) return refuse(400, 'The request names no host.');
    done();
  });
  // A connection that is kept alive would hold up the close for as long as its client keeps it.
  let closing = false;
  app.addHook('preClose', async () => {
    closing = true;
  });
  app.addHook('onSend', (request, reply, _payload, done) => {
    if (reply.statusCode === 401) reply.header('www-authenticate', challengeFor(request));
    // From the drain on, so that clients who keep connections find another instance before this one is gone.
    if (closing || ending?.aborted) reply.header('connection', 'close');
    done();
  });
  app.addHook('onResponse', (request, reply, done) => {
    // The path without its query: a GET carries the GraphQL document and its variables there.
    const path = request.url.split('?')[0];
    const milliseconds = Math.round(reply.elapsedTime);
    request.log.info({ method: request.method, path, status: reply.statusCode, milliseconds }, 'answered');
    done();
  });

  app.setErrorHandler<FastifyError>((error, request, reply) => {
    const { code, message, status = errorCodes[code] } = answerFor(error);
    count(code);
    if (code === 'INTERNAL_SERVER_ERROR') request.log.error(loggableError(error, mode), 'unexpected error');
    return reply.code(status).send(errorAnswer(code, message, request.id));
  });
  app.setNotFoundHandler((request, reply) =>
    reply.code(404).send(errorAnswer('NOT_FOUND', 'There is nothing at this address.', request.id)),
  );

  observeRequests(app, registry);
  app.decorate('health', healthOf(options));
  app.get('/health/live', async () => live);
  app.get('/health/ready', async (_request, reply) => {
    const { status, answer } = await app.health();
    return reply.code(status).send(answer);
  });
  return app;
}

/**
 * Listens, and says which variable to change when it cannot.
 * @returns the port, which the system chose when `port` is 0
 */
export async function listen(
  app: FastifyInstance,
  options: { host: string; port: number; variable: string },
): Promise<number> {
  const { host, port, variable } = options;
  try {
    await app.listen({ host, port });
  } catch (error) {
    throw portProblem(error, { port, variable });
  }
  const address = app.server.address();
  return typeof address === 'object' && address ? address.port : port;
}

/** Answers the methods with which an address cannot be used, and says which can. */
export function refuseOtherMethods(app: FastifyInstance, url: string, allowed: readonly string[]): void {
  const others = app.supportedMethods.filter((method) => !allowed.includes(method) && method !== 'HEAD');
  const message = `Send it by ${allowed.join(' or ')}.`;
  // Before the body is read: whatever is in it, it is not by this method that it can be sent.
  const refuse = async (request: FastifyRequest, reply: FastifyReply) =>
    reply
      .code(405)
      .header('allow', allowed.join(', '))
      .send(errorAnswer('BAD_REQUEST', message, request.id));
  app.route({ method: others, url, onRequest: refuse, handler: refuse });
}
