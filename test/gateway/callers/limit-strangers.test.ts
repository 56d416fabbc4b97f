import type { FastifyInstance } from 'fastify';
import { hasGoodToken } from '../../../gateway/callers/gateway-context.ts';
import { limitStrangers } from '../../../gateway/callers/limit-strangers.ts';
import type { CallerVerifier } from '../../../identity/caller-token.ts';
import { createHttpServer } from '../../../server/create-http-server.ts';
import { createRegistry, errorCounter } from '../../../server/create-registry.ts';
import { createLog } from '../../../server/log.ts';

/** Milliseconds that each request takes of the event loop, and those that an address may take at once. */
const taken = 60;
const atOnce = 20;

const verifyCaller: CallerVerifier = async (token) =>
  token === 'good'
    ? {
        viewer: { subject: 'one', agency: 'BELARUS', roles: [], cases: [] },
        tokenHash: 'hash',
        expiresAt: 0,
      }
    : { refused: 'no' };

let app: FastifyInstance;
let refused: string[] = [];
beforeEach(() => {
  refused = [];
  const registry = createRegistry();
  app = createHttpServer({
    log: createLog('test', 'silent'),
    mode: 'production',
    registry,
    bodyLimit: 1_024,
    notReady: async () => [],
  });
  limitStrangers(app, {
    secondsAMinute: (3 * atOnce) / 1_000,
    addressOf: ({ headers }) => String(headers['x-address']),
    hasGoodToken: hasGoodToken(verifyCaller),
    countError: (code) => {
      refused.push(code);
      errorCounter(registry)(code);
    },
  });
  app.get('/page', async () => 'the page');
  app.get('/graphql', async () => 'an answer');
  app.post('/long', async (request) => {
    const end = performance.now() + taken;
    while (performance.now() < end);
    return { read: request.body !== undefined };
  });
});
afterEach(() => app.close());

const ask = (url: string, headers: Record<string, string> = {}) =>
  app.inject({
    method: url === '/long' ? 'POST' : 'GET',
    url,
    headers: { 'x-address': 'a', ...headers },
    ...(url === '/long' && { payload: {} }),
  });

describe('an address whose requests without a token have taken too long', () => {
  beforeEach(async () => {
    expect(await ask('/long')).toMatchObject({ statusCode: 200 });
  });

  test('is told when to ask again, and nothing of it is read', async () => {
    const answer = await ask('/long');
    expect(answer.statusCode).toBe(429);
    // As much is missing as there may be at once, and a millisecond is added in a second.
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
    expect(Number(answer.headers['retry-after'])).toBeLessThanOrEqual(atOnce);
    const [{ message, extensions }] = answer.json().errors;
    expect(message).toContain('Send a token, or try again in');
    expect(extensions).toEqual({ code: 'TOO_MANY_REQUESTS', requestId: answer.headers['x-request-id'] });
    expect(refused).toEqual(['TOO_MANY_REQUESTS']);
    expect((await ask('/long', { authorization: 'Bearer bad' })).statusCode).toBe(429);
  });

  test('has those of its requests answered that show a good one', async () => {
    const answer = await ask('/long', { authorization: 'Bearer good' });
    expect([answer.statusCode, answer.json()]).toEqual([200, { read: true }]);
  });

  test('is told of the health, gets the page, and keeps no other address out', async () => {
    for (const url of ['/health/live', '/page'])
      expect([url, (await ask(url)).statusCode]).toEqual([url, 200]);
    for (const url of ['/graphql?query={__typename}', '/%67raphql?query={__typename}'])
      expect([url, (await ask(url)).statusCode]).toEqual([url, 429]);
    expect((await ask('/long', { 'x-address': 'b' })).statusCode).toBe(200);
  });
});
