import type { SearchCriteria } from '../../../../terms/search-exchange.ts';

/** A name that was heard has three words at most, in whichever order it is read. */
const wordsOfOneName = 3;

/** The further surnames that are joined with a first: each comes close by itself. */
const joinedIn = (words: Iterable<string | undefined>): number =>
  [...words].reduce((sum, word = '') => sum + (word.match(/[\s\p{Pd}]+(?=\p{L})/gu) ?? []).length, 0);

/**
 * The number of persons that criteria ask for: one, and one more for a second surname in a word, unless somebody who comes past
 * crossborder sends several names as readings of one.
 */
export function questionsIn({ names = [] }: SearchCriteria): number {
  const words = new Set(
    names.flatMap(({ surname, givenName, patronymic }) => [surname, givenName, patronymic]),
  );
  words.delete(undefined);
  return (
    Math.max(1, words.size - wordsOfOneName + 1) + joinedIn(new Set(names.map(({ surname }) => surname)))
  );
}

/** Searches of a series that cost no more than others: as many as a name has spellings. */
const cheapOfSeries = 10;

/**
 * The price of a search. The longer a series of near searches, the dearer the next: whoever tries a date of birth day by day has
 * spent an officer's budget of 400 after some 85 of 365.
 */
export const priceOf = (questions: number, near: number): number =>
  questions + Math.floor(near / cheapOfSeries);
