import { createHash } from 'node:crypto';
import { framed } from './framed.ts';

/** Bytes of a token: of ten million at each agency, two that differ are alike with a chance of 1 in 10^24. */
export const tokenLength = 16;

/**
 * The token of an element under words that everybody who holds the element knows: the first bytes of SHA-512 over all of them.
 * @param words the first of them tells its use from every other
 * @param element k_BY·k_RU·H(x), 32 bytes
 */
export const tokenUnder = (words: readonly string[], element: Uint8Array): Uint8Array =>
  new Uint8Array(
    createHash('sha512')
      .update(framed(...words, element))
      .digest()
      .subarray(0, tokenLength),
  );
