/** A word: letters with their marks and digits, and apostrophes within, as in a Belarusian name. */
const words = /[\p{L}\p{M}\p{N}'’ʼ]+/gu;

/**
 * True when Latin letters stand among Cyrillic ones within one word, as in a name written to look like another:
 * `Ивaнов` with a Latin a. Two words of different scripts are nothing unusual. Such text is kept and flagged, never
 * refused: it may be the person's own way of writing.
 */
export const isMixedScript = (text: string): boolean =>
  (text.match(words) ?? []).some(
    (word) => /\p{Script=Latin}/u.test(word) && /\p{Script=Cyrillic}/u.test(word),
  );
