import { knownTitle } from '../messages/title-of.ts';
import type { Translate } from '../messages/translate.ts';
import { adviceValues, type GivenAdvice } from './advice-values.ts';

/** The sentence of an advice, by the API's own catalogue; undefined for an advice that this page does not know. */
export function adviceSentence(
  t: Translate,
  advice: GivenAdvice,
  of: { owner: string; informationClass: string },
): string | undefined {
  const values = adviceValues(t, advice, of);
  return knownTitle(t.locale, 'AdviceSentence', advice.code)?.replace(
    /\{(\w+)\}/g,
    (whole, name: string) => values[name] ?? whole,
  );
}
