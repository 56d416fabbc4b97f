import { derivedKey } from '../../identity/derived-key.ts';
import { readSigningKey } from '../../identity/ed25519-keys.ts';
import { ed25519 } from '../support/key-pairs.ts';

const pair = ed25519('gateway-1');
const signingKey = () => readSigningKey(JSON.stringify(pair.privateJwk));

describe('a key derived from the signing key', () => {
  test('is the same for every gateway that has that', () => {
    expect(derivedKey(signingKey(), 'cursors')).toEqual(derivedKey(signingKey(), 'cursors'));
    expect(derivedKey(signingKey(), 'cursors')).toHaveLength(32);
  });

  test('is another for another use, and of another signing key', () => {
    const key = derivedKey(signingKey(), 'cursors');
    expect(derivedKey(signingKey(), 'others')).not.toEqual(key);
    const { kid, privateKey } = ed25519('gateway-1');
    expect(derivedKey({ kid, key: privateKey }, 'cursors')).not.toEqual(key);
  });

  test('is not the signing key', () => {
    expect(derivedKey(signingKey(), '').toString('base64url')).not.toBe(pair.privateJwk.d);
  });
});
