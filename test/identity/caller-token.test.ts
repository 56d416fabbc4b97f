import { bearerToken, createCallerVerifier, hashOfToken } from '../../identity/caller-token.ts';
import { claimsOf, issuerOf, signedBy } from '../support/caller-tokens.ts';
import { keySetOf } from '../support/key-pairs.ts';
import { stopClock } from '../support/stopped-clock.ts';

import {
  belarus,
  belarusKey,
  callerVerifiers,
  claim,
  expired,
  ofBelarus,
  russiaKey,
  viewerOf,
} from './caller-verifiers.ts';

const { files, production } = callerVerifiers();

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

  test.each([
    ['known', true],
    [['known', 'other'], true],
    ['any', undefined],
    [[], undefined],
    [true, undefined],
    [undefined, undefined],
  ])('with the claim `documents` of %j leaves its holder known documents: %j', async (documents, only) => {
    const result = await production(await ofBelarus({ documents }));
    expect('viewer' in result && result.knownDocumentsOnly).toBe(only);
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
    const twice = await production(await ofBelarus({ cases: ['BY-2026-000001', 'BY-2026-000001'] }));
    expect(viewerOf(twice)).toHaveProperty('cases', ['BY-2026-000001']);
    const none = await production(await ofBelarus({ cases: 'BY-2026-000001' }));
    expect(viewerOf(none)).toHaveProperty('cases', []);
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
  test.each([
    'belarus-officer-1',
    'Ivanova',
    'Гарадзейка Яўген',
    'a b c',
    'е\u0301',
    'urn:officer:7|x',
    '👮',
  ])('of letters that can be seen names an officer: %j', async (sub) => {
    expect(await production(await ofBelarus({ sub }))).toHaveProperty('viewer');
  });

  test.each([
    'officer ',
    ' officer',
    'an  officer',
    ' ',
    'officer\t',
    'off\nicer',
    'officer\u0000',
    'officer\u00a0',
    'an\u00a0officer',
    'an\u2003officer',
    'offi\u200bcer',
    'officer\u200d',
    'officer\ufeff',
    '\u202eofficer',
    'offi\u00adcer',
    'officer\u034f',
    'officer\ufe0f',
    'officer\u3164',
    'officer\u2800',
    'officer\ue000',
    'officer\ud800',
  ])('with blanks or characters that cannot be seen is refused: %j', async (sub) => {
    expect(await production(await ofBelarus({ sub }))).toEqual({
      refused: expect.stringContaining("The token's claim `sub` has blanks at an end"),
    });
  });

  const issuerWith = (subjects: 'exact' | 'ignoring-case' | undefined) =>
    createCallerVerifier(
      [
        {
          agency: 'BELARUS',
          issuer: issuerOf('BELARUS'),
          jwks: files.write(`${subjects}.json`, keySetOf(belarusKey)),
          ...(subjects && { subjects }),
        },
      ],
      { allowDevelopmentKeys: false },
    );
  const subjectOf = async (subjects: 'exact' | 'ignoring-case' | undefined, sub: string) => {
    const result = await issuerWith(subjects)(await ofBelarus({ sub }));
    return 'viewer' in result ? result.viewer.subject : result;
  };

  test('is the same in capitals, unless its provider tells officers apart by them', async () => {
    expect(await subjectOf('exact', 'Ivanova')).toBe('Ivanova');
    expect(await subjectOf('exact', 'ivanova')).toBe('ivanova');
    expect(await subjectOf('ignoring-case', 'IVANOVA')).toBe(await subjectOf('ignoring-case', 'ivanova'));
    expect(await subjectOf('ignoring-case', 'ІВАНОВА')).toBe('іванова');
    expect(await subjectOf(undefined, 'Ivanova')).toBe('ivanova');
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
