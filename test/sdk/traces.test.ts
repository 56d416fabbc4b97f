import { context, propagation, type Span, SpanStatusCode, trace } from '@opentelemetry/api';
import { W3CTraceContextPropagator } from '@opentelemetry/core';
import {
  BasicTracerProvider,
  InMemorySpanExporter,
  type ReadableSpan,
  SimpleSpanProcessor,
} from '@opentelemetry/sdk-trace-base';
import { RecordBelarusDossierDocument, VisibilityDocument } from '../../sdk/src/generated/operations.ts';
import type { Around, ConcordError } from '../../sdk/src/index.ts';
import {
  answer,
  type Behaviour,
  clientOf,
  gatewayAnswering,
  gatewayThat,
  problemOf,
  refusal,
} from './support/gateway.ts';

const variables = { document: '{ __typename }' };
const whole = { data: { visibility: null } };
const exporter = new InMemorySpanExporter();
const provider = new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] });
propagation.setGlobalPropagator(new W3CTraceContextPropagator());
const tracer = provider.getTracer('partner');

/** As a partner with OpenTelemetry writes it. */
const spans: Around = ({ operation, kind, requestId, attempt }, send) =>
  tracer.startActiveSpan(operation, { attributes: { kind, requestId, attempt } }, async (span: Span) => {
    const headers = {};
    propagation.inject(trace.setSpan(context.active(), span), headers);
    try {
      const { status, codes } = await send(headers);
      span.setAttributes({ status, codes: [...codes] });
    } catch (error) {
      const { problem } = error as ConcordError;
      span.setStatus({ code: SpanStatusCode.ERROR, message: problem.code });
    } finally {
      span.end();
    }
  });

const traceparentOf = (span: ReadableSpan) => {
  const { traceId, spanId } = span.spanContext();
  return `00-${traceId}-${spanId}-01`;
};

describe('with OpenTelemetry', () => {
  const spansOf = async (behaves: Behaviour) => {
    exporter.reset();
    const { url, reached } = await gatewayThat(behaves);
    const concord = clientOf(url, { around: spans, retries: 2, token: async () => 'token-1' });
    const problem = await problemOf(concord.query(VisibilityDocument, variables));
    return { problem, reached, found: exporter.getFinishedSpans() };
  };

  test('each attempt is a span of its own, which the gateway can go on with', async () => {
    const { problem, reached, found } = await spansOf((_request, response, number) => {
      if (number === 0) answer(response, refusal('UNAUTHENTICATED'), 401);
      else if (number === 1) response.destroy();
      else answer(response, whole);
    });
    expect(problem).toBe('none');
    expect(reached.map(({ headers }) => headers.traceparent)).toEqual(found.map(traceparentOf));
    expect(new Set(found.map(traceparentOf)).size).toBe(3);
    expect(found.map(({ name, attributes }) => [name, attributes])).toEqual(
      reached.map(({ headers }, attempt) => [
        'Visibility',
        expect.objectContaining({ kind: 'query', requestId: headers['x-request-id'], attempt }),
      ]),
    );
  });

  test('a span can tell what came of it', async () => {
    const { found } = await spansOf((_request, response, number) =>
      number === 0 ? response.destroy() : answer(response, refusal('FORBIDDEN'), 403),
    );
    expect(found[0]?.status).toEqual({ code: SpanStatusCode.ERROR, message: 'NETWORK_FAILED' });
    expect(found[1]?.attributes).toMatchObject({ status: 403, codes: ['FORBIDDEN'] });
  });
});

describe('the headers of a trace', () => {
  const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
  const sentWith = async (given: object) => {
    const { url, reached } = await gatewayAnswering(whole);
    const around: Around = (_attempt, send) => send(given);
    await clientOf(url, { around }).query(VisibilityDocument, variables);
    return reached[0]?.headers;
  };

  test('are sent', async () => {
    const given = { traceparent, tracestate: 'vendor=1' };
    expect(await sentWith(given)).toMatchObject(given);
  });

  test('are not sent where they are none, and neither is any other', async () => {
    expect((await sentWith({ traceparent: 'x\r\nauthorization: y' }))?.traceparent).toBeUndefined();
    expect((await sentWith({ traceparent, tracestate: 'a\r\nb: c' }))?.tracestate).toBeUndefined();
    expect((await sentWith({ tracestate: 'vendor=1' }))?.tracestate).toBeUndefined();
    expect(await sentWith({ traceparent, authorization: 'Bearer other' })).toMatchObject({
      authorization: 'Bearer token-1',
    });
  });
});

describe('the trace that a call is given', () => {
  const given = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
  const sentFor = async (traceparent: string, around?: Around) => {
    const { url, reached } = await gatewayAnswering(whole);
    const concord = clientOf(url, { around });
    await concord.query(VisibilityDocument, variables, { traceparent });
    return reached[0]?.headers.traceparent;
  };

  test('is sent, without a tracer', async () => {
    expect(await sentFor(given)).toBe(given);
  });

  test('is not sent where it is none', async () => {
    expect(await sentFor('my trace')).toBeUndefined();
    expect(await sentFor('x\r\nauthorization: y')).toBeUndefined();
  });

  test('gives way to the span of a tracer', async () => {
    const ofSpan = '00-0af7651916cd43dd8448eb211c80319c-00f067aa0ba902b7-01';
    expect(await sentFor(given, (_attempt, send) => send({ traceparent: ofSpan }))).toBe(ofSpan);
    expect(await sentFor(given, (_attempt, send) => send())).toBe(given);
  });
});

describe('what runs around an attempt changes nothing of it:', () => {
  test.each<[string, Around]>([
    [
      'it throws before',
      () => {
        throw new Error('no tracer');
      },
    ],
    ['it rejects before', async () => Promise.reject(new Error('no tracer'))],
    ['it never sends', () => undefined],
    ['it sends twice', async (_attempt, send) => [await send(), await send()]],
    ['it sends, and does not wait', (_attempt, send) => void send()],
    [
      'it throws after',
      async (_attempt, send) => {
        await send();
        throw new Error('no exporter');
      },
    ],
    ['it hangs after', (_attempt, send) => send().then(() => new Promise(() => undefined))],
  ])('%s', async (_name, around) => {
    const { url, reached } = await gatewayAnswering(whole, refusal('FORBIDDEN'));
    const concord = clientOf(url, { around });
    expect((await concord.query(VisibilityDocument, variables)).data).toEqual({ visibility: null });
    expect(await problemOf(concord.query(VisibilityDocument, variables))).toEqual({ code: 'FORBIDDEN' });
    expect(reached).toHaveLength(2);
  });

  test('where it hangs before, the call ends with its deadline, and nothing was sent', async () => {
    const { url, reached } = await gatewayAnswering(whole);
    const concord = clientOf(url, { around: () => new Promise(() => undefined), deadline: 50 });
    const input = { input: {} as never };
    expect(await problemOf(concord.mutate(RecordBelarusDossierDocument, input))).toEqual({
      code: 'DEADLINE_EXCEEDED',
    });
    expect(reached).toEqual([]);
  });
});
