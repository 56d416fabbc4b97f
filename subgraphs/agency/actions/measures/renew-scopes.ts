import type { Agency } from '../../../../terms/agencies.ts';
import { scopesOf } from '../../records/measures/comparing/measure-token.ts';
import { clashingTokens } from './clashing-tokens.ts';
import type { Measuring } from './measuring.ts';
import { meetTold } from './meet-told.ts';

/** Tokens that are reckoned anew at a time. */
const together = 500;

type Renewing = Pick<Measuring, 'measures' | 'checks' | 'book' | 'operationsWith'>;

/**
 * Reckons anew which tokens of another agency own measures clash with, where an operation has become common since, or is so no more. It needs no evaluation:
 * the elements are there.
 */
export async function renewScopes(parts: Renewing, other: Agency, now: Date): Promise<void> {
  const { measures } = parts;
  const common = await parts.operationsWith(other);
  for (;;) {
    const stale = await measures.tokens.ofOtherScopes(other, scopesOf(common), together);
    const renewed = stale.map((token) => {
      const { _id, epoch, scope, element } = token;
      const clashing =
        epoch && element
          ? clashingTokens(other, { epoch, scope }, element, common)
          : { expected: [], scopes: scopesOf(common) };
      return { ...token, _id, ...clashing };
    });
    await measures.tokens.expect(renewed);
    await meetTold(parts, other, renewed, now);
    if (stale.length < together) return;
  }
}
