import type { Advice } from '../../sdk/src/index.ts';
import { titleOf } from '../messages/title-of.ts';
import type { Translate } from '../messages/translate.ts';

/** An advice of a receipt, or as an answer has it, with null for what it does not name. */
export type GivenAdvice = Pick<Advice, 'code'> & {
  [Part in Exclude<keyof Advice, 'code'>]?: Advice[Part] | null;
};

/** The names in the sentence of an advice, in the language of the page. */
export function adviceValues(
  t: Translate,
  { roles, purposes, contactPoint }: GivenAdvice,
  { owner, informationClass }: { owner: string; informationClass: string },
): Record<string, string> {
  const named = (list: string, codes: readonly string[] | null | undefined) =>
    (codes ?? []).map((code) => titleOf(t, list, code)).join(', ');
  return {
    owner: titleOf(t, 'Agency', owner),
    class: titleOf(t, 'InformationClass', informationClass),
    roles: named('Role', roles),
    purposes: named('Purpose', purposes),
    contactPoint: contactPoint ?? '',
  };
}
