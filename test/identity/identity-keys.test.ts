import { generateKeyPairSync } from 'node:crypto';
import { readSigningKey, readVerificationKeys } from '../../identity/ed25519-keys.ts';
import { createFetchSigner, createFetchVerifier } from '../../identity/fetch-token.ts';
import { isDevelopmentKey } from '../../identity/is-development-key.ts';
import { newRequestKey } from '../../terms/request-key.ts';
import { ed25519, keySetOf, p256 } from '../support/key-pairs.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';

const files = temporaryDirectory();
const pair = ed25519('gateway-1');
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });

describe('the gateway’s signing key', () => {
  test('is read from a private JSON Web Key', () => {
    expect(readSigningKey(JSON.stringify(pair.privateJwk))).toMatchObject({ kid: 'gateway-1' });
  });

  test.each([
    ['a public key', JSON.stringify(pair.publicJwk)],
    ['a key without an id', JSON.stringify({ ...pair.privateJwk, kid: undefined })],
    ['a key of another curve', JSON.stringify(p256('gateway-1').privateJwk)],
    ['an RSA key', JSON.stringify({ ...rsa.privateKey.export({ format: 'jwk' }), kid: 'gateway-1' })],
    ['half a key', JSON.stringify({ ...pair.privateJwk, d: 'AA' })],
    ['no JSON', '-----BEGIN PRIVATE KEY-----'],
    ['nothing', ''],
  ])('is not read from %s', (_what, text) => {
    expect(() => readSigningKey(text)).toThrow();
  });
});

describe('the gateway’s public keys', () => {
  test('are read from a JSON Web Key Set, by their ids', () => {
    const keys = readVerificationKeys(files.write('two.json', keySetOf(pair, ed25519('gateway-2'))));
    expect([...keys.keys()]).toEqual(['gateway-1', 'gateway-2']);
  });

  test('verify what the private half has signed', () => {
    const keys = readVerificationKeys(files.write('one.json', keySetOf(pair)));
    const token = createFetchSigner(readSigningKey(JSON.stringify(pair.privateJwk)))({
      audience: 'RUSSIA',
      body: 'body',
      callerHash: 'hash',
      mandate: { purpose: 'DETECTION', legalBasis: 'NATIONAL_LAW' },
      requestKey: newRequestKey(Date.now()),
    });
    const presented = { body: Buffer.from('body'), callerHash: 'hash' };
    expect(createFetchVerifier(keys, 'RUSSIA')(token, presented)).toHaveProperty('claims');
  });

  test.each([
    ['no key', '{"keys":[]}'],
    ['a key of another curve', keySetOf(pair, p256('gateway-2'))],
    ['a key without an id', JSON.stringify({ keys: [{ ...pair.publicJwk, kid: undefined }] })],
    ['a key outside a set', JSON.stringify(pair.publicJwk)],
    ['no JSON', 'keys'],
  ])('are not read from a file of %s', (_what, content) => {
    const file = files.write('unusable.json', content);
    expect(() => readVerificationKeys(file)).toThrow();
  });

  test('are not read from a file that does not exist', () => {
    expect(() => readVerificationKeys(new URL('file:///nowhere/keys.json'))).toThrow();
  });
});

test('a development key is told by its id', () => {
  expect(isDevelopmentKey('development-0f3c')).toBe(true);
  expect(isDevelopmentKey('0f3c-development-')).toBe(false);
  expect(isDevelopmentKey('')).toBe(false);
});
