import { en, type MessageKey } from './en.ts';
import type { Translate } from './translate.ts';

export const isKey = (key: string): key is MessageKey => Object.hasOwn(en, key);

/** A code as people write it: `CALL_CENTRE_LEADER` becomes `Call centre leader`. */
export const asWords = (code: string): string => {
  const words = code.toLowerCase().replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
};

/** The list of texts for an enum of the schema: `NameKind` has `nameKind`. */
export const listOf = (enumName: string): string => enumName.charAt(0).toLowerCase() + enumName.slice(1);

/** The text for a code of a closed list, or the code in words where the agencies have added one that is not known here. */
export function codeMessage(translate: Translate, list: string, code: string): string {
  const key = `${list}.${code}`;
  return isKey(key) ? translate(key) : asWords(code);
}
