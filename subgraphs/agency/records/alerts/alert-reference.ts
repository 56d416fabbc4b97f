import { createHmac } from 'node:crypto';
import { type Agency, agencies } from '../../../../terms/agencies.ts';
import { crockfordAlphabet } from '../../../../terms/crockford-alphabet.ts';

const length = 20;

/**
 * The reference of a hit by which one agency names what the other holds of an identifier. Both agencies make it, of what only they
 * have: the element that stands for the identifier under both their keys. Whoever has the reference learns nothing of that.
 * @param element 32 bytes
 * @param owner the agency whose dossier it names
 */
export function alertReference(element: Uint8Array, owner: Agency): string {
  const hash = createHmac('sha256', element).update(`concord-alert-reference-v1 ${owner}`).digest();
  const characters = Array.from(hash.subarray(0, length), (byte) =>
    crockfordAlphabet.charAt(byte % crockfordAlphabet.length),
  );
  return `${agencies[owner].idPrefix}H-${characters.join('')}`;
}
