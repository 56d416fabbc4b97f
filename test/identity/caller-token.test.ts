import { createPublicKey } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { SignJWT } from 'jose';
import {
  bearerToken,
  type CallerResult,
  createCallerVerifier,
  hashOfToken,
  type Issuer,
} from '../../identity/caller-token.ts';
import { claimsOf, issuerOf, signedBy, without } from '../support/caller-tokens.ts';
import { ed25519, jwsPart, keySetOf, p256, p521 } from '../support/key-pairs.ts';
import { stopClock } from '../support/stopped-clock.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';

const files = temporaryDirectory();
const belarusKey = ed25519('belarus-1');
const russiaKey = p256('russia-1');
const developmentKey = ed25519('development-1');
const unlistedKey = p521('belarus-2');

const issuers: Issuer[] = [
  {
    agency: 'BELARUS',
    issuer: issuerOf('BELARUS'),
    jwks: files.write('belarus.json', keySetOf(belarusKey, unlistedKey, developmentKey)),
  },
  { agency: 'RUSSIA', issuer: issuerOf('RUSSIA'), jwks: files.write('russia.json', keySetOf(russiaKey)) },
];
const production = createCallerVerifier(issuers, { allowDevelopmentKeys: false });
const development = createCallerVerifier(issuers, { allowDevelopmentKeys: true });

const belarus = claimsOf('BELARUS');
const notSigned: CallerResult = { refused: 'The token is malformed or not signed by its issuer.' };
const expired: CallerResult = { refused: 'The token has expired. Sign in again.' };
const claim = (name: string): CallerResult => ({
  refused: `The token's claim \`${name}\` is missing or not the one expected here.`,
});
const ofBelarus = (changed: Record<string, unknown> = {}) => signedBy(belarusKey, { ...belarus, ...changed });
const viewerOf = (result: CallerResult) => ('viewer' in result ? result.viewer : result);

describe('a caller’s token', () => {
  test('signed with EdDSA by Belarus makes its holder an officer of Belarus', async () => {
    const token = await ofBelarus();
    expect(await production(token)).toEqual({
      viewer: {
        subject: 'belarus-officer-1',
        agency: 'BELARUS',
        roles: ['INVESTIGATOR'],
        cases: ['BY-2026-000001'],
      },
      tokenHash: hashOfToken(token),
      expiresAt: Number(belarus.exp) * 1000,
    });
  });

  test('signed with ES256 by Russia makes its holder an officer of Russia', async () => {
    const result = await production(await signedBy(russiaKey, claimsOf('RUSSIA')));
    expect(result).toHaveProperty('viewer.agency', 'RUSSIA');
  });

  test('is accepted again as before', async () => {
    const token = await ofBelarus();
    expect(await production(token)).toEqual(await production(token));
  });

  test('may name its issuer’s agency, and no other', async () => {
    expect(await production(await ofBelarus({ agency: 'BELARUS' }))).toHaveProperty('viewer');
    expect(await production(await ofBelarus({ agency: 'RUSSIA' }))).toEqual({
      refused: 'The token claims an agency other than its issuer.',
    });
  });

  test('may name other audiences beside this one', async () => {
    expect(await production(await ofBelarus({ aud: ['archive', 'concord'] }))).toHaveProperty('viewer');
    expect(await production(await ofBelarus({ aud: ['archive'] }))).toEqual(claim('aud'));
  });

  test.each([
    [['OVERSEER'], ['OVERSEER']],
    [['SUPERVISOR', 'OVERSEER', 'INVESTIGATOR'], ['OVERSEER']],
    [['OVERSEER', 'REVIEWER'], ['OVERSEER']],
    [['REVIEWER', 'SUPERVISOR'], []],
    [
      ['SUPERVISOR', 'INVESTIGATOR'],
      ['INVESTIGATOR', 'SUPERVISOR'],
    ],
  ])('gives of the roles %j those of oversight alone, where there are any: %j', async (claimed, given) => {
    expect(viewerOf(await production(await ofBelarus({ roles: claimed })))).toHaveProperty('roles', given);
  });

  test('gives the roles that exist, whatever others it names', async () => {
    const result = await production(
      await ofBelarus({ roles: ['ADMIN', 'SUPERVISOR', 'investigator', 7, null, 'ANALYST', 'ANALYST'] }),
    );
    expect(viewerOf(result)).toHaveProperty('roles', ['ANALYST', 'SUPERVISOR']);
  });

  test.each([['INVESTIGATOR'], [{ 0: 'INVESTIGATOR' }], [null], [undefined], [true]])(
    'gives no role when they are no list but %j',
    async (roles) => {
      expect(viewerOf(await production(await ofBelarus({ roles })))).toHaveProperty('roles', []);
    },
  );

  test('gives the cases that are text, and none when they are no list', async () => {
    const several = await production(await ofBelarus({ cases: ['BY-2026-000001', 5, {}] }));
    expect(viewerOf(several)).toHaveProperty('cases', ['BY-2026-000001']);
    const none = await production(await ofBelarus({ cases: 'BY-2026-000001' }));
    expect(viewerOf(none)).toHaveProperty('cases', []);
  });
});

describe('a caller’s token is refused', () => {
  test.each(['sub', 'exp', 'iat', 'aud'])('without `%s`', async (name) => {
    expect(await production(await signedBy(belarusKey, without(belarus, name)))).toEqual(claim(name));
  });

  test('from another issuer, or without one', async () => {
    const stranger = { refused: 'The token is not from an identity provider of either agency.' };
    expect(await production(await ofBelarus({ iss: 'https://login.example' }))).toEqual(stranger);
    expect(await production(await signedBy(belarusKey, without(belarus, 'iss')))).toEqual(stranger);
  });

  test('when the other agency’s key signs in this agency’s name', async () => {
    expect(await production(await signedBy(russiaKey, belarus))).toEqual(notSigned);
    expect(await production(await signedBy(russiaKey, belarus, { kid: belarusKey.kid }))).toEqual(notSigned);
  });

  test.each([
    [[issuerOf('BELARUS')]],
    [{}],
    [{ toString: 1 }],
    [{ [issuerOf('BELARUS')]: 1 }],
    [7],
    [null],
    [''],
  ])('when its issuer is no name but %j', async (iss) => {
    expect(await production(await ofBelarus({ iss: iss as never }))).toEqual({
      refused: 'The token is not from an identity provider of either agency.',
    });
  });

  test.each([undefined, 'JWT', 'id+jwt', 'at+jwt+more', 'dpop+jwt'])(
    'when it is no access token but of the type %s, as the ID token of a client called concord',
    async (typ) => {
      const token = await signedBy(belarusKey, belarus, { kid: belarusKey.kid, typ } as { kid: string });
      expect(await production(token)).toEqual({
        refused: 'Only access tokens are accepted here: of the type `at+jwt` (RFC 9068).',
      });
    },
  );

  test('for another audience', async () => {
    expect(await production(await ofBelarus({ aud: 'archive' }))).toEqual(claim('aud'));
  });

  test('before its time', async () => {
    const nbf = Number(belarus.iat) + 60;
    expect(await production(await ofBelarus({ nbf }))).toEqual(claim('nbf'));
    expect(await production(await ofBelarus({ nbf: belarus.iat }))).toHaveProperty('viewer');
  });

  test('unsecured', async () => {
    const unsecured = `${jwsPart({ alg: 'none', kid: belarusKey.kid })}.${jwsPart(belarus)}.`;
    expect(await production(unsecured)).toEqual(notSigned);
  });

  test('signed with HMAC over the public key', async () => {
    const bytes = createPublicKey({ key: belarusKey.publicJwk, format: 'jwk' }).export({
      type: 'spki',
      format: 'der',
    });
    const forged = await new SignJWT(belarus)
      .setProtectedHeader({ alg: 'HS256', kid: belarusKey.kid })
      .sign(new Uint8Array(bytes));
    expect(await production(forged)).toEqual(notSigned);
  });

  test('signed by its issuer with an algorithm that is not listed', async () => {
    expect(await production(await signedBy(unlistedKey, belarus))).toEqual(notSigned);
  });

  test('with claims that its signature does not cover', async () => {
    const [header, , signature] = (await ofBelarus()).split('.');
    const changed = jwsPart({ ...belarus, roles: ['SUPERVISOR'] });
    expect(await production(`${header}.${changed}.${signature}`)).toEqual(notSigned);
  });

  test.each(['', 'token', 'a.b.c', '..', `${jwsPart({ alg: 'EdDSA' })}.${jwsPart([])}.AA`])(
    'malformed: %j',
    async (text) => {
      expect(await production(text)).toEqual(notSigned);
    },
  );

  test('signed by a development key in production, but not in development', async () => {
    const token = await signedBy(developmentKey, belarus);
    expect(await production(token)).toEqual({ refused: 'Development tokens are not accepted here.' });
    expect(await development(token)).toHaveProperty('viewer');
  });

  test('signed by a development key whose id it leaves out', async () => {
    const jwks = files.write('mixed.json', keySetOf(developmentKey, russiaKey));
    const mixed = [{ agency: 'BELARUS', issuer: issuerOf('BELARUS'), jwks }] as const;
    const verify = createCallerVerifier(mixed, { allowDevelopmentKeys: false });
    expect(await verify(await signedBy(developmentKey, belarus, {}))).toHaveProperty('refused');
  });

  test.each([[''], [7], [null]])('for nobody: when its subject is %j', async (sub) => {
    expect(await production(await ofBelarus({ sub }))).toEqual(claim('sub'));
  });

  test('without repeating anything of it', async () => {
    const results = await Promise.all(
      [{ aud: 'Ivanova' }, { iss: 'Ivanova' }, { agency: 'Ivanova' }, { exp: 'Ivanova' }].map(
        async (changed) => production(await ofBelarus(changed)),
      ),
    );
    for (const result of results)
      expect(result).toHaveProperty('refused', expect.not.stringMatching(/Ivanova/));
  });
});

describe('an access token', () => {
  const jwt = { kid: belarusKey.kid, typ: 'JWT' };
  const keycloak = [
    {
      agency: 'BELARUS',
      issuer: issuerOf('BELARUS'),
      jwks: files.write('keycloak.json', keySetOf(belarusKey)),
      accessTokenClaim: { name: 'typ', value: 'Bearer' },
    },
  ] as const;
  const byClaim = createCallerVerifier(keycloak, { allowDevelopmentKeys: false });

  test.each(['at+jwt', 'AT+JWT', 'application/at+jwt'])('is of the type %s', async (typ) => {
    const token = await signedBy(belarusKey, belarus, { ...jwt, typ });
    expect(await production(token)).toHaveProperty('viewer');
  });

  test('is one by a claim, where its provider marks it so, and no ID token is', async () => {
    expect(await byClaim(await signedBy(belarusKey, { ...belarus, typ: 'Bearer' }, jwt))).toHaveProperty(
      'viewer',
    );
    for (const changed of [{ typ: 'ID' }, {}, { typ: 'Bearer', nonce: 'n' }, { typ: 'Bearer', at_hash: 'h' }])
      expect(await byClaim(await signedBy(belarusKey, { ...belarus, ...changed }, jwt))).toHaveProperty(
        'refused',
      );
    expect(await production(await signedBy(belarusKey, { ...belarus, typ: 'Bearer' }, jwt))).toHaveProperty(
      'refused',
    );
  });
});

describe('a subject', () => {
  const issuerWith = (subjects: 'exact' | 'ignoring-case') =>
    createCallerVerifier(
      [
        {
          agency: 'BELARUS',
          issuer: issuerOf('BELARUS'),
          jwks: files.write(`${subjects}.json`, keySetOf(belarusKey)),
          subjects,
        },
      ],
      { allowDevelopmentKeys: false },
    );
  const subjectOf = async (subjects: 'exact' | 'ignoring-case', sub: string) => {
    const result = await issuerWith(subjects)(await ofBelarus({ sub }));
    return 'viewer' in result ? result.viewer.subject : result;
  };

  test('is taken as it is written, unless its provider takes no notice of capitals', async () => {
    expect(await subjectOf('exact', 'Ivanova')).toBe('Ivanova');
    expect(await subjectOf('exact', 'ivanova')).toBe('ivanova');
    expect(await subjectOf('ignoring-case', 'IVANOVA')).toBe(await subjectOf('ignoring-case', 'ivanova'));
    expect(await subjectOf('ignoring-case', 'ІВАНОВА')).toBe('іванова');
  });
});

describe('the end of a caller’s token', () => {
  const now = Math.floor(Date.now() / 1000);

  test('is a second ago: refused', async () => {
    expect(await production(await ofBelarus({ exp: now - 1 }))).toEqual(expired);
  });

  test('is an hour ago: refused', async () => {
    expect(await production(await ofBelarus({ exp: now - 3_600 }))).toEqual(expired);
  });

  test('comes while the token is believed without another look at its signature: refused', async () => {
    const advance = stopClock();
    const token = await ofBelarus({ exp: Math.floor(Date.now() / 1000) + 60 });
    expect(await production(token)).toHaveProperty('viewer');
    advance(58_000);
    expect(await production(token)).toHaveProperty('viewer');
    advance(2_000);
    expect(await production(token)).toEqual(expired);
  });
});

describe('the token of a header', () => {
  test.each([
    ['Bearer a.b-c_d.e', 'a.b-c_d.e'],
    ['bearer a.b.c', 'a.b.c'],
    ['BEARER a+b/c~d==', 'a+b/c~d=='],
  ])('%s is read', (header, token) => {
    expect(bearerToken(header)).toBe(token);
  });

  test.each([
    undefined,
    '',
    'Bearer',
    'Bearer ',
    'Bearer  a',
    'Bearer a b',
    'Bearer a,b',
    'Basic a',
    ' Bearer a',
    'Bearer a\n',
    'a.b.c',
  ])('%j has none', (header) => {
    expect(bearerToken(header)).toBeUndefined();
  });
});
