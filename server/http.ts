import { randomUUID } from 'node:crypto';
import Fastify, {
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from 'fastify';
import type { Registry } from 'prom-client';
import { type ErrorCode, errorCodes, internalError } from './errors.ts';
import { type Logger, loggableError } from './log.ts';
import { errorCounter, serveMetrics } from './metrics.ts';
import { type Mode, SettingsError } from './settings.ts';
import { traceRequests } from './tracing/requests.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** The body as it was received: a signature covers these bytes, not what a parser makes of them. */
    rawBody?: Buffer;
  }
}

/** Longer than any body takes: who sends one a byte at a time must not hold a connection. */
const longestRequest = 30_000;

export interface HttpOptions {
  log: Logger;
  mode: Mode;
  registry: Registry;
  /** The largest body accepted, in bytes. */
  bodyLimit: number;
  /** What is not ready, in words for an operator; nothing means ready. */
  notReady: () => Promise<string[]>;
  /** Aborted once the process was told to end: it is not ready from then on, though it goes on serving until it is closed. */
  ending?: AbortSignal;
}

const requestIdPattern = /^[A-Za-z0-9-]{8,64}$/;

const errorAnswer = (code: ErrorCode, message: string, requestId: string) => ({
  errors: [{ message, extensions: { code, requestId } }],
});

/** Errors before GraphQL is reached: Fastify's own of a 4xx status tell the caller what is wrong, all else is ours. */
function answerFor(error: FastifyError): { code: ErrorCode; message: string } {
  const status = error.statusCode ?? 500;
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

/**
 * The HTTP side that every process has: request ids, traces, one log line a request, health, metrics, errors that tell
 * nothing of the inside, and a close that answers what is in flight.
 */
export function createHttpServer(options: HttpOptions): FastifyInstance {
  const { log, mode, registry, bodyLimit, notReady, ending } = options;
  const app = Fastify({
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
    bodyLimit,
    requestTimeout: longestRequest,
    forceCloseConnections: 'idle',
    return503OnClosing: true,
    genReqId: (request) => {
      const given = request.headers['x-request-id'];
      return typeof given === 'string' && requestIdPattern.test(given) ? given : randomUUID();
    },
    frameworkErrors: answerMalformedAddress,
  }) as unknown as FastifyInstance;

  const parseJson = app.getDefaultJsonParser('error', 'error');
  app.removeContentTypeParser('application/json');
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    request.rawBody = body as Buffer;
    parseJson(request, body.toString(), done);
  });

  traceRequests(app);
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id);
    reply.header('cache-control', 'no-store');
    reply.header('x-content-type-options', 'nosniff');
  });
  // A connection that is kept alive would hold up the close for as long as its client keeps it.
  let closing = false;
  app.addHook('preClose', async () => {
    closing = true;
  });
  app.addHook('onSend', async (_request, reply) => {
    // From the drain on, so that clients who keep connections find another instance before this one is gone.
    if (closing || ending?.aborted) reply.header('connection', 'close');
  });
  app.addHook('onResponse', async (request, reply) => {
    // The path without its query: a GET carries the GraphQL document and its variables there.
    const path = request.url.split('?')[0];
    const milliseconds = Math.round(reply.elapsedTime);
    request.log.info({ method: request.method, path, status: reply.statusCode, milliseconds }, 'answered');
  });

  const count = errorCounter(registry);
  app.setErrorHandler<FastifyError>((error, request, reply) => {
    const { code, message } = answerFor(error);
    count(code);
    if (code === 'INTERNAL_SERVER_ERROR') request.log.error(loggableError(error, mode), 'unexpected error');
    return reply.code(errorCodes[code]).send(errorAnswer(code, message, request.id));
  });
  app.setNotFoundHandler((request, reply) =>
    reply.code(404).send(errorAnswer('NOT_FOUND', 'There is nothing at this address.', request.id)),
  );

  serveMetrics(app, registry);
  app.get('/health/live', async () => ({ status: 'live' }));
  app.get('/health/ready', async (_request, reply) => {
    const missing = ending?.aborted ? ['shutting down'] : await notReady();
    return missing.length === 0
      ? { status: 'ready' }
      : reply.code(503).send({ status: 'not ready', missing });
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
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'EADDRINUSE')
      throw new SettingsError(`${variable}: port ${port} is already in use; choose another`);
    if (code === 'EACCES')
      throw new SettingsError(`${variable}: port ${port} needs more rights than this process has`);
    throw error;
  }
  const address = app.server.address();
  return typeof address === 'object' && address ? address.port : port;
}
