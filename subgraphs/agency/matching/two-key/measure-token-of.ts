import { noScope } from '../../records/measures/comparing/measure-token.ts';
import type { TokenUse } from './indicator-token-of.ts';
import { tokenUnder } from './token-under.ts';

const domain = 'concord-measure-token-v1';

/** The use of a token of a measure. */
export interface MeasureTokenUse extends TokenUse {
  /** The joint operation of the measure; none where it has none. */
  scope?: string | undefined;
  /** Tells apart the measures of its teller that are about one value in one week. */
  place: number;
}

/**
 * The token of an element of a measure. As with identifiers the teller is hashed, so that nobody tells the other's own tokens back to it. The scope is
 * hashed last and costs no evaluation: whoever has the element reckons the token of each scope at home.
 * @param element k_BY·k_RU·H(x), 32 bytes
 */
export const measureTokenOf = (
  { epoch, teller, scope = noScope, place }: MeasureTokenUse,
  element: Uint8Array,
): Uint8Array => tokenUnder([domain, epoch, teller, scope, String(place)], element);
