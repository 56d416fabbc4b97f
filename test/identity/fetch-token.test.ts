import { createHmac, createPublicKey, type KeyObject, sign } from 'node:crypto';
import { hashOfToken } from '../../identity/caller-token.ts';
import {
  createFetchSigner,
  createFetchVerifier,
  type FetchSubject,
  type FetchVerdict,
} from '../../identity/fetch-token.ts';
import { newRequestKey } from '../../terms/request-key.ts';
import { ed25519, jwsPart } from '../support/key-pairs.ts';

/** A whole second, so that `iat` is exactly the moment of signing. */
const moment = Date.UTC(2026, 0, 1, 12);

const gateway = ed25519('gateway-1');
const impostor = ed25519('gateway-1');
const publicHalf = { key: gateway.publicJwk, format: 'jwk' } as const;

const subject: FetchSubject = {
  audience: 'BELARUS',
  body: '{"query":"{ belarus { dossiers { nodes { id } } } }","note":"Іваноў"}',
  callerHash: hashOfToken('the caller’s own token'),
  mandate: { purpose: 'INVESTIGATION', legalBasis: 'COOPERATION_AGREEMENT', case: 'BY-2026-000001' },
  reason: 'Обращение потерпевшего от 24 ноября',
  requestKey: newRequestKey(moment),
};

const keys = new Map([[gateway.kid, createPublicKey(publicHalf)]]);
const signer = (pair: { kid: string; privateKey: KeyObject }, now = moment) =>
  createFetchSigner({ kid: pair.kid, key: pair.privateKey }, () => now);

const token = signer(gateway)(subject);
const [headerPart = '', claimsPart = '', signaturePart = ''] = token.split('.');
const claims = JSON.parse(Buffer.from(claimsPart, 'base64url').toString());
const header = { alg: 'EdDSA', kid: gateway.kid, typ: 'concord-identity+jwt' };

/** A token that the gateway's own key has signed, whatever it says. */
function signedByGateway(changedClaims: unknown, changedHeader: unknown = header): string {
  const signed = `${jwsPart(changedHeader)}.${jwsPart(changedClaims)}`;
  return `${signed}.${sign(null, Buffer.from(signed), gateway.privateKey).toString('base64url')}`;
}

/** Belarus's subgraph looks at a token at a moment, with the body and the caller that came with it. */
function verify(
  what: string,
  { now = moment, body = subject.body, callerHash = subject.callerHash, audience = 'BELARUS' } = {},
): FetchVerdict {
  return createFetchVerifier(keys, audience, () => now)(what, { body: Buffer.from(body), callerHash });
}

describe('a fetch token', () => {
  test('is accepted by its audience, with its body, for its caller, and gives the claims', () => {
    expect(verify(token)).toEqual({
      claims: {
        iss: 'concord-gateway',
        aud: 'BELARUS',
        iat: moment / 1000,
        exp: moment / 1000 + 30,
        jti: expect.any(String),
        body: expect.any(String),
        caller: subject.callerHash,
        mandate: subject.mandate,
        reason: subject.reason,
        request: subject.requestKey,
      },
    });
  });

  test('says nothing of the body and of the caller but their hashes', () => {
    expect(JSON.stringify(claims)).not.toMatch(/dossiers|Іваноў|own token/);
  });

  test('is another one for each fetch', () => {
    const again = verify(signer(gateway)(subject));
    expect('claims' in again && again.claims.jti).not.toBe(claims.jti);
  });

  test('is refused by another subgraph', () => {
    expect(verify(token, { audience: 'RUSSIA' })).toEqual({ refused: 'meant for another subgraph' });
  });

  test('is refused with another body, were it a space more', () => {
    expect(verify(token, { body: `${subject.body} ` })).toEqual({ refused: 'signed for another body' });
  });

  test('is refused with another caller’s token', () => {
    expect(verify(token, { callerHash: hashOfToken('another token') })).toEqual({
      refused: 'signed for another caller',
    });
  });
});

describe('the time of a fetch token', () => {
  const lifetime = 30_000;
  const tolerance = 5_000;

  test('ends 30 s + 5 s of tolerance after it was signed', () => {
    expect(verify(token, { now: moment + lifetime + tolerance - 1 })).toHaveProperty('claims');
    expect(verify(token, { now: moment + lifetime + tolerance })).toEqual({ refused: 'stale' });
  });

  test('begins at most 5 s before, by the subgraph’s clock', () => {
    expect(verify(token, { now: moment - tolerance })).toHaveProperty('claims');
    expect(verify(token, { now: moment - tolerance - 1 })).toEqual({ refused: 'impossible times' });
  });

  test('is never longer than 30 s, even when the gateway’s key signs it', () => {
    const lasting = (seconds: number) => signedByGateway({ ...claims, exp: claims.iat + seconds });
    expect(verify(lasting(30))).toHaveProperty('claims');
    expect(verify(lasting(31))).toEqual({ refused: 'impossible times' });
  });
});

describe('the request of a fetch token', () => {
  const of = (request: unknown) => signedByGateway({ ...claims, request });

  test('began at most five minutes before the fetch, so that no gateway puts a read among those of another year', () => {
    expect(verify(of(newRequestKey(moment - 299_000)))).toHaveProperty('claims');
    expect(verify(of(newRequestKey(moment + 1_000)))).toHaveProperty('claims');
    for (const begun of [moment - 300_000, moment + 5_000, 0])
      expect(verify(of(newRequestKey(begun)))).toEqual({ refused: 'of a request of another time' });
  });

  test.each(['request-1', '', undefined, `${newRequestKey(moment)}0`, { $gt: '' }])(
    'has the gateway’s own form, and is not %j',
    (request) => {
      expect(verify(of(request))).toEqual({ refused: 'unexpected claims' });
    },
  );

  test('is another one each time', () => {
    expect(newRequestKey(moment)).not.toBe(newRequestKey(moment));
  });
});

describe('the reason of a fetch token', () => {
  test.each(['too short', 'x'.repeat(501), 'two\nlines of a reason', 4])(
    'is one that the gateway would take, and not %j',
    (reason) => {
      expect(verify(signedByGateway({ ...claims, reason }))).toEqual({ refused: 'unexpected claims' });
    },
  );

  test('need not be there', () => {
    expect(verify(signedByGateway({ ...claims, reason: undefined }))).toHaveProperty('claims');
  });
});

describe('a forged fetch token', () => {
  test('with other claims under the same signature is refused', () => {
    const other = jwsPart({ ...claims, mandate: { ...claims.mandate, purpose: 'PREVENTION' } });
    expect(verify(`${headerPart}.${other}.${signaturePart}`)).toEqual({ refused: 'bad signature' });
  });

  test('with another header under the same signature is refused', () => {
    const other = jwsPart({ ...header, extra: 1 });
    expect(verify(`${other}.${claimsPart}.${signaturePart}`)).toEqual({ refused: 'bad signature' });
  });

  test('signed by another key of the same id is refused', () => {
    expect(verify(signer(impostor)(subject))).toEqual({ refused: 'bad signature' });
  });

  test('signed by a key that is not pinned is refused', () => {
    expect(verify(signer(ed25519('gateway-2'))(subject))).toEqual({ refused: 'unknown key' });
  });

  test.each(['none', 'HS256', 'ES256', 'eddsa'])('with the algorithm `%s` is refused', (alg) => {
    expect(verify(signedByGateway(claims, { ...header, alg }))).toEqual({ refused: 'unknown key' });
    expect(verify(signedByGateway(claims, header))).toHaveProperty('claims');
  });

  test('without a signature is refused', () => {
    const none = jwsPart({ ...header, alg: 'none' });
    expect(verify(`${none}.${claimsPart}.`)).toEqual({ refused: 'malformed' });
    expect(verify(`${headerPart}.${claimsPart}.AA`)).toEqual({ refused: 'bad signature' });
  });

  test('signed with the public key as if it were a shared secret is refused', () => {
    const hmac = jwsPart({ ...header, alg: 'HS256' });
    const secret = Buffer.from(gateway.publicJwk.x ?? '', 'base64url');
    const signature = createHmac('sha256', secret).update(`${hmac}.${claimsPart}`).digest('base64url');
    expect(verify(`${hmac}.${claimsPart}.${signature}`)).toEqual({ refused: 'unknown key' });
  });

  test.each(['', '.', '..', 'a', 'a.b', `${headerPart}..${signaturePart}`, `${token}.`, `${token}.x`])(
    'of another form is refused: %j',
    (text) => {
      expect(verify(text)).toEqual({ refused: 'malformed' });
    },
  );

  test.each(['a.b.c', '%.%.%', `${jwsPart(null)}.${claimsPart}.${signaturePart}`])(
    'with a header that is none is refused: %s',
    (text) => {
      expect(verify(text)).toEqual({ refused: 'unknown key' });
    },
  );
});

describe('claims that the gateway’s own key has signed', () => {
  test('are accepted as they are', () => {
    expect(verify(signedByGateway(claims))).toHaveProperty('claims');
  });

  test.each([
    ['one more', { ...claims, admin: true }],
    ['another issuer', { ...claims, iss: 'concord-gateway-2' }],
    ['a purpose that does not exist', { ...claims, mandate: { ...claims.mandate, purpose: 'CURIOSITY' } }],
    ['one more in the mandate', { ...claims, mandate: { ...claims.mandate, admin: true } }],
    ['a time that is no number', { ...claims, exp: String(claims.exp) }],
    ['several audiences', { ...claims, aud: ['BELARUS', 'RUSSIA'] }],
    ['a list instead', [claims]],
    ['null instead', null],
  ])('are refused with %s', (_what, changed) => {
    expect(verify(signedByGateway(changed))).toEqual({ refused: 'unexpected claims' });
  });

  test.each(Object.keys(claims).filter((name) => !['reason', 'caller'].includes(name)))(
    'are refused without `%s`',
    (name) => {
      const { [name]: _left, ...rest } = claims;
      expect(verify(signedByGateway(rest))).toEqual({ refused: 'unexpected claims' });
    },
  );

  test('are refused without a caller where one is presented, and with one where none is', () => {
    const { caller: _left, ...rest } = claims;
    const alone = (what: string) =>
      createFetchVerifier(
        keys,
        'BELARUS',
        () => moment,
      )(what, {
        body: Buffer.from(subject.body),
        callerHash: undefined,
      });
    expect(verify(signedByGateway(rest))).toEqual({ refused: 'signed for another caller' });
    expect(alone(token)).toEqual({ refused: 'signed for another caller' });
    expect(alone(signedByGateway(rest))).toHaveProperty('claims');
  });

  test('can name the viewer, for a process that gets no token of theirs', () => {
    const viewer = { subject: 'officer', agency: 'BELARUS', roles: ['ANALYST'], cases: [] } as const;
    const named = signer(gateway)({ ...subject, callerHash: undefined, viewer });
    const [, part = ''] = named.split('.');
    expect(JSON.parse(Buffer.from(part, 'base64url').toString())).toMatchObject({ viewer });
    expect(verify(named)).toEqual({ refused: 'signed for another caller' });
  });
});
