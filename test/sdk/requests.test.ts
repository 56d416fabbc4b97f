import { describe, expect, test } from '@jest/globals';
import { VisibilityDocument } from '../../sdk/src/generated/operations.ts';
import { endpointFrom } from '../../sdk/src/http/endpoint.ts';
import type { ClientEvent, ClientOptions } from '../../sdk/src/index.ts';
import { answer, clientOf, gatewayAnswering, gatewayThat, problemOf, refusal } from './support/gateway.ts';

const variables = { document: '{ __typename }' };
const whole = { data: { visibility: null } };
const sentBy = async (options: Partial<ClientOptions>, call = {}) => {
  const { url, reached } = await gatewayAnswering(whole);
  await clientOf(url, options).query(VisibilityDocument, variables, call);
  return reached[0];
};

describe('a request', () => {
  test('has the operation, its name and its variables', async () => {
    expect((await sentBy({}))?.body).toEqual({
      query: expect.stringMatching(/^query Visibility\(/),
      operationName: 'Visibility',
      variables,
    });
  });

  test('has the token and the mandate, and of a case only where there is one', async () => {
    const sent = await sentBy({
      mandate: { purpose: 'SOLVING', legalBasis: 'NATIONAL_LAW', case: 'BY-2026-000001' },
    });
    expect(sent?.headers).toMatchObject({
      authorization: 'Bearer token-1',
      'concord-purpose': 'SOLVING',
      'concord-legal-basis': 'NATIONAL_LAW',
      'concord-case': 'BY-2026-000001',
      'content-type': 'application/json',
    });
    expect((await sentBy({}))?.headers['concord-case']).toBeUndefined();
  });

  test('has the mandate of its call rather than the client’s', async () => {
    const mandate = { purpose: 'PREVENTION', legalBasis: 'NATIONAL_LAW' } as const;
    expect((await sentBy({}, { mandate }))?.headers['concord-purpose']).toBe('PREVENTION');
  });

  test('has an id of its own, or the one that it was given', async () => {
    expect((await sentBy({}))?.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
    expect((await sentBy({}, { requestId: 'my-request-1' }))?.headers['x-request-id']).toBe('my-request-1');
  });

  test('has no idempotency key when it is a query', async () => {
    expect((await sentBy({}))?.headers['idempotency-key']).toBeUndefined();
  });

  test('has the trace that it belongs to, and none where that is none', async () => {
    const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
    expect((await sentBy({ traceparent: () => traceparent }))?.headers.traceparent).toBe(traceparent);
    const none: (() => string | undefined)[] = [
      () => undefined,
      () => 'x\r\nauthorization: y',
      () => {
        throw new Error('no tracer');
      },
    ];
    for (const each of none)
      expect((await sentBy({ traceparent: each }))?.headers.traceparent).toBeUndefined();
  });

  test.each([['BY-2026\n000001'], ['дело 1'], ['']])(
    'with a case that no header can carry is not sent: %j',
    async (number) => {
      const { url, reached } = await gatewayAnswering(whole);
      const mandate = { purpose: 'SOLVING', legalBasis: 'NATIONAL_LAW', case: number } as const;
      const failed = clientOf(url, { mandate }).query(VisibilityDocument, variables);
      await expect(failed).rejects.toMatchObject({
        problem: { code: 'INVALID_OPTION' },
        message: 'The value of the header concord-case cannot be sent.',
      });
      expect(reached).toEqual([]);
    },
  );
});

describe('an answer', () => {
  test('has the id under which the gateway knows it', async () => {
    const { url } = await gatewayThat((_request, response) =>
      answer(response, whole, 200, { 'x-request-id': 'request-0003' }),
    );
    expect((await clientOf(url).query(VisibilityDocument, variables)).requestId).toBe('request-0003');
  });
});

describe('an observer', () => {
  const eventsOf = async (...bodies: unknown[]) => {
    const events: ClientEvent[] = [];
    const { url } = await gatewayAnswering(...bodies);
    const observe = (event: ClientEvent) => events.push(event);
    const concord = clientOf(url, { observe, token: async () => 'token-1', retries: 1 });
    await problemOf(concord.query(VisibilityDocument, variables));
    return events;
  };

  test('is told of each step', async () => {
    const events = await eventsOf(refusal('UNAUTHENTICATED'), refusal('UNAVAILABLE'), whole);
    expect(events.map(({ kind }) => kind)).toEqual([
      ...['sent', 'answered', 'token-refused'],
      ...['sent', 'answered', 'retrying'],
      ...['sent', 'answered'],
    ]);
  });

  test('is told no token and no variable', async () => {
    expect(JSON.stringify(await eventsOf(refusal('FORBIDDEN')))).not.toMatch(/token-1|__typename/);
  });

  test('that throws stops nothing', async () => {
    const { url } = await gatewayAnswering(whole);
    const observe = () => {
      throw new Error('the log is full');
    };
    await clientOf(url, { observe }).query(VisibilityDocument, variables);
  });
});

describe('an endpoint', () => {
  test.each([
    ['https://concord.example/graphql', false, undefined],
    ['http://localhost:4000/graphql', false, undefined],
    ['http://127.0.0.1:4000/graphql', false, undefined],
    ['http://gateway:4000/graphql', true, undefined],
    ['/graphql', false, 'https://partner.example/profile'],
    ['/graphql', false, 'http://partner.internal/profile'],
  ])('%s, with `allowHttp` %s, from %s', (endpoint, allowHttp, page) => {
    expect(endpointFrom(endpoint, allowHttp, page)).toMatch(/\/graphql$/);
  });

  test.each([
    ['/graphql', undefined],
    ['no address', undefined],
    ['http://concord.example/graphql', undefined],
    ['ftp://concord.example/graphql', undefined],
    ['http://concord.example/graphql', 'https://partner.example/'],
    ['https://user:secret@concord.example/graphql', undefined],
  ])('is refused: %s, from %s', (endpoint, page) => {
    expect(() => endpointFrom(endpoint, false, page)).toThrow(
      expect.objectContaining({
        problem: { code: 'INVALID_OPTION' },
        message: expect.not.stringContaining('secret'),
      }),
    );
  });
});
