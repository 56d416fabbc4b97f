import { generateKeyPairSync, randomUUID } from 'node:crypto';

/** A new Ed25519 key pair as JSON Web Keys (RFC 8037) of one `kid`. */
export function newKeyPair(): { privateJwk: object; publicJwk: object } {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const named = { kid: randomUUID(), alg: 'EdDSA', use: 'sig' };
  return {
    privateJwk: { ...privateKey.export({ format: 'jwk' }), ...named },
    publicJwk: { ...publicKey.export({ format: 'jwk' }), ...named },
  };
}
