import { findProvision, type Provision } from '../../../../../terms/codes-of-procedure/provision.ts';
import { markedTerms } from '../../formats/text/marked-terms.ts';
import type { Measure } from '../../values/measures.ts';
import { kindOf } from '../../values/value-kinds.ts';
import type { LocatedValue } from '../../values/values-of.ts';

/**
 * The texts of a value that say words about somebody, or could: those that have no form, those that are words where a name or a
 * number is expected, and those that have a marked term. Ordinary names, numbers and addresses are not among them.
 */
export const wordedTextsOf = (located: LocatedValue): string[] =>
  kindOf(located.field)
    .texts(located.value)
    .flatMap(({ text, isWorded }) => (isWorded || markedTerms([text]).length > 0 ? [text] : []));

/**
 * All free texts of a stored value: those above, and the ground of a measure that stands on no listed provision, as records of before
 * the list may.
 */
export function freeTextsOf(located: LocatedValue, provisions: readonly Provision[]): string[] {
  if (located.field !== 'measures') return wordedTextsOf(located);
  const { ground } = located.value as Measure;
  return findProvision(provisions, ground) ? [] : [ground];
}
