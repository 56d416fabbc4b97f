import { RecordBelarusDossierDocument, VisibilityDocument } from '../../sdk/src/generated/operations.ts';
import { endpointFrom } from '../../sdk/src/http/endpoint-from.ts';
import type { ClientEvent, ClientOptions } from '../../sdk/src/index.ts';
import { answer, clientOf, gatewayAnswering, gatewayThat, problemOf, refusal } from './support/gateway.ts';

const variables = { document: '{ __typename }' };
const nowhere = new URL('http://127.0.0.1:9/graphql');
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

  test('has the reason in any letters, which a header does not carry as they are, and only where there is one', async () => {
    const mandate = { purpose: 'PREVENTION', legalBasis: 'NATIONAL_LAW' } as const;
    const reason = 'Проверка сообщения № 17';
    const sent = (await sentBy({ mandate: { ...mandate, reason } }))?.headers['concord-reason'];
    expect(decodeURIComponent(String(sent))).toBe(reason);
    expect((await sentBy({ mandate }))?.headers['concord-reason']).toBeUndefined();
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
});

describe('an option that cannot be', () => {
  const invalid = { problem: { code: 'INVALID_OPTION' } };
  const numbers: [string, number][] = [
    ['deadline', Number.POSITIVE_INFINITY],
    ['deadline', Number.NaN],
    ['deadline', -1],
    ['deadline', 0],
    ['retries', Number.NaN],
    ['retries', -1],
    ['retries', 1.5],
    ['maxAnswerBytes', Number.NaN],
    ['maxAnswerBytes', 0],
  ];

  test.each(numbers)('is said at once: `%s` of %d', (name, value) => {
    expect(() => clientOf(nowhere, { [name]: value })).toThrow(expect.objectContaining(invalid));
  });

  test.each(numbers.filter(([name]) => name !== 'maxAnswerBytes'))(
    'is said of a single call: `%s` of %d',
    async (name, value) => {
      const { url, reached } = await gatewayAnswering(whole);
      const failed = clientOf(url).query(VisibilityDocument, variables, { [name]: value });
      await expect(failed).rejects.toMatchObject(invalid);
      expect(reached).toEqual([]);
    },
  );

  test('is no long deadline, nor a short one', async () => {
    for (const deadline of [2 ** 31, 10_000.5]) {
      const { url } = await gatewayAnswering(whole);
      await clientOf(url, { deadline }).query(VisibilityDocument, variables, { deadline: 2 ** 40 });
      await clientOf(url, { deadline }).query(VisibilityDocument, variables);
    }
  });

  test.each([['BY-2026\n000001'], ['дело 1'], ['']])(
    'is a case that no header can carry, of the client or of a call: %j',
    async (number) => {
      const { url, reached } = await gatewayAnswering(whole);
      const mandate = { purpose: 'SOLVING', legalBasis: 'NATIONAL_LAW', case: number } as const;
      const said = { ...invalid, message: 'The value of the header concord-case cannot be sent.' };
      expect(() => clientOf(url, { mandate })).toThrow(expect.objectContaining(said));
      const failed = clientOf(url).query(VisibilityDocument, variables, { mandate });
      await expect(failed).rejects.toMatchObject(said);
      expect(reached).toEqual([]);
    },
  );

  test.each<[string, object]>([
    ['no mandate', { mandate: undefined }],
    ['a mandate without a purpose', { mandate: { legalBasis: 'NATIONAL_LAW' } }],
    ['an empty token', { token: '' }],
    ['no token', { token: undefined }],
    ['a token that no header can carry', { token: 'sec\nret' }],
    ['no endpoint', { endpoint: undefined }],
  ])('is said at once, as who writes JavaScript is told by no compiler: %s', (_name, option) => {
    expect(() => clientOf(nowhere, option)).toThrow(
      expect.objectContaining({ ...invalid, message: expect.not.stringContaining('sec') }),
    );
  });

  test('is a document without types, and one of the other kind', async () => {
    const { url, reached } = await gatewayAnswering(whole);
    const concord = clientOf(url);
    const plain = { kind: 'Document', definitions: [] } as never;
    await expect(concord.query(plain, {})).rejects.toMatchObject(invalid);
    await expect(concord.mutate(plain, {})).rejects.toMatchObject(invalid);
    await expect(concord.mutate(VisibilityDocument as never, variables)).rejects.toMatchObject(invalid);
    const input = { input: {} as never };
    await expect(concord.query(RecordBelarusDossierDocument as never, input)).rejects.toMatchObject(invalid);
    expect(reached).toEqual([]);
  });

  test.each([undefined, null, 'x', []])('is %j for variables', async (none) => {
    const { url, reached } = await gatewayAnswering(whole);
    const failed = clientOf(url).query(VisibilityDocument, none as never);
    await expect(failed).rejects.toMatchObject(invalid);
    expect(reached).toEqual([]);
  });
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

  test('that fails later stops nothing, and leaves nothing unhandled', async () => {
    const unhandled: unknown[] = [];
    const note = (reason: unknown) => unhandled.push(reason);
    process.on('unhandledRejection', note);
    const { url } = await gatewayAnswering(whole);
    const observe = async () => {
      throw new Error('the log is full');
    };
    await clientOf(url, { observe }).query(VisibilityDocument, variables);
    await new Promise((resolve) => setTimeout(resolve, 20));
    process.off('unhandledRejection', note);
    expect(unhandled).toEqual([]);
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
