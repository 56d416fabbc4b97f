import { createPublicKey } from 'node:crypto';
import { SignJWT } from 'jose';
import { createCallerVerifier } from '../../identity/caller-token.ts';
import { issuerOf, signedBy, without } from '../support/caller-tokens.ts';
import { jwsPart, keySetOf } from '../support/key-pairs.ts';

import {
  belarus,
  belarusKey,
  callerVerifiers,
  claim,
  developmentKey,
  notSigned,
  ofBelarus,
  russiaKey,
  unlistedKey,
} from './caller-verifiers.ts';

const { development, files, production } = callerVerifiers();

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
    // From now on: the file may have been loaded a while ago.
    const nbf = Math.floor(Date.now() / 1_000) + 60;
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
