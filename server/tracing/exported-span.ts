import type { Attributes, AttributeValue, SpanContext } from '@opentelemetry/api';
import type { ReadableSpan } from '@opentelemetry/sdk-trace-base';

/** The names that our own spans are given; those of requests and of MongoDB commands are made of their attributes. */
const ownNames = [
  'gateway.request',
  'gateway.fetch',
  'graphql.execute',
  'channel.deliver',
  'channel.apply',
  'http',
  'mongodb',
] as const;
export type SpanName = (typeof ownNames)[number];

const names = new Set<string>(ownNames);

const count = /^\d{1,6}$/;
const word = /^[A-Za-z][A-Za-z_]{0,63}$/;

/**
 * The attributes that a span may have, with the form of their values. Everything else that a library puts into a span
 * is dropped: query texts, variables, operation names (a caller chooses them), addresses, request ids (a caller chooses
 * those too), messages of errors. No form lets an id of a dossier or a case number through.
 */
const allowed = new Map<string, RegExp>(
  Object.entries({
    'http.request.method': /^[A-Z]{1,16}$/,
    // The route as the code has it, and so without what an address has in its place.
    'http.route': /^\/[a-z/:*.-]*$/,
    'http.response.status_code': /^[1-5]\d\d$/,
    'graphql.operation.type': /^(query|mutation|subscription)$/,
    /** The subgraph that the gateway fetches from. */
    service: /^[a-z]{1,32}$/,
    'db.system.name': /^mongodb$/,
    'db.namespace': /^[a-z][a-z0-9_-]{0,62}$/,
    'db.operation.name': word,
    'db.collection.name': word,
    'error.type': word,
    'concord.agency': /^[A-Z]{1,32}$/,
    'concord.outcome': word,
    'concord.channel.letters': /^(concord-message|concord-greeting)$/,
    'concord.channel.count': count,
    'concord.channel.type': /^concord\.[a-z.-]{1,64}\.v\d{1,2}$/,
  }),
);

const isAllowed = ([name, value]: [string, AttributeValue | undefined]): boolean =>
  (typeof value === 'string' || typeof value === 'number') && allowed.get(name)?.test(String(value)) === true;

const allowedOf = (attributes: Attributes): Attributes =>
  Object.fromEntries(Object.entries(attributes).filter(isAllowed));

function nameOf(name: string, attributes: Attributes): string {
  const parts = ['http.request.method', 'http.route', 'db.operation.name', 'db.collection.name'];
  const made = parts.flatMap((part) => attributes[part] ?? []).join(' ');
  if (made) return made;
  return names.has(name) ? name : 'unnamed';
}

/** Without the state of the trace, which is free text of its beginner's. */
const bare = ({ traceId, spanId, traceFlags, isRemote }: SpanContext): SpanContext => ({
  traceId,
  spanId,
  traceFlags,
  ...(isRemote !== undefined && { isRemote }),
});

/** A span as it may leave the process. */
export function exportedSpan(span: ReadableSpan): ReadableSpan {
  const attributes = allowedOf(span.attributes);
  const own = bare(span.spanContext());
  const { kind, startTime, endTime, duration, ended, resource, instrumentationLibrary } = span;
  return {
    name: nameOf(span.name, attributes),
    kind,
    spanContext: () => own,
    ...(span.parentSpanId !== undefined && { parentSpanId: span.parentSpanId }),
    startTime,
    endTime,
    duration,
    ended,
    status: { code: span.status.code },
    attributes,
    links: span.links.map(({ context }) => ({ context: bare(context) })),
    // An event of an exception has its message and its stack.
    events: [],
    resource,
    instrumentationLibrary,
    droppedAttributesCount: 0,
    droppedEventsCount: 0,
    droppedLinksCount: 0,
  };
}
