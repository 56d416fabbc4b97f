import {
  createHash,
  createHmac,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
} from 'node:crypto';
import { agreedKey, agreementKeyOf, publicHalfOf } from '../../identity/agreed-key.ts';
import { hashOfToken } from '../../identity/caller-token.ts';
import {
  createGrantSigner,
  createGrantVerifier,
  type GrantedSubject,
  type GrantVerdict,
  isGranted,
} from '../../identity/fetch-grant.ts';
import { createFetchSigner, createFetchVerifier } from '../../identity/fetch-token.ts';
import { newRequestKey } from '../../terms/request-key.ts';
import { ed25519, jwsPart } from '../support/key-pairs.ts';

/** A whole second, so that `iat` is exactly the moment of signing. */
const moment = Date.UTC(2026, 0, 1, 12);
const second = 1_000;

const gateway = ed25519('gateway-1');
const impostor = ed25519('gateway-1');
const keys = new Map([[gateway.kid, createPublicKey({ key: gateway.publicJwk, format: 'jwk' })]]);

const halves = {
  BELARUS: agreementKeyOf(Buffer.alloc(32, 1)),
  RUSSIA: agreementKeyOf(Buffer.alloc(32, 2)),
};
type Audience = keyof typeof halves;

const subject: GrantedSubject = {
  audience: 'BELARUS',
  method: 'POST',
  path: '/graphql',
  body: '{"query":"{ belarus { dossiers { nodes { id } } } }","note":"Іваноў"}',
  callerHash: hashOfToken('the caller’s own token'),
  mandate: { purpose: 'INVESTIGATION', legalBasis: 'COOPERATION_AGREEMENT', case: 'BY-2026-000001' },
  reason: 'Обращение потерпевшего от 24 ноября',
  requestKey: newRequestKey(moment),
};

type Pair = { kid: string; privateKey: KeyObject };
const signerOf = ({ kid, privateKey }: Pair, clock: { now: number } = { now: moment }) =>
  createGrantSigner({ kid, key: privateKey }, () => clock.now);

/** A fetch under a grant, with its three parts. */
function granted(
  changed: Partial<GrantedSubject> = {},
  { by = signerOf(gateway), half = 'BELARUS' as Audience } = {},
) {
  const identity = by({ ...subject, ...changed }, publicHalfOf(halves[half])) ?? '';
  const [grant = '', fetch = '', code = ''] = identity.split('~');
  return { identity, grant, fetch, code };
}

const { identity, grant, fetch, code } = granted();

const verifierOf = (audience: Audience, now: number) =>
  createGrantVerifier(keys, audience, halves[audience], () => now);

/** A subgraph looks at a fetch at a moment, as it was sent and with the caller that came with it. */
function verify(
  what: string,
  {
    now = moment,
    audience = 'BELARUS' as Audience,
    ...sent
  }: { now?: number; audience?: Audience } & Partial<GrantedSubject> = {},
): GrantVerdict {
  const { method, path, body, callerHash } = { ...subject, ...sent };
  return verifierOf(audience, now)(what, { method, path, body: Buffer.from(body), callerHash });
}

const accepted = {
  claims: { mandate: subject.mandate, reason: subject.reason, request: subject.requestKey },
};

describe('a fetch under a grant', () => {
  test('is accepted by its audience as it was sent, and gives mandate, reason and request', () => {
    expect(verify(identity)).toEqual(accepted);
  });

  test('is accepted again and again by one agency, whose look at the grant’s signature is not repeated', () => {
    const openings = jest.fn((kid: string) => keys.get(kid));
    const watched = { get: openings } as unknown as typeof keys;
    const verifier = createGrantVerifier(watched, 'BELARUS', halves.BELARUS, () => moment);
    const by = signerOf(gateway);
    for (const body of ['{"query":"{ a }"}', '{"query":"{ b }"}', '{"query":"{ c }"}']) {
      const sent = granted({ body }, { by });
      const { method, path, callerHash } = subject;
      expect(verifier(sent.identity, { method, path, body, callerHash })).toEqual(accepted);
    }
    expect(openings).toHaveBeenCalledTimes(1);
  });

  test('is kept only with its code: a grant whose signature is spelt otherwise is looked at each time, and drives out none', () => {
    const openings = jest.fn((kid: string) => keys.get(kid));
    const watched = { get: openings } as unknown as typeof keys;
    const verifier = createGrantVerifier(watched, 'BELARUS', halves.BELARUS, () => moment);
    const { method, path, body, callerHash } = subject;
    const sent = { method, path, body, callerHash };
    const respelt = `${grant}!~${fetch}~${code}`;
    for (const _time of [1, 2]) expect(verifier(respelt, sent)).toMatchObject({ refused: expect.anything() });
    expect(openings).toHaveBeenCalledTimes(2);
  });

  test('has another grant for another caller, mandate, reason and audience, and the same one for another request', () => {
    const by = signerOf(gateway);
    const first = granted({}, { by });
    expect(granted({ body: '{}', requestKey: newRequestKey(moment) }, { by }).grant).toBe(first.grant);
    const others = [
      granted({ callerHash: hashOfToken('another token') }, { by }),
      granted({ mandate: { ...subject.mandate, purpose: 'DETECTION' } }, { by }),
      granted({ reason: 'Другая причина' }, { by }),
      granted({ audience: 'RUSSIA' }, { by, half: 'RUSSIA' }),
    ];
    expect(new Set([first, ...others].map((each) => each.grant)).size).toBe(5);
  });

  test('has a new grant after half a minute, and is good until its 30 seconds are over', () => {
    const clock = { now: moment };
    const by = signerOf(gateway, clock);
    const first = granted({}, { by });
    clock.now = moment + 29 * second;
    expect(granted({}, { by }).grant).toBe(first.grant);
    clock.now = moment + 30 * second;
    expect(granted({}, { by }).grant).not.toBe(first.grant);
    expect(verify(first.identity, { now: moment + 34 * second })).toEqual(accepted);
    expect(verify(first.identity, { now: moment + 35 * second })).toEqual({ refused: 'stale' });
  });

  test.each([
    ['presents another caller', { callerHash: hashOfToken('another token') }, 'granted to another caller'],
    [
      'has another body',
      { body: '{"query":"{ belarus { dossiers { nodes { names { full } } } } }"}' },
      'not sent so under this key',
    ],
    ['has a space more in its body', { body: `${subject.body} ` }, 'not sent so under this key'],
    ['is sent to another path', { path: '/channel' }, 'not sent so under this key'],
    ['is sent by another method', { method: 'PUT' }, 'not sent so under this key'],
    ['comes to the other agency', { audience: 'RUSSIA' as Audience }, 'meant for another subgraph'],
    ['is 60 seconds old', { now: moment + 60 * second }, 'stale'],
    ['comes from a clock that is 60 seconds ahead', { now: moment - 60 * second }, 'impossible times'],
  ])('is refused when it %s', (_what, changed, refused) => {
    expect(verify(identity, changed)).toEqual({ refused });
  });

  test('may come from a clock that is 5 seconds ahead', () => {
    expect(verify(identity, { now: moment - 5 * second })).toEqual(accepted);
  });

  test.each([
    ['without a grant', `~${fetch}~${code}`, 'malformed'],
    ['without a code', `${grant}~${fetch}~`, 'malformed'],
    ['without what it says of itself', `${grant}~~${code}`, 'malformed'],
    ['with a part more', `${identity}~${code}`, 'malformed'],
    [
      'with the code of another one',
      `${grant}~${fetch}~${granted({ body: '{}' }).code}`,
      'not sent so under this key',
    ],
    ['with half a code', `${grant}~${fetch}~${code.slice(0, 20)}`, 'not sent so under this key'],
    [
      'with what another one says of itself',
      `${grant}~${granted().fetch}~${code}`,
      'not sent so under this key',
    ],
    [
      'with the grant of another caller',
      `${granted({ callerHash: hashOfToken('another token') }).grant}~${fetch}~${code}`,
      'not sent so under this key',
    ],
    ['with a grant whose signature is cut', `${grant.slice(0, -4)}~${fetch}~${code}`, 'bad signature'],
    ['that is empty', '~~', 'malformed'],
  ])('is refused %s', (_what, what, refused) => {
    expect(verify(what)).toEqual({ refused });
  });

  test('is refused when another gateway has granted it', () => {
    expect(verify(granted({}, { by: signerOf(impostor) }).identity)).toEqual({ refused: 'bad signature' });
    expect(verify(granted({}, { by: signerOf(ed25519('gateway-2')) }).identity)).toEqual({
      refused: 'unknown key',
    });
  });

  test('is refused when its code is under the key of another process of the gateway', () => {
    const [one, other] = [granted(), granted({}, { by: signerOf(gateway) })];
    expect(verify(`${one.grant}~${other.fetch}~${other.code}`)).toEqual({
      refused: 'not sent so under this key',
    });
  });

  test('is refused when it was made for a half that somebody has exchanged on the way', () => {
    const exchanged = generateKeyPairSync('x25519').privateKey;
    const made = signerOf(gateway)(subject, publicHalfOf(exchanged)) ?? '';
    expect(verify(made)).toEqual({ refused: 'not sent so under this key' });
  });

  test('is not made for a half that is none', () => {
    const by = signerOf(gateway);
    for (const half of ['', 'AAAA', 'a'.repeat(44), Buffer.alloc(32).toString('base64url')])
      expect(by(subject, half)).toBeUndefined();
  });
});

/** A grant that the gateway's own key has signed, whatever it says, and a fetch under it with the right code. */
function signedByGateway(
  changedClaims: object,
  changedHeader: object = {},
  changedFetch: object = {},
): string {
  const own = agreementKeyOf(Buffer.alloc(32, 3));
  const iat = moment / 1000;
  const said = {
    ...{ iss: 'concord-gateway', aud: 'BELARUS', iat, exp: iat + 60, jti: 'one', caller: subject.callerHash },
    ...{ mandate: subject.mandate, half: publicHalfOf(own), ...changedClaims },
  };
  const header = { alg: 'EdDSA', kid: gateway.kid, typ: 'concord-grant+jwt', ...changedHeader };
  const signed = `${jwsPart(header)}.${jwsPart(said)}`;
  const made = `${signed}.${sign(null, Buffer.from(signed), gateway.privateKey).toString('base64url')}`;
  const part = jwsPart({ iat, jti: 'two', request: subject.requestKey, ...changedFetch });
  const agency = publicHalfOf(halves.BELARUS);
  const shared = agreedKey({ own, other: agency, halves: [publicHalfOf(own), agency], audience: 'BELARUS' });
  const hash = createHash('sha256').update(subject.body).digest('base64url');
  const mac = createHmac('sha256', shared as KeyObject)
    .update(`concord-fetch\nPOST\n/graphql\n${made}\n${part}\n${hash}`)
    .digest('base64url');
  return `${made}~${part}~${mac}`;
}

describe('a grant', () => {
  const iat = moment / 1000;

  test('is accepted as these tests sign it', () => {
    expect(verify(signedByGateway({}))).toEqual({
      claims: { mandate: subject.mandate, request: subject.requestKey },
    });
  });

  test.each([
    ['is good for longer than a minute', { exp: iat + 61 }, {}, {}, 'impossible times'],
    ['has ended', { iat: iat - 80, exp: iat - 20 }, {}, {}, 'impossible times'],
    ['begins after its fetch', { iat: iat + 1, exp: iat + 60 }, {}, {}, 'impossible times'],
    ['is of another issuer', { iss: 'concord' }, {}, {}, 'unexpected claims'],
    ['is for another subgraph', { aud: 'RUSSIA' }, {}, {}, 'meant for another subgraph'],
    ['is for an attestor', { aud: 'BELARUS_ATTESTOR' }, {}, {}, 'meant for another subgraph'],
    ['says more than it should', { viewer: { subject: 'x' } }, {}, {}, 'unexpected claims'],
    ['names no caller', { caller: undefined }, {}, {}, 'unexpected claims'],
    ['has no half of a key', { half: undefined }, {}, {}, 'unexpected claims'],
    ['has a half that is none', { half: 'A'.repeat(43) }, {}, {}, 'no key to agree on'],
    ['is of the type of a fetch token', {}, { typ: 'concord-identity+jwt' }, {}, 'unknown key'],
    ['is of the type of an attestation', {}, { typ: 'concord-attestation+jwt' }, {}, 'unknown key'],
    ['says that nothing signs it', {}, { alg: 'none' }, {}, 'unknown key'],
    ['says that a code signs it', {}, { alg: 'HS256' }, {}, 'unknown key'],
    ['has a fetch of another time', {}, {}, { iat: iat - 100 }, 'impossible times'],
    ['has a fetch of no request', {}, {}, { request: 'x' }, 'unexpected claims'],
    [
      'has a fetch of a request of another day',
      {},
      {},
      { request: newRequestKey(moment - 86_400_000) },
      'of a request of another time',
    ],
    ['has a fetch that says more than it should', {}, {}, { mandate: subject.mandate }, 'unexpected claims'],
  ])('is refused when it %s', (_what, claims, header, part, refused) => {
    expect(verify(signedByGateway(claims, header, part))).toEqual({ refused });
  });

  test('is no fetch token, and a fetch token is no grant', () => {
    const { callerHash, body } = subject;
    const asToken = createFetchVerifier(keys, 'BELARUS', () => moment);
    for (const what of [identity, grant])
      expect(asToken(what, { body: Buffer.from(body), callerHash })).toHaveProperty('refused');
    const token = createFetchSigner({ kid: gateway.kid, key: gateway.privateKey }, () => moment)(subject);
    expect(isGranted(token)).toBe(false);
    expect(isGranted(identity)).toBe(true);
    expect(verify(`${token}~${fetch}~${code}`)).toEqual({ refused: 'unknown key' });
  });
});
