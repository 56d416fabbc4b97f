import { request } from '../support/end-to-end/callers.ts';
import { linked } from '../support/end-to-end/demo.ts';
import { tracesOfTheInside } from '../support/end-to-end/inside.ts';
import { sharedStack } from '../support/end-to-end/shared-stack.ts';

const { as, holding, stranger, gateway } = sharedStack();
const investigator = as('belarus', 'investigator').for('INVESTIGATION', 'BY-2026-000001');

const query = `{ suspect(id: "${linked.belarus}") { id } }`;
const found = { data: { suspect: { id: `S-${linked.belarus}` } } };

describe('a body', () => {
  test('that is a JSON object with a query is answered', async () => {
    expect((await investigator.post(JSON.stringify({ query }))).body).toEqual(found);
  });

  test.each([
    ['no body', ''],
    ['no JSON', '{ suspect'],
    ['half of one', JSON.stringify({ query }).slice(0, -5)],
    ['an empty object', '{}'],
    ['nothing', 'null'],
    ['a number', '7'],
    ['text', '"{ __typename }"'],
    ['a query that is no text', '{"query":{"$gt":""}}'],
    ['a query of nothing', '{"query":""}'],
    ['variables that are text', JSON.stringify({ query, variables: 'x' })],
    ['variables that are a list', JSON.stringify({ query, variables: [1] })],
    ['an operation name that is no text', JSON.stringify({ query, operationName: {} })],
    ['extensions that are text', JSON.stringify({ query, extensions: 'x' })],
    ['a batch', JSON.stringify([{ query }, { query }])],
    ['a batch of one', JSON.stringify([{ query }])],
    ['an empty batch', '[]'],
    ['a prototype', `{"query":${JSON.stringify(query)},"__proto__":{"admin":true}}`],
    ['a prototype in its variables', `{"query":${JSON.stringify(query)},"variables":{"__proto__":{"a":1}}}`],
    ['a constructor', `{"query":${JSON.stringify(query)},"constructor":{"prototype":{"a":1}}}`],
  ])('that is %s is refused as a bad request', async (_name, body) => {
    const answer = await investigator.post(body);
    expect({ status: answer.status, codes: answer.codes }).toEqual({ status: 400, codes: ['BAD_REQUEST'] });
    expect(answer.body.data ?? null).toBeNull();
    expect(tracesOfTheInside(answer.text)).toEqual([]);
  });

  test.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])(
    'sent as %s, as a page of another site can, is refused',
    async (contentType) => {
      const { status, codes } = await investigator.with('content-type', contentType).query(query);
      expect({ status, codes }).toEqual({ status: 400, codes: ['BAD_REQUEST'] });
    },
  );
});

describe('a GET', () => {
  test('with a header that no page of another site can send is answered', async () => {
    const { status, body } = await investigator
      .with('apollo-require-preflight', '1')
      .get('/graphql', { query });
    expect({ status, body }).toEqual({ status: 200, body: found });
  });

  test('without one is refused', async () => {
    const { status, codes } = await investigator.get('/graphql', { query });
    expect({ status, codes }).toEqual({ status: 400, codes: ['BAD_REQUEST'] });
  });

  test.each([
    [
      'variables',
      { query: 'query ($id: ID!) { suspect(id: $id) { id } }', variables: '{"id":"BY-0000000000"}' },
    ],
    ['a name', { query: '{ searchSuspects(criteria: { surname: "Ivanou" }) { agencies { outcome } } }' }],
  ])('with %s is refused: it would stand in the address', async (_what, asked) => {
    const { status, codes, headers } = await investigator
      .with('apollo-require-preflight', '1')
      .get('/graphql', asked);
    expect({ status, codes, allow: headers.get('allow') }).toEqual({
      status: 405,
      codes: ['BAD_REQUEST'],
      allow: 'POST',
    });
  });
});

describe('a document', () => {
  test.each([
    ['that cannot be parsed', '{ suspect(', 'GRAPHQL_PARSE_FAILED'],
    [
      'with an unknown field',
      `{ suspect(id: "${linked.belarus}") { shoeSize } }`,
      'GRAPHQL_VALIDATION_FAILED',
    ],
    ['with an unknown argument', '{ suspect(name: "x") { id } }', 'GRAPHQL_VALIDATION_FAILED'],
    [
      'that asks the gateway for entities',
      '{ _entities(representations: []) { __typename } }',
      'GRAPHQL_VALIDATION_FAILED',
    ],
    ['that asks the gateway for its subgraphs', '{ _service { sdl } }', 'GRAPHQL_VALIDATION_FAILED'],
    [
      'that changes something where nothing can be changed',
      'mutation { erase }',
      'GRAPHQL_VALIDATION_FAILED',
    ],
    [
      'that subscribes where there is nothing to subscribe to',
      'subscription { all }',
      'GRAPHQL_VALIDATION_FAILED',
    ],
    [
      'of two operations without a choice',
      'query A { __typename } query B { __typename }',
      'OPERATION_RESOLUTION_FAILURE',
    ],
  ])('%s is refused', async (_name, document, code) => {
    const { status, codes, body, text } = await investigator.query(document);
    expect({ status, codes: [...new Set(codes)] }).toEqual({ status: 400, codes: [code] });
    expect(body.data ?? null).toBeNull();
    expect(tracesOfTheInside(text)).toEqual([]);
  });
});

describe('a query that was to be kept under its hash', () => {
  test.each([
    ['is refused', {}],
    ['is refused with its text too', { query }],
  ])('%s', async (_name, sent) => {
    const extensions = { persistedQuery: { version: 1, sha256Hash: 'a'.repeat(64) } };
    const { status, codes, body } = await investigator.post(JSON.stringify({ ...sent, extensions }));
    expect({ status, codes }).toEqual({ status: 400, codes: ['PERSISTED_QUERY_NOT_SUPPORTED'] });
    expect(body.data ?? null).toBeNull();
  });
});

describe('who is not let in', () => {
  test.each([
    ['without a token', () => stranger().query(query), 'Bearer realm="concord"'],
    [
      'with a bad one',
      () => holding('garbage').query(query),
      'Bearer realm="concord", error="invalid_token"',
    ],
  ])('%s is told how to be', async (_what, ask, challenge) => {
    const { status, headers } = await ask();
    expect([status, headers.get('www-authenticate')]).toEqual([401, challenge]);
  });
});

describe('the schema', () => {
  test('is told in full, by the newest introspection', async () => {
    const { status, body } = await investigator.query(
      '{ __schema { types { name isOneOf inputFields(includeDeprecated: true) { name } } directives { name isRepeatable } } }',
    );
    expect(status).toBe(200);
    expect(body.errors).toBeUndefined();
  });
});

describe('an address', () => {
  test.each(['/playgrounds', '/graphql/', '/health', '/graphql/../metrics/x', '/.env', '/health/ready/x'])(
    'where nothing is, is not found: %s',
    async (path) => {
      const { status, codes, text } = await request(`${gateway}${path}`);
      expect({ status, codes }).toEqual({ status: 404, codes: ['NOT_FOUND'] });
      expect(tracesOfTheInside(text)).toEqual([]);
    },
  );

  test.each(['PUT', 'DELETE', 'PATCH'])(
    'of the gateway is not for %s, and says what it is for',
    async (method) => {
      const { status, codes, headers } = await request(`${gateway}/graphql`, { method });
      expect({ status, codes }).toEqual({ status: 405, codes: ['BAD_REQUEST'] });
      expect(headers.get('allow')).toBe('GET, POST');
    },
  );

  test('that is no address is a bad request', async () => {
    const { status, codes, text } = await request(`${gateway}/%zz`);
    expect({ status, codes }).toEqual({ status: 400, codes: ['BAD_REQUEST'] });
    expect(tracesOfTheInside(text)).toEqual([]);
  });

  test.each(['/health/live', '/health/ready'])('of its health answers: %s', async (path) => {
    expect((await request(`${gateway}${path}`)).status).toBe(200);
  });
});

describe('the id of a request', () => {
  test.each([
    ['a bad token', () => holding('garbage').query(query), 401],
    ['no token', () => stranger().query(query), 401],
    ['no mandate', () => as('belarus', 'investigator').query(query), 400],
    ['no JSON', () => investigator.post('{'), 400],
    ['an unknown field', () => investigator.query('{ x }'), 400],
    ['a malformed id', () => investigator.query('{ suspect(id: "x") { id } }'), 200],
    ['an unknown address', () => investigator.get('/nowhere', {}), 404],
  ])('is in every error and in the headers: %s', async (_name, asked, status) => {
    const answer = await asked();
    expect(answer.status).toBe(status);
    const id = answer.headers.get('x-request-id');
    expect(id).toMatch(/^[\w-]{8,64}$/);
    expect(answer.body.errors?.map(({ extensions }) => extensions?.requestId)).toEqual([id]);
  });

  test('is the caller’s own when he sends a usable one, and another when he does not', async () => {
    const withId = async (id: string) =>
      (await investigator.with('x-request-id', id).query(query)).headers.get('x-request-id');
    expect(await withId('my-request-0001')).toBe('my-request-0001');
    expect(await withId('"}{"level":60')).toMatch(/^[0-9a-f-]{36}$/);
    expect(await withId('x'.repeat(65))).toMatch(/^[0-9a-f-]{36}$/);
  });
});
