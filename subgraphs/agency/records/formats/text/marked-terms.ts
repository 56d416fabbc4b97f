/**
 * Beginnings of words, in the languages of both agencies and in English, that stand where a text speaks of a person's opinions,
 * belief or public life. They only mark a text for the officer who countersigns it: none is refused, and none of the others is
 * thereby neutral. Our own choice, from no published list.
 */
const beginnings: readonly string[] = [
  ...[
    'rally',
    'protest',
    'demonstrat',
    'opposition',
    'activist',
    'journalis',
    'extremis',
    'religio',
    'parish',
    'union',
    'strike',
  ],
  ...[
    'митинг',
    'протест',
    'демонстрац',
    'оппозиц',
    'активист',
    'журналист',
    'экстремис',
    'религи',
    'верующ',
    'профсоюз',
    'забастовк',
  ],
  ...[
    'мітынг',
    'пратэст',
    'дэманстрац',
    'апазіц',
    'актывіст',
    'журналіст',
    'экстрэміс',
    'рэлігі',
    'вернік',
    'прафсаюз',
    'забастоўк',
  ],
];

/** A text with a space wherever a capital begins a word, as in `GreyHeron`. */
export const withSpaces = (text: string): string => text.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2');

/** Those of the terms that texts have, each once, for people to look at. */
export function markedTerms(texts: readonly string[]): string[] {
  const words = texts.flatMap((text) =>
    withSpaces(text)
      .toLocaleLowerCase('und')
      .split(/[^\p{L}]+/u),
  );
  return beginnings.filter((term) => words.some((word) => word.startsWith(term)));
}
