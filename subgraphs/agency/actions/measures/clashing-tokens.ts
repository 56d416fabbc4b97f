import type { Agency } from '../../../../terms/agencies.ts';
import { measureTokenOf } from '../../matching/two-key/measure-token-of.ts';
import { inBase64 } from '../../records/indicators/indicator-messages.ts';
import { clashingScopes, scopesOf, tokenPlaces } from '../../records/measures/comparing/measure-token.ts';

interface Use {
  epoch: string;
  /** The operation of the own measure. */
  scope?: string | undefined;
}

const inEachPlace = (use: Use & { teller: Agency }, element: Uint8Array): string[] =>
  tokenPlaces.map((place) => inBase64(measureTokenOf({ ...use, place }, element)));

/** The tokens that an agency may tell of an element, one for each of its measures. */
export const tellableTokens = (own: Agency, use: Use, element: Uint8Array): string[] =>
  inEachPlace({ ...use, teller: own }, element);

/** The tokens of another agency that an own measure clashes with, and the operations that these were reckoned with. */
export const clashingTokens = (
  other: Agency,
  { epoch, scope }: Use,
  element: Uint8Array,
  common: readonly string[],
): { expected: string[]; scopes: string } => ({
  expected: clashingScopes(scope, common).flatMap((each) =>
    inEachPlace({ epoch, scope: each, teller: other }, element),
  ),
  scopes: scopesOf(common),
});
