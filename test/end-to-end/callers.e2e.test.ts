import { generateKeyPairSync } from 'node:crypto';
import { importJWK, type JWK, SignJWT } from 'jose';
import type { Caller } from '../support/end-to-end/callers.ts';
import { linked } from '../support/end-to-end/demo.ts';
import { tracesOfTheInside } from '../support/end-to-end/inside.ts';
import { sharedStack } from '../support/end-to-end/shared-stack.ts';
import { claimsOf, issuerOf, keyOf, part, seconds, signed } from '../support/end-to-end/tokens.ts';

const stack = sharedStack();
const { as, holding, stranger } = stack;

const belarusKey = keyOf(stack, 'belarus-issuer');
const claims = (changed: Record<string, unknown> = {}) => claimsOf('belarus', 'investigator', changed);

const record = `{ suspect(id: "${linked.belarus}") { belarus { id } } }`;
const found = { data: { suspect: { belarus: { id: linked.belarus } } } };

const asks = (caller: Caller, document = record) =>
  caller.for('INVESTIGATION', 'BY-2026-000001').query(document);

/** A key that nobody knows, under the id of one that is known. */
const strangersKey = (kid: string | undefined): JWK =>
  ({ ...generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' }), kid }) as JWK;

/** Signed with the issuer's public key as if it were a shared secret. */
const withSharedSecret = (secret: string) =>
  new SignJWT(claims())
    .setProtectedHeader({ alg: 'HS256', ...(belarusKey.kid ? { kid: belarusKey.kid } : {}) })
    .sign(new TextEncoder().encode(secret.padEnd(32, '0')));

/** The token's claims changed after it was signed. */
async function tampered(): Promise<string> {
  const [header, , signature] = (await signed(belarusKey, claims())).split('.');
  return `${header}.${part(claims({ sub: 'somebody-else' }))}.${signature}`;
}

/** Brings its own key along, in the header that RFC 7515 has for it. */
async function withKeyInHeader(): Promise<string> {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  return new SignJWT(claims())
    .setProtectedHeader({ alg: 'EdDSA', jwk: publicKey.export({ format: 'jwk' }) as JWK })
    .sign(privateKey);
}

/** What the provider tells a client named `concord` of who has signed in to it (OpenID Connect). */
async function idToken(): Promise<string> {
  return new SignJWT(claims({ nonce: 'n' }))
    .setProtectedHeader({ alg: 'EdDSA', ...(belarusKey.kid ? { kid: belarusKey.kid } : {}), typ: 'JWT' })
    .sign(await importJWK(belarusKey, 'EdDSA'));
}

const refusedTokens: [string, () => string | Promise<string>][] = [
  ['that is no token', () => 'garbage'],
  ['of three parts of nothing', () => '..'],
  ['whose parts are not JSON', () => 'a.b.c'],
  ['that has expired', () => signed(belarusKey, claims({ exp: seconds() - 60 }))],
  ['that never expires', () => signed(belarusKey, claims({ exp: undefined }))],
  ['that is not valid yet', () => signed(belarusKey, claims({ nbf: seconds() + 600 }))],
  ['of another issuer', () => signed(belarusKey, claims({ iss: 'https://elsewhere.example' }))],
  ['without an issuer', () => signed(belarusKey, claims({ iss: undefined }))],
  ['whose issuer is an object', () => signed(belarusKey, claims({ iss: { name: issuerOf('belarus') } }))],
  ['that is an ID token of a client called concord', idToken],
  ['that Belarus signed as Russia', () => signed(belarusKey, claims({ iss: issuerOf('russia') }))],
  ['that claims to be of the other agency', () => signed(belarusKey, claims({ agency: 'RUSSIA' }))],
  ['for another audience', () => signed(belarusKey, claims({ aud: 'another-system' }))],
  ['for no audience', () => signed(belarusKey, claims({ aud: undefined }))],
  ['with algorithm none', () => `${part({ alg: 'none' })}.${part(claims())}.`],
  ['with algorithm none and a signature', () => `${part({ alg: 'none' })}.${part(claims())}.AAAA`],
  ['signed with the public key as a secret', () => withSharedSecret(String(belarusKey.x))],
  ['that was changed after signing', tampered],
  ['signed by a stranger', () => signed(strangersKey(undefined), claims())],
  ['signed by a stranger under the id of a known key', () => signed(strangersKey(belarusKey.kid), claims())],
  ['that brings its own key', withKeyInHeader],
  ['that the gateway signed', () => signed(keyOf(stack, 'gateway'), claims())],
];

describe('a caller', () => {
  test('with a token of his agency is answered', async () => {
    const { status, body } = await asks(holding(signed(belarusKey, claims())));
    expect(status).toBe(200);
    expect(body).toEqual(found);
  });

  test.each(['BELARUS', undefined])('whose token says that his agency is %s is answered', async (agency) => {
    expect((await asks(as('belarus', 'investigator', { agency }))).body).toEqual(found);
  });

  test.each(refusedTokens)('with a token %s is refused, and learns nothing', async (_name, token) => {
    const { status, body, codes, text } = await asks(holding(token()));
    expect({ status, codes }).toEqual({ status: 401, codes: ['UNAUTHENTICATED'] });
    expect(body.data ?? null).toBeNull();
    expect(tracesOfTheInside(text)).toEqual([]);
  });

  test.each(['', 'Bearer', 'Bearer ', 'Basic dXNlcjpwYXNz', 'Bearer two tokens', 'Bearer "x"'])(
    'with the authorization "%s" is refused',
    async (authorization) => {
      const { status, body, codes } = await asks(stranger().with('authorization', authorization));
      expect({ status, codes }).toEqual({ status: 401, codes: ['UNAUTHENTICATED'] });
      expect(body.data ?? null).toBeNull();
    },
  );

  test('with the scheme in lower case is answered, as RFC 9110 has it', async () => {
    const token = await signed(belarusKey, claims());
    const { body } = await asks(stranger().with('authorization', `bearer ${token}`));
    expect(body).toEqual(found);
  });
});

describe('without a token', () => {
  test('records are refused', async () => {
    const { status, body, codes } = await asks(stranger());
    expect({ status, codes }).toEqual({ status: 401, codes: ['UNAUTHENTICATED'] });
    expect(body.data ?? null).toBeNull();
  });

  test('the schema can be read in development', async () => {
    const { status, body } = await stranger().query('{ __schema { queryType { name } } __typename }');
    expect(status).toBe(200);
    expect(body).toEqual({ data: { __schema: { queryType: { name: 'Query' } }, __typename: 'Query' } });
  });

  test.each([
    ['beside the schema', `{ __typename suspect(id: "${linked.belarus}") { belarus { id } } }`],
    [
      'in a fragment',
      `{ ...F } fragment F on Query { __typename suspect(id: "${linked.belarus}") { belarus { id } } }`,
    ],
    ['under an alias of the schema', `{ __schema: suspect(id: "${linked.belarus}") { belarus { id } } }`],
    [
      'in the operation that is chosen',
      `query A { __typename } query B { suspect(id: "${linked.belarus}") { id } }`,
    ],
  ])('records %s are refused', async (_where, query) => {
    const { status, body } = await stranger().post(
      JSON.stringify({ query, ...(query.startsWith('query A') ? { operationName: 'B' } : {}) }),
    );
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
    expect(body.data ?? null).toBeNull();
  });

  test('a bad token is not better than none: it does not even open the schema', async () => {
    const { status, codes } = await holding('garbage').query('{ __typename }');
    expect({ status, codes }).toEqual({ status: 401, codes: ['UNAUTHENTICATED'] });
  });
});
