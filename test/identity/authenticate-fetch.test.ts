import { createPublicKey } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { GraphQLError } from 'graphql';
import { request } from 'undici';
import {
  type Authenticate,
  authenticateFetch,
  refusingForeignReasons,
} from '../../identity/authenticate-fetch.ts';
import { type CallerVerifier, createCallerVerifier, hashOfToken } from '../../identity/caller-token.ts';
import { createFetchSigner, createFetchVerifier } from '../../identity/fetch-token.ts';
import { createHttpServer } from '../../server/create-http-server.ts';
import { createRegistry } from '../../server/create-registry.ts';
import { createLog } from '../../server/log.ts';
import { newRequestKey } from '../../terms/request-key.ts';
import { claimsOf, issuerOf, signedBy } from '../support/caller-tokens.ts';
import { ed25519, keySetOf } from '../support/key-pairs.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';

const files = temporaryDirectory();
const gateway = ed25519('gateway-1');
const belarusKey = ed25519('belarus-1');
const jwks = files.write('belarus.json', keySetOf(belarusKey));

const verifyFetch = createFetchVerifier(
  new Map([[gateway.kid, createPublicKey({ key: gateway.publicJwk, format: 'jwk' })]]),
  'RUSSIA',
);
const verifyCaller = createCallerVerifier([{ agency: 'BELARUS', issuer: issuerOf('BELARUS'), jwks }], {
  allowDevelopmentKeys: false,
});
const sign = createFetchSigner({ kid: gateway.kid, key: gateway.privateKey });

const doors: FastifyInstance[] = [];
afterAll(() => Promise.all(doors.map((door) => door.close())));

/** Russia's subgraph on a port of its own, reduced to whom it lets in. */
async function door(
  verify: CallerVerifier = verifyCaller,
  narrowed: (authenticate: Authenticate) => Authenticate = (authenticate) => authenticate,
): Promise<string> {
  const authenticate = narrowed(authenticateFetch(verifyFetch, verify));
  const app = createHttpServer({
    log: createLog('test', 'silent'),
    mode: 'production',
    registry: createRegistry(),
    bodyLimit: 1024,
    notReady: async () => [],
  });
  app.post('/graphql', async (request) => {
    try {
      return await authenticate(request);
    } catch (error) {
      return error instanceof GraphQLError ? { message: error.message, ...error.extensions } : {};
    }
  });
  doors.push(app);
  return `${await app.listen({ host: '127.0.0.1', port: 0 })}/graphql`;
}

const russia = await door();

const token = await signedBy(belarusKey, claimsOf('BELARUS'));
const anotherToken = await signedBy(belarusKey, { ...claimsOf('BELARUS'), sub: 'another' });
const body = '{"query": "{ __typename }"}';
const requestKey = newRequestKey(Date.now());
const identity = sign({
  audience: 'RUSSIA',
  body,
  callerHash: hashOfToken(token),
  mandate: { purpose: 'DETECTION', legalBasis: 'COOPERATION_AGREEMENT' },
  reason: 'Тест: проверка сообщения',
  requestKey,
});
const headers = {
  'content-type': 'application/json',
  authorization: `Bearer ${token}`,
  'concord-identity': identity,
};

async function ask(changed: Record<string, string | string[] | undefined>, sent = body, at = russia) {
  const given = Object.entries({ ...headers, ...changed }).filter(([, value]) => value !== undefined);
  const response = await request(at, { method: 'POST', headers: Object.fromEntries(given), body: sent });
  return (await response.body.json()) as Record<string, unknown>;
}

const notByTheGateway = {
  message: 'This address answers only the gateway of the federation. Send your request there.',
  code: 'IDENTITY_REFUSED',
  http: { status: 401 },
};

describe('a subgraph', () => {
  test('lets in the gateway with a caller of an agency, and takes the mandate from the gateway', async () => {
    expect(await ask({})).toEqual({
      viewer: {
        subject: 'belarus-officer-1',
        agency: 'BELARUS',
        roles: ['INVESTIGATOR'],
        cases: ['BY-2026-000001'],
      },
      idempotencyKey: '',
      reason: 'Тест: проверка сообщения',
      requestKey,
      mandate: { purpose: 'DETECTION', legalBasis: 'COOPERATION_AGREEMENT' },
    });
  });

  test('does not read a mandate from the request’s own headers', async () => {
    const answer = await ask({ 'concord-purpose': 'INVESTIGATION', 'concord-legal-basis': 'NATIONAL_LAW' });
    expect(answer.mandate).toEqual({ purpose: 'DETECTION', legalBasis: 'COOPERATION_AGREEMENT' });
  });
});

describe('a subgraph refuses', () => {
  test('a caller who comes without the gateway', async () => {
    expect(await ask({ 'concord-identity': undefined })).toEqual(notByTheGateway);
  });

  test('the gateway without a caller', async () => {
    expect(await ask({ authorization: undefined })).toEqual(notByTheGateway);
    expect(await ask({ authorization: 'Basic b2ZmaWNlcjpwYXNz' })).toEqual(notByTheGateway);
  });

  test('the reason of another agency’s officer, and takes its own officers’', async () => {
    const at = (own: 'BELARUS' | 'RUSSIA') =>
      door(verifyCaller, (authenticate) => refusingForeignReasons(own, authenticate));
    expect(await ask({}, body, await at('RUSSIA'))).toMatchObject({
      code: 'IDENTITY_REFUSED',
      message: 'The fetch token is refused: with a reason that is for another agency.',
    });
    expect(await ask({}, body, await at('BELARUS'))).toHaveProperty('reason');
    const silent = sign({
      audience: 'RUSSIA',
      body,
      callerHash: hashOfToken(token),
      mandate: { purpose: 'DETECTION', legalBasis: 'COOPERATION_AGREEMENT' },
      requestKey,
    });
    expect(await ask({ 'concord-identity': silent }, body, await at('RUSSIA'))).toHaveProperty('viewer');
  });

  test('two fetch tokens', async () => {
    expect(await ask({ 'concord-identity': [identity, identity] })).toHaveProperty(
      'code',
      'IDENTITY_REFUSED',
    );
  });

  test('a body that was not signed, were it the same JSON', async () => {
    expect(await ask({}, '{"query":"{ __typename }"}')).toEqual({
      message: 'The fetch token is refused: signed for another body.',
      code: 'IDENTITY_REFUSED',
      http: { status: 401 },
    });
  });

  test('a caller who has borrowed the fetch token of another', async () => {
    expect(await ask({ authorization: `Bearer ${anotherToken}` })).toEqual({
      message: 'The fetch token is refused: signed for another caller.',
      code: 'IDENTITY_REFUSED',
      http: { status: 401 },
    });
  });

  test('an officer whom the gateway has made up', async () => {
    const invented = await signedBy(ed25519('belarus-1'), claimsOf('BELARUS'));
    const signed = sign({
      audience: 'RUSSIA',
      body,
      callerHash: hashOfToken(invented),
      mandate: { purpose: 'DETECTION', legalBasis: 'COOPERATION_AGREEMENT' },
      requestKey: newRequestKey(Date.now()),
    });
    const answer = await ask({ authorization: `Bearer ${invented}`, 'concord-identity': signed });
    expect(answer).toMatchObject({ code: 'UNAUTHENTICATED', http: { status: 401 } });
  });

  test('nobody, but answers nothing, while it cannot verify callers', async () => {
    const waiting = await door(async () => ({
      unavailable: 'The identity provider does not answer. Try again.',
      provider: 'RUSSIA',
    }));
    expect(await ask({}, body, waiting)).toEqual({
      message: 'The identity provider does not answer. Try again.',
      code: 'UNAVAILABLE',
      agency: 'RUSSIA',
      http: { status: 503 },
    });
  });
});
