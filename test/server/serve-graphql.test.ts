import type { FastifyInstance } from 'fastify';
import { buildSchema } from 'graphql';
import { createHttpServer } from '../../server/create-http-server.ts';
import { createRegistry } from '../../server/create-registry.ts';
import { createLog } from '../../server/log.ts';
import { serveGraphql } from '../../server/serve-graphql.ts';

let app: FastifyInstance;
beforeAll(async () => {
  const log = createLog('test', 'silent');
  const registry = createRegistry();
  app = createHttpServer({ log, mode: 'production', registry, bodyLimit: 10_000, notReady: async () => [] });
  await serveGraphql(app, {
    apollo: { schema: buildSchema('type Query { person(surname: String): String }') },
    context: async ({ id }) => ({ requestId: id }),
    methods: ['GET', 'POST'],
    mode: 'production',
    log,
    registry,
    maxTokens: 1_000,
  });
});
afterAll(() => app.close());

async function ask(headers: Record<string, string>, method: 'GET' | 'POST' = 'GET') {
  const query = '{ person(surname: "Haradzeika") }';
  const { statusCode, body } = await app.inject({
    method,
    url: method === 'GET' ? `/graphql?${new URLSearchParams({ query })}` : '/graphql',
    headers: { 'x-request-id': 'request-0001', ...headers },
    ...(method === 'POST' && { payload: JSON.stringify({ query }) }),
  });
  return { status: statusCode, ...JSON.parse(body) };
}

describe('a GET without a header of its own', () => {
  test('is refused with what to set in the usual clients, and nothing of it is repeated', async () => {
    const { status, errors, data } = await ask({ authorization: 'Bearer token', accept: 'application/json' });
    expect({ status, data, errors }).toEqual({
      status: 400,
      errors: [
        {
          message: expect.stringMatching(
            /POST.*urql `preferGetMethod: false`.*Apollo Client without `useGETForQueries`/,
          ),
          extensions: { code: 'BAD_REQUEST' },
        },
      ],
    });
    expect(JSON.stringify(errors)).not.toContain('Haradzeika');
  });

  test.each([
    ['with one', { 'apollo-require-preflight': '1' }, 'GET'],
    ['by POST', { 'content-type': 'application/json' }, 'POST'],
  ] as const)('is answered %s', async (_how, headers, method) => {
    expect(await ask(headers, method)).toEqual({ status: 200, data: { person: null } });
  });
});
