import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { buildSchema } from 'graphql';
import type { GatewayContext } from '../../../gateway/callers/gateway-context.ts';
import { documentGate } from '../../../gateway/documents/document-gate.ts';
import { operationLimits } from '../../../gateway/limits/operation-limits.ts';
import { createHttpServer } from '../../../server/create-http-server.ts';
import { createRegistry } from '../../../server/create-registry.ts';
import { refusal } from '../../../server/errors.ts';
import { createLog } from '../../../server/log.ts';
import { serveGraphql } from '../../../server/serve-graphql.ts';
import { gatewayContextOf } from '../../support/gateway-fetches.ts';

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');
const known = 'query Known($n: Int) { twice(n: $n) __typename }';
const other = 'query Other { __typename }';
const ofPage = 'query Page { twice(n: 7) }';
const persistedQuery = (sha256Hash: unknown, version: unknown = 1) => ({
  extensions: { persistedQuery: { version, sha256Hash } },
});

let app: FastifyInstance;
beforeAll(async () => {
  const log = createLog('test', 'silent');
  const registry = createRegistry();
  app = createHttpServer({
    log,
    mode: 'production',
    registry,
    bodyLimit: operationLimits.body,
    notReady: async () => [],
  });
  const gate = documentGate(new Map([known].map((text) => [hashOf(text), text])));
  const graphql = await serveGraphql<GatewayContext>(app, {
    apollo: { schema: buildSchema('type Query { twice(n: Int): Int }'), introspection: true },
    context: gate.around(async ({ headers }) => {
      if (!headers.authorization) throw refusal('UNAUTHENTICATED', 'Send your token.');
      return gatewayContextOf();
    }),
    methods: ['GET', 'POST'],
    mode: 'production',
    log,
    registry,
    maxTokens: operationLimits.tokens,
  });
  const page = (mayWrite: boolean) => ({
    onRequest: async (request: FastifyRequest) =>
      gate.fromPage(request, { mayWrite, own: new Set([ofPage]) }),
  });
  app.post('/page', page(true), graphql);
  app.post('/views', page(false), graphql);
});
afterAll(() => app.close());

const headers = { authorization: 'Bearer x', 'apollo-require-preflight': '1' };

async function ask(payload: unknown, url = '/graphql', sent: Record<string, string> = headers) {
  const { statusCode, body } = await app.inject({
    method: 'POST',
    url,
    payload: JSON.stringify(payload),
    headers: { 'content-type': 'application/json', ...sent },
  });
  return { status: statusCode, body };
}

const data = { __typename: 'Query', twice: null };

describe('a known document is answered', () => {
  test.each([
    ['by its text', { query: known }],
    ['by its hash alone', persistedQuery(hashOf(known))],
    ['by its hash with the algorithm', persistedQuery(`sha256:${hashOf(known)}`)],
    ['by its hash beside no text', { query: null, ...persistedQuery(hashOf(known)) }],
    ['by both', { query: known, ...persistedQuery(hashOf(known)) }],
    ['with variables and a name', { query: known, operationName: 'Known', variables: { n: 2 } }],
  ])('%s', async (_how, payload) => {
    const { status, body } = await ask(payload);
    expect({ status, ...JSON.parse(body) }).toEqual({ status: 200, data });
  });
});

describe('any other is refused with advice, and nothing of it is parsed or repeated:', () => {
  test.each([
    ['by its text', { query: other }],
    ['by its hash alone', persistedQuery(hashOf(other))],
    ['a known text with a space more', { query: `${known} ` }],
    ['a text that is no document', { query: '{ secretWord(' }],
    ['a known hash for another text', { query: other, ...persistedQuery(hashOf(known)) }],
    ['a known text under another hash', { query: known, ...persistedQuery(hashOf(other)) }],
    ['a known text under a hash that is none', { query: known, ...persistedQuery(7) }],
    ['a known hash of another algorithm', persistedQuery(`sha1:${hashOf(known)}`)],
    ['a known hash of another version', persistedQuery(hashOf(known), 2)],
    ['a hash in no object', { query: known, extensions: { persistedQuery: hashOf(known) } }],
    ['a name of Object', persistedQuery('__proto__')],
    ['nothing', {}],
    ['null', null],
    ['a list', [{ query: known }]],
    ['introspection', { query: '{ __schema { types { name } } }' }],
  ])('%s', async (_how, payload) => {
    const { status, body } = await ask(payload);
    const { errors } = JSON.parse(body);
    expect(errors).toEqual([
      {
        message: expect.stringContaining('Add it to the manifest'),
        extensions: { code: 'PERSISTED_QUERY_NOT_IN_LIST', requestId: expect.any(String) },
      },
    ]);
    expect(status).toBe(403);
    expect(body).not.toMatch(/secretWord|Other|Known|[0-9a-f]{64}/);
  });

  test('a known text by GET', async () => {
    const { statusCode, body } = await app.inject({
      url: `/graphql?query=${encodeURIComponent(known)}`,
      headers,
    });
    expect(statusCode).toBe(403);
    expect(JSON.parse(body).errors[0].message).toContain('by POST');
  });

  test('but a stranger is told to sign in, whatever they send', async () => {
    const answers = await Promise.all([known, other].map((query) => ask({ query }, '/graphql', {})));
    for (const { status, body } of answers)
      expect([status, JSON.parse(body).errors[0].extensions.code]).toEqual([401, 'UNAUTHENTICATED']);
  });
});

describe('a request of the page, of an officer who writes no queries there,', () => {
  test.each([
    ['a document of the page', ofPage, { twice: null }],
    ['a known document', known, data],
  ])('may ask %s', async (_what, query, answered) => {
    expect(JSON.parse((await ask({ query }, '/views')).body)).toEqual({ data: answered });
  });

  test.each([other, `${ofPage} `, '{ __schema { types { name } } }'])(
    'may not ask another: %s',
    async (query) => {
      const { status, body } = await ask({ query }, '/views');
      const [{ message, extensions }] = JSON.parse(body).errors;
      expect([status, extensions.code]).toEqual([403, 'PERSISTED_QUERY_NOT_IN_LIST']);
      expect(message).toContain('You write no queries');
    },
  );

  test('has no document that only the page may ask elsewhere', async () => {
    expect((await ask({ query: ofPage })).status).toBe(403);
  });
});

describe('a request of the page, of an officer who writes queries there,', () => {
  test('may ask any document', async () => {
    expect(JSON.parse((await ask({ query: other }, '/page')).body)).toEqual({
      data: { __typename: 'Query' },
    });
  });

  test('is judged as it is without a manifest: a hash is not supported', async () => {
    const { body } = await ask(persistedQuery(hashOf(known)), '/page');
    expect(JSON.parse(body).errors[0].extensions.code).toBe('PERSISTED_QUERY_NOT_SUPPORTED');
  });
});

test('without a manifest the context of a request is left as it is', () => {
  const context = async () => gatewayContextOf();
  expect(documentGate(undefined).around(context)).toBe(context);
});
