import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { agreedKey, agreementKeyOf, publicHalfOf } from '../../identity/agreed-key.ts';

const agency = agreementKeyOf(Buffer.alloc(32, 1));

describe('an agreed key', () => {
  test('is the same on both sides, and another for another audience', () => {
    const own = generateKeyPairSync('x25519').privateKey;
    const pair: [string, string] = [publicHalfOf(own), publicHalfOf(agency)];
    const at = (mine: KeyObject, other: string, audience = 'BELARUS') =>
      agreedKey({ own: mine, other, halves: pair, audience })?.export().toString('hex');
    expect(at(own, pair[1])).toMatch(/^[0-9a-f]{64}$/);
    expect(at(own, pair[1])).toBe(at(agency, pair[0]));
    expect(at(own, pair[1], 'RUSSIA')).not.toBe(at(own, pair[1]));
  });

  test('begins with the public half that RFC 7748, section 6.1, gives to Bob', () => {
    const bob = '5dab087e624a8a4b79e17f8b83800ee66f3bb1292618b6fd1c2f8b27ff88e0eb';
    const made = publicHalfOf(agreementKeyOf(Buffer.from(bob, 'hex')));
    expect(Buffer.from(made, 'base64url').toString('hex')).toBe(
      'de9edb7d7b7dc1b4d35b61c2ece435373f8343c85b78674dadfc7e146f882b4f',
    );
  });
});
