import { generateKeyPairSync } from 'node:crypto';
import { decodeJwt } from 'jose';
import { developmentToken } from '../../identity/development-token.ts';

test('two development tokens of one officer are two, however close, so that a sign-out ends one session alone', async () => {
  const jwk = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' });
  const key = JSON.stringify({ ...jwk, kid: 'development-1' });
  const officer = {
    issuer: 'https://login.example',
    subject: 'officer-1',
    roles: ['ANALYST' as const],
    cases: [],
    lifetime: '8h',
  };
  const [one, other] = [await developmentToken(key, officer), await developmentToken(key, officer)];
  expect(one).not.toBe(other);
  const { jti: mine, ...said } = decodeJwt(one);
  expect(mine).toBeTruthy();
  expect(decodeJwt(one)).toMatchObject({ sub: 'officer-1', iss: 'https://login.example' });
  expect(Object.keys(decodeJwt(other)).sort()).toEqual([...Object.keys(said), 'jti'].sort());
});
