import { randomFillSync } from 'node:crypto';
import { crockfordAlphabet } from '../../../terms/crockford-alphabet.ts';

// Each draw from the system costs more than the id that is made of it, and a dossier has dozens of ids.
const pool = Buffer.alloc(4096);
let taken = pool.length;

/** The pool's next bytes, none of them twice. */
function randomBytes(length: number): Buffer {
  if (taken + length > pool.length) {
    randomFillSync(pool);
    taken = 0;
  }
  taken += length;
  return pool.subarray(taken - length, taken);
}

/**
 * Random characters, five bits each: ids say nothing about order, date or number. A byte has eight values for each of the
 * 32 characters, so none is likelier than another.
 * @param length at most a few dozen
 */
export const randomId = (length: number): string =>
  Array.from(randomBytes(length), (byte) => crockfordAlphabet.charAt(byte % crockfordAlphabet.length)).join(
    '',
  );

export const newDossierId = (idPrefix: string): string => `${idPrefix}-${randomId(16)}`;
export const newGroupId = (idPrefix: string): string => `${idPrefix}G-${randomId(16)}`;
export const newValueId = (): string => `V${randomId(12)}`;
export const newOperationId = (idPrefix: string): string => `${idPrefix}O-${randomId(16)}`;
export const newRequestId = (idPrefix: string): string => `${idPrefix}Q-${randomId(16)}`;
