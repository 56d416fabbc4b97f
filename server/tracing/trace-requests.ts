import {
  context,
  isSpanContextValid,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  trace,
} from '@opentelemetry/api';
import type { FastifyInstance } from 'fastify';
import type { Logger } from '../log.ts';
import { readTraceparent, writeTraceparent } from './active-traceparent.ts';
import { tracer } from './in-span.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** The trace that the request belongs to, as what it causes is to be sent with; undefined where it belongs to none. */
    traceparent?: string;
    span?: Span;
  }
}

/** Asked every few seconds by machines, and nothing to follow. */
const untraced = ['/health/live', '/health/ready', '/suspensions'];

/**
 * Makes a span of each request, in the trace that its `traceparent` names, and has the request's log lines carry the trace's id.
 * Without an exporter the trace that was named goes on as it came.
 */
export function traceRequests(app: FastifyInstance): void {
  app.addHook('onRequest', (request, _reply, done) => {
    const route = request.routeOptions.url;
    if (route && untraced.includes(route)) return done();
    const parent = readTraceparent(request.headers.traceparent);
    const from = parent ? trace.setSpanContext(ROOT_CONTEXT, parent) : ROOT_CONTEXT;
    const attributes = { 'http.request.method': request.method, ...(route && { 'http.route': route }) };
    const span = tracer().startSpan('http', { kind: SpanKind.SERVER, attributes }, from);
    const own = span.spanContext();
    if (!isSpanContextValid(own)) return done();
    request.span = span;
    request.traceparent = writeTraceparent(own);
    (request.log as Logger).setBindings({ traceId: own.traceId });
    context.with(trace.setSpan(from, span), done);
  });
  app.addHook('onResponse', ({ span }, { statusCode }, done) => {
    if (span) {
      span.setAttribute('http.response.status_code', statusCode);
      if (statusCode >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
      span.end();
    }
    done();
  });
}
