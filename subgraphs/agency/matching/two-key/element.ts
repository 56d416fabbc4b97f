import { ristretto255 } from '@noble/curves/ed25519.js';

const { Point } = ristretto255;
export type GroupPoint = ReturnType<typeof Point.fromBytes>;

/** Bytes of a group element, and of a scalar. */
export const elementLength = 32;

/** The reason why bytes are no element that may be worked with: not 32, not the one spelling of a point, off the group; or the identity. */
export type ElementFault = 'NOT_AN_ELEMENT' | 'IDENTITY';

/** Reads an element of ristretto255 (RFC 9496, section 4.3.1), which RFC 9497 wants not to be the identity. */
export function pointIn(bytes: Uint8Array): GroupPoint | ElementFault {
  let point: GroupPoint;
  try {
    point = Point.fromBytes(bytes);
  } catch {
    return 'NOT_AN_ELEMENT';
  }
  return point.is0() ? 'IDENTITY' : point;
}

/** @throws RangeError when bytes are no scalar from 1 to the order of the group less one, little end first */
export function scalarIn(bytes: Uint8Array): bigint {
  const scalar = Point.Fn.fromBytes(bytes);
  if (Point.Fn.is0(scalar)) throw new RangeError('a scalar is zero');
  return scalar;
}

/** An own element, raised to a scalar. */
export function raised(element: Uint8Array, scalar: bigint): Uint8Array {
  const point = pointIn(element);
  if (typeof point === 'string') throw new RangeError(`an own element is none: ${point}`);
  return point.multiply(scalar).toBytes();
}

/** Arithmetic on scalars, by the order of the group. */
export const scalars = Point.Fn;
