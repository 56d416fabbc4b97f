import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ProfileDocument } from '../../sdk/src/generated/operations.ts';
import { officerAt } from '../sdk/support/officer.ts';
import { type CollectedSpan, startCollector } from '../support/collector.ts';
import { officersOf } from '../support/end-to-end/channel/officers.ts';
import { twoAgencies } from '../support/end-to-end/channel/two-agencies.ts';
import { linked } from '../support/end-to-end/demo.ts';
import type { Launched } from '../support/end-to-end/processes.ts';
import { sharedStack } from '../support/end-to-end/shared-stack.ts';
import { newSettings, type StackAddress } from '../support/end-to-end/stack.ts';
import { until } from '../support/end-to-end/until.ts';
import { long } from '../support/long.ts';

const patience = 60_000;
const collector = await startCollector();
const stack = twoAgencies({
  ...(await newSettings()),
  OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
  OTEL_BSP_SCHEDULE_DELAY: '100',
});
const listModules = join(import.meta.dirname, '..', 'support', 'end-to-end', 'list-tracing-modules.mjs');

const callersSpan = 'b7ad6b7169203331';
let traces = 0;
/** The id of a trace that nobody has used. */
const newTrace = () => `0af7651916cd43dd8448eb211c80${String(++traces).padStart(4, '0')}`;

/** The profile of one person, asked through the SDK. */
const asked = (address: StackAddress, traceparent?: string, requestId?: string) =>
  officerAt(address, 'belarus', 'investigator').query(
    ProfileDocument,
    { id: linked.belarus },
    { traceparent, requestId },
  );
const askedIn = (address: StackAddress, trace: string) => asked(address, `00-${trace}-${callersSpan}-01`);

const find = (spans: readonly CollectedSpan[], service: string, name: string) =>
  spans.find((span) => span.service === service && span.name === name);

/** The names of a span and of those above it, up to the first that is not among them. */
function wayTo(span: CollectedSpan | undefined, spans: readonly CollectedSpan[]): string[] {
  if (!span) return [];
  const above = spans.find(({ spanId }) => spanId === span.parentSpanId);
  return [...wayTo(above, spans), `${span.service}: ${span.name}`];
}

async function spansOf(trace: string, ...services: string[]): Promise<CollectedSpan[]> {
  const isWhole = () =>
    services.every((service) => find(collector.trace(trace), service, 'POST /graphql') !== undefined);
  await until(isWhole, patience, () => JSON.stringify(collector.trace(trace)));
  return collector.trace(trace);
}

interface Line {
  requestId?: string;
  traceId?: string;
  msg: string;
}
const logOf = ({ dataDirectory }: StackAddress, name: string): Line[] =>
  readFileSync(join(dataDirectory, 'logs', `${name}.log`), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));

const loadedBy = (process: Launched): string[] =>
  /^loaded: (.*)\.$/m.exec(process.output())?.[1]?.split(' ') ?? [];
const ofTheSdk = ['sdk-trace-base', 'exporter-trace-otlp-http', 'context-async-hooks'];

describe('with an exporter', () => {
  test('one call of the SDK is one trace, from the gateway to the last MongoDB command', async () => {
    const trace = newTrace();
    await askedIn(stack, trace);
    const spans = await spansOf(trace, 'gateway', 'belarus-subgraph', 'russia-subgraph');
    const toFetch = ['POST /graphql', 'gateway.request', 'gateway.fetch'];
    const way = (agency: string, command: string) => [
      ...toFetch.map((name) => `gateway: ${name}`),
      ...['POST /graphql', 'graphql.execute', command].map((name) => `${agency}-subgraph: ${name}`),
    ];
    for (const agency of ['belarus', 'russia'])
      expect(wayTo(find(spans, `${agency}-subgraph`, 'find dossiers'), spans)).toEqual(
        way(agency, 'find dossiers'),
      );
    // What another agency reads goes on record last.
    expect(wayTo(find(spans, 'russia-subgraph', 'insert reads'), spans)).toEqual(
      way('russia', 'insert reads'),
    );
    const known = new Set([callersSpan, ...spans.map(({ spanId }) => spanId)]);
    expect(spans.filter(({ parentSpanId = '' }) => !known.has(parentSpanId))).toEqual([]);
    expect(find(spans, 'gateway', 'POST /graphql')?.parentSpanId).toBe(callersSpan);
  });

  test.each([
    ['a malformed one', 'BY-2026-000001'],
    ['none', undefined],
  ])(
    'a request with %s for a traceparent begins a trace, and the log has its id',
    async (name, traceparent) => {
      const requestId = `trace-${name.replace(/\W/g, '-')}`;
      const { as } = stack;
      const caller = as('belarus', 'investigator')
        .for('INVESTIGATION', 'BY-2026-000001')
        .with('x-request-id', requestId);
      const traced = traceparent === undefined ? caller : caller.with('traceparent', traceparent);
      const { status } = await traced.query(`{ suspect(id: "${linked.belarus}") { id belarus { id } } }`);
      expect(status).toBe(200);
      const logged = () => logOf(stack, 'gateway').find((line) => line.requestId === requestId)?.traceId;
      await until(() => logged() !== undefined, patience);
      const trace = logged() ?? '';
      expect(trace).toMatch(/^[0-9a-f]{32}$/);
      const spans = await spansOf(trace, 'gateway', 'belarus-subgraph');
      expect(find(spans, 'gateway', 'POST /graphql')?.parentSpanId).toBeUndefined();
    },
  );

  test('a decision that is told abroad is a trace of its delivery, its receipt and what it changes', async () => {
    const officers = officersOf(stack, 'belarus');
    await officers.release(await officers.record());
    const isOfRelease = ({ name, attributes }: CollectedSpan) =>
      name === 'channel.apply' && attributes['concord.channel.type'] === 'concord.release.granted.v1';
    await until(() => collector.spans().some(isOfRelease), patience);
    const { traceId } = collector.spans().find(isOfRelease) as CollectedSpan;
    const has = (service: string, name: string) =>
      find(collector.trace(traceId), service, name) !== undefined;
    await until(
      () => has('belarus-subgraph', 'channel.deliver') && has('russia-subgraph', 'POST /channel'),
      patience,
    );
    const spans = collector.trace(traceId);
    const applied = spans.find(isOfRelease);
    expect(wayTo(applied, spans)).toEqual([
      'belarus-subgraph: channel.deliver',
      'russia-subgraph: POST /channel',
      'russia-subgraph: channel.apply',
    ]);
    expect(applied?.attributes['concord.outcome']).toBe('APPLIED');
    const delivered = find(spans, 'belarus-subgraph', 'channel.deliver');
    expect(delivered?.parentSpanId).toBeUndefined();
    expect(delivered?.attributes['concord.outcome']).toBe('ACCEPTED');
    const commands = spans.filter(({ parentSpanId }) => parentSpanId === applied?.spanId);
    expect(commands.map(({ name }) => name)).toEqual(
      expect.arrayContaining([expect.stringMatching(/notices$/)]),
    );
  });

  test('an agency that exports nothing passes the trace over, and has its id in its log', async () => {
    const russia = await stack.restart('russia', {
      preload: listModules,
      settings: { OTEL_SDK_DISABLED: 'true', LOG_LEVEL: 'info' },
    });
    const trace = newTrace();
    const { data } = await askedIn(stack, trace);
    expect(data.suspect?.russia.state).toBe('present');
    const spans = await spansOf(trace, 'gateway', 'belarus-subgraph');
    expect(spans.filter(({ service }) => service === 'russia-subgraph')).toEqual([]);
    await russia.says(`"traceId":"${trace}"`);
    russia.signal('SIGTERM');
    expect(await russia.exited).toBe(0);
    expect(loadedBy(russia)).toEqual(['api']);
  });

  long.test('a collector that breaks off, or hangs, costs no answer, and holds up no end', async () => {
    const russia = await stack.restart('russia', { preload: listModules, settings: { LOG_LEVEL: 'info' } });
    const { data } = await asked(stack);
    collector.behave('break off');
    expect((await asked(stack)).data).toEqual(data);
    await russia.says('traces are not taken by the collector');
    expect((await asked(stack)).data).toEqual(data);
    collector.behave('take');
    await asked(stack);
    await russia.says('traces are taken by the collector again');
    collector.behave('hang');
    expect((await asked(stack)).data).toEqual(data);
    await until(() => collector.held() >= 3, patience);
    expect((await asked(stack)).data).toEqual(data);
    russia.signal('SIGTERM');
    // It would be 1 after 15 seconds.
    expect(await russia.exited).toBe(0);
    expect(loadedBy(russia)).toEqual(expect.arrayContaining(ofTheSdk));
  });
});

describe('without an exporter', () => {
  const shared = sharedStack();
  const processes = ['gateway', 'belarus', 'russia'];

  test('the traceparent of a call goes on to every log', async () => {
    const trace = newTrace();
    await askedIn(shared, trace);
    for (const name of processes)
      await until(
        () => logOf(shared, name).some(({ traceId }) => traceId === trace),
        patience,
        () => name,
      );
  });

  test('one that is malformed, or absent, is no error, and in no log', async () => {
    for (const traceparent of [undefined, 'BY-2026-000001']) {
      // A name in any other form does not go abroad.
      const requestId = randomUUID();
      const caller = shared
        .as('belarus', 'investigator')
        .for('INVESTIGATION', 'BY-2026-000001')
        .with('x-request-id', requestId);
      const { status, codes } = await (traceparent ? caller.with('traceparent', traceparent) : caller).query(
        `{ suspect(id: "${linked.belarus}") { belarus { id } russia { id } } }`,
      );
      expect({ status, codes }).toEqual({ status: 200, codes: [] });
      for (const name of processes) {
        const line = () => logOf(shared, name).find((one) => one.requestId === requestId);
        await until(() => line() !== undefined, patience);
        expect(line()).not.toHaveProperty('traceId');
      }
    }
  });
});
