import {
  createPrivateKey,
  createPublicKey,
  createSecretKey,
  diffieHellman,
  hkdfSync,
  type KeyObject,
} from 'node:crypto';

/** The bytes of PKCS #8 (RFC 8410) that stand before the 32 of a private key of X25519. */
const beforeBytes = Buffer.from('302e020100300506032b656e04220420', 'hex');

/** A private key of X25519 (RFC 7748) of these 32 bytes, which may be any. */
export const agreementKeyOf = (bytes: Buffer): KeyObject =>
  createPrivateKey({ key: Buffer.concat([beforeBytes, bytes]), format: 'der', type: 'pkcs8' });

/** The public half of a key, as others are told it: the `x` of its JSON Web Key. */
export const publicHalfOf = (key: KeyObject): string => {
  const { x = '' } = createPublicKey(key).export({ format: 'jwk' });
  return x;
};

/** The form of a public half. */
export const publicHalfForm = /^[A-Za-z0-9_-]{43}$/;

/** The two who agree on a key: each knows its own half, and the public half of the other. */
export interface Agreeing {
  own: KeyObject;
  other: string;
  /** The public halves, the gateway's first. */
  halves: readonly [gateway: string, agency: string];
  /** The agency for whom the key is. */
  audience: string;
}

/**
 * The secret that one gateway and one agency share (X25519, then HKDF, RFC 5869): nobody else can have it, whoever carried the
 * public halves between them. One who exchanges a half gets another key than the other side has, and nothing that is good there.
 * @returns undefined for a half that is none
 */
export function agreedKey({ own, other, halves, audience }: Agreeing): KeyObject | undefined {
  if (!publicHalfForm.test(other)) return undefined;
  try {
    const publicKey = createPublicKey({ key: { kty: 'OKP', crv: 'X25519', x: other }, format: 'jwk' });
    const shared = diffieHellman({ privateKey: own, publicKey });
    const use = `concord-fetch-mac ${audience} ${halves.join(' ')}`;
    return createSecretKey(Buffer.from(hkdfSync('sha256', shared, '', use, 32)));
  } catch {
    // A point of small order, with which every key would agree.
    return undefined;
  }
}
