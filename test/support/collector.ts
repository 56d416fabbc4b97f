import { createServer, type ServerResponse } from 'node:http';
import { atEndOfFile } from './end-of-file.ts';

/** A span as it arrived. */
export interface CollectedSpan {
  service: string;
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  name: string;
  attributes: Record<string, unknown>;
  hasFailed: boolean;
}

/** What a collector makes of the spans that it is sent. */
type Behaviour = 'take' | 'hang' | 'break off';

export interface Collector {
  /** What OTEL_EXPORTER_OTLP_ENDPOINT is set to. */
  url: string;
  /** All that has arrived, byte by byte. */
  text(): string;
  spans(): CollectedSpan[];
  trace(traceId: string): CollectedSpan[];
  behave(behaviour: Behaviour): void;
  /** How many exports wait for an answer. */
  held(): number;
}

interface Attribute {
  key: string;
  value: Record<string, unknown>;
}

/** OTLP's JSON encoding, as far as it is read here. */
interface Exported {
  resourceSpans: {
    resource: { attributes: Attribute[] };
    scopeSpans: {
      spans: (Omit<CollectedSpan, 'attributes'> & { attributes: Attribute[]; status: { code: number } })[];
    }[];
  }[];
}

const attributesOf = (attributes: readonly Attribute[]): Record<string, unknown> =>
  Object.fromEntries(attributes.map(({ key, value }) => [key, Object.values(value)[0]]));

const spansIn = (body: string): CollectedSpan[] =>
  (JSON.parse(body) as Exported).resourceSpans.flatMap(({ resource, scopeSpans }) => {
    const service = String(attributesOf(resource.attributes)['service.name']);
    return scopeSpans.flatMap(({ spans }) =>
      spans.map(({ traceId, spanId, parentSpanId, name, attributes, status }) => ({
        ...{ service, traceId, spanId, name, attributes: attributesOf(attributes) },
        ...(parentSpanId && { parentSpanId }),
        hasFailed: status.code === 2,
      })),
    );
  });

/** A collector that speaks OTLP over HTTP, until the last test of the file. */
export async function startCollector(): Promise<Collector> {
  const bodies: string[] = [];
  const held = new Set<ServerResponse>();
  let behaviour: Behaviour = 'take';
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    if (behaviour === 'break off') {
      request.socket.resetAndDestroy();
      return;
    }
    if (behaviour === 'hang') {
      held.add(response.once('close', () => held.delete(response)));
      return;
    }
    bodies.push(body);
    response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  atEndOfFile(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  const address = server.address();
  const spans = () => bodies.flatMap(spansIn);
  return {
    url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`,
    text: () => bodies.join('\n'),
    spans,
    trace: (traceId) => spans().filter((span) => span.traceId === traceId),
    behave: (next) => {
      behaviour = next;
    },
    held: () => held.size,
  };
}
