import type { Agency } from '../../../../terms/agencies.ts';
import { tokenUnder } from './token-under.ts';

const domain = 'concord-indicator-token-v1';

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
  tokenUnder([domain, epoch, teller], element);
