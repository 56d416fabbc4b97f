import { type Attributes, ROOT_CONTEXT, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import { ExportResultCode, TraceState } from '@opentelemetry/core';
import { BasicTracerProvider, type ReadableSpan, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-base';
import { createLog } from '../../../server/log.ts';
import { exportedSpan } from '../../../server/tracing/exported-span.ts';
import { guarded } from '../../../server/tracing/exporting.ts';

const mark = 'MARK-Городейко';
const parent = {
  traceId: '0af7651916cd43dd8448eb211c80319c',
  spanId: 'b7ad6b7169203331',
  traceFlags: 1,
  traceState: new TraceState('vendor=MARK'),
};

/** A span on its way out, and the same as it would leave if nothing held it up. */
function spansOf(name: string, attributes: Attributes) {
  const [left, made]: ReadableSpan[][] = [[], []];
  const collector = {
    export(spans: ReadableSpan[], done: (result: { code: ExportResultCode }) => void) {
      left?.push(...spans);
      done({ code: ExportResultCode.SUCCESS });
    },
    shutdown: async () => undefined,
  };
  const processor = new SimpleSpanProcessor(guarded(collector, createLog('test', 'silent')));
  const keeping = {
    onStart: () => undefined,
    onEnd: (span: ReadableSpan) => void made?.push(span),
    forceFlush: async () => undefined,
    shutdown: async () => undefined,
  };
  const tracer = new BasicTracerProvider({ spanProcessors: [processor, keeping] }).getTracer('test');
  const options = { kind: SpanKind.CLIENT, attributes, links: [{ context: parent, attributes: { mark } }] };
  const span = tracer.startSpan(name, options, trace.setSpanContext(ROOT_CONTEXT, parent));
  span.addEvent(mark, { mark });
  span.recordException(new Error(mark));
  span.setStatus({ code: SpanStatusCode.ERROR, message: mark });
  span.end();
  return { left: left?.[0] as ReadableSpan, made: made?.[0] as ReadableSpan };
}

/** All that an exporter can read of a span. */
function textOf(span: ReadableSpan): string {
  const { name, attributes, events, links, status, resource, instrumentationLibrary } = span;
  const state = span.spanContext().traceState?.serialize();
  const { attributes: process } = resource;
  return JSON.stringify({ name, attributes, events, links, status, process, instrumentationLibrary, state });
}

const harmless = {
  'http.request.method': 'POST',
  'http.route': '/playground/signed-in/:agency',
  'http.response.status_code': 200,
  'graphql.operation.type': 'mutation',
  service: 'belarus',
  'error.type': 'MongoServerError',
  'concord.outcome': 'answered',
  'concord.channel.type': 'concord.link.decided.v1',
};

describe('a span that leaves the process', () => {
  test('has its place in the trace, its kind, its times and that it failed', () => {
    const { left, made } = spansOf('gateway.fetch', harmless);
    expect(left.parentSpanId).toBe(parent.spanId);
    expect(left.spanContext()).toMatchObject({ traceId: parent.traceId, spanId: made.spanContext().spanId });
    expect([left.kind, left.startTime, left.endTime]).toEqual([made.kind, made.startTime, made.endTime]);
    expect(left.status).toEqual({ code: SpanStatusCode.ERROR });
  });

  test('has the attributes that are allowed', () => {
    expect(spansOf('http', harmless).left.attributes).toEqual(harmless);
  });

  test.each<[string, Attributes]>([
    ['the text of a query', { 'graphql.document': mark }],
    ['variables', { 'graphql.variables': mark }],
    ['the name of an operation', { 'graphql.operation.name': mark, operationName: mark }],
    ['an address', { 'url.full': mark, 'http.url': mark, 'url.query': mark }],
    ['a MongoDB command', { 'db.query.text': mark, 'db.statement': mark }],
    ['who asks', { 'enduser.id': mark, 'user.id': mark }],
    ['headers', { 'http.request.header.authorization': [mark] }],
    ['a value of another form', { 'concord.outcome': mark, 'http.route': `/${mark}`, service: mark }],
    ['a list of values', { 'concord.outcome': [mark] }],
    ['an attribute of that name in the prototype', { constructor: mark, toString: mark }],
  ])('has no %s', (_name, attributes) => {
    const { left, made } = spansOf('gateway.request', attributes);
    expect(textOf(made)).toContain(mark);
    expect(textOf(left)).not.toContain('MARK');
    expect(left.attributes).toEqual({});
  });

  test('has no id and no case number in any attribute, whatever somebody puts there', () => {
    for (const value of ['BY-7Q4KZ0XN3VDH9TRC', 'RU-2026-000001', '0f8fad5b-d9cb-469f-a165-70867728950e']) {
      for (const name of Object.keys(harmless))
        expect(spansOf('http', { [name]: value }).left.attributes).toEqual({});
    }
  });

  test('has no events, no state of the trace, and of links only where they lead', () => {
    const { left } = spansOf('gateway.request', {});
    expect(left.events).toEqual([]);
    expect(left.spanContext().traceState).toBeUndefined();
    const { traceId, spanId, traceFlags } = parent;
    expect(left.links).toEqual([{ context: { traceId, spanId, traceFlags } }]);
  });
});

describe('the name of a span that leaves', () => {
  const nameOf = (name: string, attributes: Attributes) => exportedSpan(spansOf(name, attributes).made).name;

  test('is one that the code gives, or none', () => {
    expect(nameOf('gateway.fetch', {})).toBe('gateway.fetch');
    expect(nameOf('channel.apply', {})).toBe('channel.apply');
    expect(nameOf(`query ${mark}`, {})).toBe('unnamed');
  });

  test('is made of what it may say', () => {
    expect(nameOf(mark, { 'http.request.method': 'POST', 'http.route': '/graphql' })).toBe('POST /graphql');
    expect(nameOf(mark, { 'http.request.method': 'GET', 'http.route': `/${mark}` })).toBe('GET');
    const command = { 'db.operation.name': 'find', 'db.collection.name': 'dossiers' };
    expect(nameOf(mark, command)).toBe('find dossiers');
  });
});

test('what a collector does not take is no error to the program', () => {
  const failing = {
    export: (_spans: ReadableSpan[], done: (result: { code: ExportResultCode; error: Error }) => void) =>
      done({ code: ExportResultCode.FAILED, error: new Error('down') }),
    shutdown: async () => undefined,
  };
  const results: ExportResultCode[] = [];
  const exporter = guarded(failing, createLog('test', 'silent'));
  exporter.export([], ({ code }) => void results.push(code));
  expect(results).toEqual([ExportResultCode.SUCCESS]);
});
