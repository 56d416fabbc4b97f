import { createHash } from 'node:crypto';
import sodium from 'libsodium-wrappers-sumo';
import { framed } from './framed.ts';

/** Wait for it before anything of this file: until then the arithmetic is not loaded. */
export const groupIsReady: Promise<void> = sodium.ready;

/** Bytes of a group element, and of a scalar. */
export const elementLength = 32;

/** The reason why bytes are no element that may be worked with: not 32, not the one spelling of a point, off the group; or the identity. */
export type ElementFault = 'NOT_AN_ELEMENT' | 'IDENTITY';

/** The fault of bytes as an element of ristretto255 (RFC 9496, section 4.3.1), which RFC 9497 wants not to be the identity. */
export function faultInElement(bytes: Uint8Array): ElementFault | undefined {
  if (bytes.length !== elementLength) return 'NOT_AN_ELEMENT';
  if (bytes.every((byte) => byte === 0)) return 'IDENTITY';
  return sodium.crypto_core_ristretto255_is_valid_point(bytes) ? undefined : 'NOT_AN_ELEMENT';
}

/** A number from 1 to the order of the group less one: 32 bytes, little end first. */
export type Scalar = Uint8Array & { readonly isScalar: unique symbol };

/** @throws RangeError when bytes are no scalar, or zero */
export function scalarIn(bytes: Uint8Array): Scalar {
  const wide = new Uint8Array(2 * elementLength);
  if (bytes.length === elementLength) wide.set(bytes);
  const reduced = sodium.crypto_core_ristretto255_scalar_reduce(wide);
  if (!sodium.memcmp(reduced, wide.subarray(0, elementLength)))
    throw new RangeError('a scalar is not reduced');
  if (sodium.is_zero(reduced)) throw new RangeError('a scalar is zero, or not of 32 bytes');
  return reduced as Scalar;
}

export const randomScalar = (): Scalar => sodium.crypto_core_ristretto255_scalar_random() as Scalar;

/** Arithmetic on scalars, by the order of the group. */
export const scalars = {
  times: (one: Scalar, other: Scalar): Scalar =>
    sodium.crypto_core_ristretto255_scalar_mul(one, other) as Scalar,
  minus: (one: Scalar, other: Scalar): Scalar =>
    sodium.crypto_core_ristretto255_scalar_sub(one, other) as Scalar,
  inverse: (scalar: Scalar): Scalar => sodium.crypto_core_ristretto255_scalar_invert(scalar) as Scalar,
};

/** An element times a scalar, in the same time whatever the scalar is. @throws when it is no element */
export const raised = (element: Uint8Array, scalar: Scalar): Uint8Array =>
  sodium.crypto_scalarmult_ristretto255(scalar, element);

/** The generator times a scalar. */
export const generatorRaised = (scalar: Scalar): Uint8Array =>
  sodium.crypto_scalarmult_ristretto255_base(scalar);

export const sumOf = (elements: readonly Uint8Array[]): Uint8Array =>
  elements.reduce((sum, element) => sodium.crypto_core_ristretto255_add(sum, element));

/** 64 bytes of an input under a name: `expand_message_xmd` of RFC 9380, section 5.3.1, with SHA-512, of which they are one block. */
function expanded(input: Uint8Array, name: Uint8Array): Uint8Array {
  const sha512 = (...parts: Uint8Array[]) => {
    const hash = createHash('sha512');
    for (const part of parts) hash.update(part);
    return new Uint8Array(hash.digest());
  };
  const named = new Uint8Array([...name, name.length]);
  const first = sha512(new Uint8Array(128), input, new Uint8Array([0, 64, 0]), named);
  return sha512(first, new Uint8Array([1]), named);
}

/** Of RFC 9497: of which suite, in its verifiable mode. */
const context = new Uint8Array([...Buffer.from('OPRFV1-'), 1, ...Buffer.from('-ristretto255-SHA512')]);

const nameOf = (use: string): Uint8Array => new Uint8Array([...Buffer.from(use), ...context]);
const [toGroup, toScalar, seedName] = [nameOf('HashToGroup-'), nameOf('HashToScalar-'), nameOf('Seed-')];

/** The element that an input is hashed to. */
export const hashToGroup = (input: Uint8Array): Uint8Array =>
  sodium.crypto_core_ristretto255_from_hash(expanded(input, toGroup));

/** The scalar that an input is hashed to. */
export const hashToScalar = (input: Uint8Array): Scalar =>
  scalarIn(sodium.crypto_core_ristretto255_scalar_reduce(expanded(input, toScalar)));

/** The seed of the weights of a proof under a public key. */
export const seedOf = (publicKey: Uint8Array): Uint8Array =>
  new Uint8Array(createHash('sha512').update(framed(publicKey, seedName)).digest());
