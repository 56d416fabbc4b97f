import { createHash } from 'node:crypto';
import type { Agency } from '../../../../terms/agencies.ts';
import { framed } from './framed.ts';

const domain = 'concord-indicator-token-v1';

/** Bytes of a token: of ten million at each agency, two that differ are alike with a chance of 1 in 10^24. */
export const tokenLength = 16;

export interface TokenUse {
  /** The epoch of the keys that the element is under; tokens of two epochs have nothing in common. */
  epoch: string;
  /** The agency that tells the token to the other. */
  teller: Agency;
}

/**
 * The token of an element: what an agency tells the other, and what it expects from the other for the same identifier. The two
 * differ, since the teller is hashed too: an agency cannot tell the other's own tokens back to it as if it had the values. Elements
 * themselves are never told.
 * @param element k_BY·k_RU·H(x), 32 bytes
 */
export const indicatorTokenOf = ({ epoch, teller }: TokenUse, element: Uint8Array): Uint8Array =>
  new Uint8Array(
    createHash('sha512')
      .update(framed(domain, epoch, teller, element))
      .digest()
      .subarray(0, tokenLength),
  );
