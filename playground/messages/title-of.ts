import type { Title } from '../../terms/titles/title.ts';
import { titles } from '../../terms/titles/titles.ts';
import type { Locale, Translate } from './translate.ts';

/** A code as people write it: `CALL_CENTRE_LEADER` becomes `Call centre leader`. */
export const asWords = (code: string): string => {
  const words = code.toLowerCase().replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
};

/** The title of a member of a closed list; undefined for a list or member that this page does not know. */
export function knownTitle(locale: Locale, list: string, code: string): string | undefined {
  const lists: Readonly<Record<string, Readonly<Record<string, Title>>>> = titles;
  const members = Object.hasOwn(lists, list) ? lists[list] : undefined;
  return members && Object.hasOwn(members, code) ? members[code]?.[locale] : undefined;
}

/** The title of a member of a closed list, or its code in words where the agencies have added one that is not known here. */
export const titleOf = ({ locale }: Translate, list: string, code: string): string =>
  knownTitle(locale, list, code) ?? asWords(code);
