import type { Advice } from '../../sdk/src/index.ts';
import { codeMessage } from '../messages/code-message.ts';
import type { Translate } from '../messages/translate.ts';

/** The names in the sentence of an advice, in the language of the page. */
export function adviceValues(
  t: Translate,
  { roles, purposes, contactPoint }: Advice,
  { owner, informationClass }: { owner: string; informationClass: string },
): Record<string, string> {
  const named = (list: string, codes: readonly string[] | null | undefined) =>
    (codes ?? []).map((code) => codeMessage(t, list, code)).join(', ');
  return {
    owner: codeMessage(t, 'agency', owner),
    class: codeMessage(t, 'informationClass', informationClass),
    roles: named('role', roles),
    purposes: named('purpose', purposes),
    contactPoint: contactPoint ?? '',
  };
}
