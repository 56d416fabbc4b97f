import { createHash } from 'node:crypto';
import { crockfordAlphabet } from '../../../../../terms/crockford-alphabet.ts';

const length = 20;

/**
 * Names what several dossiers may share, such as a wallet: the same kind and parts always give the same id, which does not
 * show them. Whoever can list all numbers of a kind can find the one that an id is of, so it is no secret either.
 */
export function nodeId(kind: string, ...parts: readonly string[]): string {
  const digest = createHash('sha256')
    .update([kind, ...parts].join('\0'))
    .digest('hex');
  // The first 100 of 256 bits, five for each character.
  const bits = BigInt(`0x${digest.slice(0, (length * 5) / 4)}`);
  const digits = bits.toString(32).padStart(length, '0');
  return `N${[...digits].map((digit) => crockfordAlphabet.charAt(Number.parseInt(digit, 32))).join('')}`;
}
