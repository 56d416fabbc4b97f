import type { FastifyInstance } from 'fastify';
import { buildSchema } from 'graphql';
import { CallerLimits, costOfRequest } from '../../../gateway/callers/caller-limits.ts';
import type { Caller, GatewayContext } from '../../../gateway/callers/gateway-context.ts';
import { boundReading } from '../../../gateway/limits/bound-reading.ts';
import { operationLimits } from '../../../gateway/limits/operation-limits.ts';
import { createHttpServer } from '../../../server/create-http-server.ts';
import { createRegistry } from '../../../server/create-registry.ts';
import { createLog } from '../../../server/log.ts';
import { serveGraphql } from '../../../server/serve-graphql.ts';
import { officerKey } from '../../../terms/viewer.ts';
import { gatewayContextOf } from '../../support/gateway-fetches.ts';

const schema = buildSchema('type Query { page: Query id: ID }');
const costAMinute = 10_000;

let app: FastifyInstance;
let callers = new CallerLimits({ atATime: 20, costAMinute, secondsAMinute: 60 });
const { viewer } = gatewayContextOf().caller as Caller;

/** A server with this look at documents, as the gateway has it, and a caller who has asked nothing yet. */
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
  const { reading, rule } = boundReading<GatewayContext>({
    charge: (_context, cost) => callers.chargeReading(viewer, cost),
    chargeInVain: (_context, cost) => callers.takeWhatIsLeft(viewer, cost),
  });
  await serveGraphql<GatewayContext>(app, {
    apollo: { schema, validationRules: [rule], introspection: true },
    reading,
    async context() {
      callers.begin(viewer)();
      return gatewayContextOf();
    },
    methods: ['POST'],
    mode: 'production',
    log,
    registry,
    maxTokens: operationLimits.tokens,
  });
});
afterAll(() => app.close());

async function ask(query: string) {
  const { statusCode, headers, body } = await app.inject({
    method: 'POST',
    url: '/graphql',
    payload: { query },
  });
  const { data, errors = [] } = JSON.parse(body) as {
    data?: unknown;
    errors?: { extensions: { code: string } }[];
  };
  return { status: statusCode, codes: errors.map(({ extensions }) => extensions.code), data, headers };
}

const newCaller = () => {
  callers = new CallerLimits({ atATime: 20, costAMinute, secondsAMinute: 60 });
};
const same = (times: number, rest = '') => `{ ${'page { id } '.repeat(times)} ${rest} }`;

describe('a document', () => {
  test('of fields that nobody compares in pairs is validated, and answered', async () => {
    newCaller();
    expect(await ask(same(20))).toMatchObject({ status: 200, codes: [] });
  });

  test.each([
    ['and is valid', ''],
    ['and is not', 'nope'],
  ])('of too many pairs is refused before it is validated: %s', async (_what, rest) => {
    newCaller();
    const { status, codes, data } = await ask(same(320, rest));
    expect({ status, codes, data }).toEqual({ status: 400, codes: ['QUERY_TOO_LARGE'], data: undefined });
    // The empty document that was validated in its place is remembered for nobody.
    expect((await ask(same(320, rest))).codes).toEqual(['QUERY_TOO_LARGE']);
  });
});

describe('what a document costs', () => {
  const aliased = (rest = '') =>
    `{ ${Array.from({ length: 250 }, (_none, n) => `a${n}: id`).join(' ')} ${rest} }`;

  test.each([
    ['is not valid', aliased('nope'), 'GRAPHQL_VALIDATION_FAILED'],
    ['is no document', aliased('('), 'GRAPHQL_PARSE_FAILED'],
    ['is too large', same(320), 'QUERY_TOO_LARGE'],
  ])('is paid also for one that %s: more of them are refused', async (_what, document, code) => {
    newCaller();
    const answers = [];
    for (let n = 0; n < 30; n += 1) answers.push(await ask(`${document} # ${n}`));
    expect(answers[0]).toMatchObject({ status: 400, codes: [code] });
    const refused = answers.filter(({ codes }) => codes[0] === 'TOO_MANY_REQUESTS');
    expect(refused.length).toBeGreaterThan(10);
    for (const { status, headers } of refused) {
      expect(status).toBe(429);
      expect(Number(headers['retry-after'])).toBeGreaterThan(0);
    }
  });

  test('is paid five times by one that is not valid, since its faults are told', async () => {
    const spent = async (document: string) => {
      newCaller();
      const before = callers.spentBy(officerKey(viewer));
      await ask(document);
      return callers.spentBy(officerKey(viewer)) - before;
    };
    const [valid, invalid] = [await spent(aliased()), await spent(aliased('nope'))];
    expect(invalid - costOfRequest).toBeGreaterThan(4 * (valid - costOfRequest));
  });

  test('is not paid again for one that was validated: many of the same are answered', async () => {
    newCaller();
    for (let n = 0; n < 30; n += 1) expect((await ask(aliased())).codes).toEqual([]);
  });
});
