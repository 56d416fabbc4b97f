import { generateKeyPairSync } from 'node:crypto';
import type { JWK } from 'jose';
import { request } from '../support/end-to-end/callers.ts';
import { alone, linked } from '../support/end-to-end/demo.ts';
import { type Change, fetchFrom } from '../support/end-to-end/fetches.ts';
import { tracesOfTheInside } from '../support/end-to-end/inside.ts';
import { sharedStack } from '../support/end-to-end/shared-stack.ts';
import {
  attestation,
  attestedOfficer,
  claimsOf,
  identityToken,
  issuerOf,
  keyOf,
  officerToken,
  part,
  seconds,
  signed,
} from '../support/end-to-end/tokens.ts';

const stack = sharedStack();
const gatewayKey = keyOf(stack, 'gateway');
const strangersKey = {
  ...generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' }),
  kid: gatewayKey.kid,
} as JWK;

const bodyFor = (...ids: unknown[]) =>
  JSON.stringify({
    query:
      'query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Suspect { russia { id } } } }',
    variables: { representations: ids.map((id) => ({ __typename: 'Suspect', id })) },
  });

const body = bodyFor(linked.russia);
const found = { data: { _entities: [{ russia: { id: linked.russia } }] } };

/** What the gateway would send to Russia's subgraph, with something changed. */
const fetchFromRussia = (change?: Change, sent = body) =>
  fetchFrom(stack, stack.russia, { audience: 'RUSSIA', body: sent }, change);

/** The same fetch token as the gateway's but for some of its claims. */
const claiming = (changed: Record<string, unknown>): Change => ({
  identify: (fetch) => identityToken(gatewayKey, fetch, changed),
});

const stale = { iat: seconds() - 60, exp: seconds() - 30 };
const mandate = { purpose: 'CURIOSITY', legalBasis: 'NATIONAL_LAW' };

/** Made as the gateway makes it, with its first part replaced. */
const withHeader = (header: object): Change => ({
  identify: (fetch) => {
    const [, claims, signature] = identityToken(gatewayKey, fetch).split('.');
    return `${part(header)}.${claims}.${signature}`;
  },
});

const refused: [string, Change][] = [
  ['nothing', { presented: undefined, identify: () => undefined }],
  ['the caller’s token alone', { identify: () => undefined }],
  ['a fetch token alone', { presented: undefined }],
  ['a fetch token that is none', { identify: () => 'garbage' }],
  ['a stale fetch token', claiming(stale)],
  ['a fetch token of the future', claiming({ iat: seconds() + 600, exp: seconds() + 630 })],
  ['a fetch token for a whole day', claiming({ exp: seconds() + 86_400 })],
  ['a fetch token for the other agency', claiming({ aud: 'BELARUS' })],
  ['a fetch token of another issuer', claiming({ iss: 'somebody' })],
  ['a fetch token with a claim more', claiming({ admin: true })],
  ['a fetch token with no mandate', claiming({ mandate: undefined })],
  ['a fetch token with an unknown purpose', claiming({ mandate })],
  ['a fetch token for another body', { body: bodyFor(linked.belarus) }],
  ['a fetch token for the same body and a space more', { body: `${body} ` }],
  ['a fetch token that another key signed', { identify: (fetch) => identityToken(strangersKey, fetch) }],
  [
    'a fetch token that an agency’s issuer signed',
    { identify: (fetch) => identityToken(keyOf(stack, 'russia-issuer'), fetch) },
  ],
  [
    'a fetch token with algorithm none',
    withHeader({ alg: 'none', kid: gatewayKey.kid, typ: 'concord-identity+jwt' }),
  ],
  ['a fetch token of another type', withHeader({ alg: 'EdDSA', kid: gatewayKey.kid, typ: 'JWT' })],
];

describe('a subgraph that is asked directly', () => {
  test('answers what the gateway has signed for it, this body and this caller', async () => {
    const { status, body: answered } = await fetchFromRussia();
    expect(status).toBe(200);
    expect(answered).toEqual(found);
  });

  test.each(refused)('refuses %s, and tells nothing', async (_name, change) => {
    const { status, codes, body: answered, text } = await fetchFromRussia(change);
    expect({ status, codes }).toEqual({ status: 401, codes: ['IDENTITY_REFUSED'] });
    expect(answered.data ?? null).toBeNull();
    expect(tracesOfTheInside(text)).toEqual([]);
  });

  test('refuses what the gateway has signed for another caller', async () => {
    const other = attestedOfficer(stack, 'belarus', 'russia', { roles: ['SUPERVISOR'] });
    const { status, codes } = await fetchFromRussia({ presented: other });
    expect({ status, codes }).toEqual({ status: 401, codes: ['IDENTITY_REFUSED'] });
    expect((await fetchFromRussia({ callerToken: other })).body).toEqual(found);
  });

  test('does not take a GET', async () => {
    const url = `${stack.russia}/graphql?${new URLSearchParams({ query: '{ __typename }' })}`;
    const { status, codes } = await request(url, { headers: { 'apollo-require-preflight': '1' } });
    expect({ status, codes }).toEqual({ status: 405, codes: ['BAD_REQUEST'] });
  });

  test.each(['{ __schema { types { name } } }', '{ _service { sdl } }', '{ __typename }'])(
    'does not show its schema to a stranger: %s',
    async (query) => {
      const sent = JSON.stringify({ query });
      const { status, text } = await fetchFromRussia(
        { presented: undefined, identify: () => undefined },
        sent,
      );
      expect(status).toBe(401);
      expect(text).not.toMatch(/Dossier|_Entity|"Query"/);
    },
  );

  test('is in health without being asked by the gateway', async () => {
    expect((await request(`${stack.russia}/health/ready`)).status).toBe(200);
    expect((await request(`${stack.russia}/health/live`)).status).toBe(200);
  });
});

describe('an operator of the gateway, who can sign any fetch', () => {
  const belarusKey = keyOf(stack, 'belarus-issuer');
  const russiaKey = keyOf(stack, 'russia-issuer');
  const attestorKey = keyOf(stack, 'belarus-attestation');
  const attested = (changed: Record<string, unknown>) => attestedOfficer(stack, 'belarus', 'russia', changed);

  test.each([
    ['that he has signed himself', () => signed(gatewayKey, claimsOf('russia', 'supervisor'))],
    ['that has expired', () => signed(russiaKey, claimsOf('russia', 'analyst', { exp: seconds() - 60 }))],
    [
      'of one agency that the other has signed',
      () => signed(belarusKey, claimsOf('russia', 'supervisor', { iss: issuerOf('russia') })),
    ],
    ['of no issuer', () => signed(russiaKey, claimsOf('russia', 'analyst', { iss: undefined }))],
    ['of another agency’s officer, which is good at the gateway', () => officerToken(stack, 'belarus')],
    ['that is none', async () => 'garbage'],
  ])('cannot invent an officer with a token %s', async (_name, make) => {
    const { status, codes, body: answered, text } = await fetchFromRussia({ callerToken: await make() });
    expect({ status, codes }).toEqual({ status: 401, codes: ['UNAUTHENTICATED'] });
    expect(answered.data ?? null).toBeNull();
    expect(tracesOfTheInside(text)).toEqual([]);
  });

  test.each([
    ['that he has signed himself', () => attestation(gatewayKey, 'belarus', 'russia')],
    [
      'under the id of the attestor’s key',
      () => attestation({ ...gatewayKey, kid: String(attestorKey.kid) }, 'belarus', 'russia'),
    ],
    [
      'that Russia’s own attestor has signed',
      () => attestation(keyOf(stack, 'russia-attestation'), 'belarus', 'russia'),
    ],
    ['for another agency', () => attestedOfficer(stack, 'belarus', 'belarus')],
    ['of an officer of Russia', () => attested({ iss: 'RUSSIA' })],
    ['that has ended', () => attested({ iat: seconds() - 61, exp: seconds() - 1 })],
    ['for longer than a minute', () => attested({ exp: seconds() + 61 })],
    ['with a claim more', () => attested({ admin: true })],
    ['with a role that there is not', () => attested({ roles: ['ADMIN'] })],
    ['for a case that is not the officer’s', () => attested({ cases: [] })],
  ])('cannot invent an officer with an attestation %s', async (_name, make) => {
    const { status, codes, body: answered, text } = await fetchFromRussia({ callerToken: make() });
    expect({ status, codes }).toEqual({ status: 401, codes: ['UNAUTHENTICATED'] });
    expect(answered.data ?? null).toBeNull();
    expect(tracesOfTheInside(text)).toEqual([]);
  });

  test('cannot use an attestation under another mandate than it was made for', async () => {
    const other = { purpose: 'DETECTION', legalBasis: 'COOPERATION_AGREEMENT' };
    const { status, codes } = await fetchFromRussia(claiming({ mandate: other }));
    expect({ status, codes }).toEqual({ status: 401, codes: ['IDENTITY_REFUSED'] });
    const made = attested({ mandate: other, cases: [] });
    expect((await fetchFromRussia({ ...claiming({ mandate: other }), callerToken: made })).status).toBe(200);
  });

  test('can send ids that are none: they are nobody’s, and the others are answered', async () => {
    const sent = bodyFor({ $gt: '' }, linked.russia, null, 7, ['RU-'], 'garbage', alone);
    const { status, body: answered } = await fetchFromRussia({}, sent);
    expect(status).toBe(200);
    const nothing = { russia: null };
    expect(answered).toEqual({
      data: {
        _entities: [nothing, { russia: { id: linked.russia } }, nothing, nothing, nothing, nothing, nothing],
      },
    });
  });
});
