import { streamOf } from '../../../workshop/demo-data/chance/random.ts';
import type { Guessed } from './guesses.ts';

/** Somebody who tries dates, so many at once. */
export interface DateGuesser {
  atOnce: number;
  ask(birthDate: string): Promise<Guessed>;
}

const dayLength = 24 * 3_600_000;

/** The days of the year of a date, in an order of the seed's. */
export function daysOfYear(birthDate: string, seed: number): string[] {
  const year = birthDate.slice(0, 4);
  const days = Array.from({ length: 366 }, (_, index) =>
    new Date(Date.UTC(Number(year), 0, 1) + index * dayLength).toISOString().slice(0, 10),
  );
  const random = streamOf('days of a year', seed);
  return days
    .filter((day) => day.startsWith(year))
    .map((day) => ({ day, at: random.next() }))
    .sort((one, other) => one.at - other.at)
    .map(({ day }) => day);
}

/** The date with day and month swapped, where that is one: a hit tells of it too. */
function swapped(date: string): string[] {
  const [year, month, day] = date.split('-');
  return Number(day) <= 12 ? [`${year}-${day}-${month}`] : [];
}

/**
 * Tries dates until a budget is spent.
 * @returns the dates of which the answers said whether they are right
 */
export async function datesTried(
  { atOnce, ask }: DateGuesser,
  days: readonly string[],
): Promise<{ tried: Set<string>; isSpent: boolean }> {
  const tried = new Set<string>();
  for (let from = 0; from < days.length; from += atOnce) {
    const batch = days.slice(from, from + atOnce);
    const answers = await Promise.all(batch.map(ask));
    for (const [index, { isSpent }] of answers.entries()) {
      const day = batch[index] ?? '';
      if (!isSpent) for (const each of [day, ...swapped(day)]) tried.add(each);
    }
    if (answers.some(({ isSpent }) => isSpent)) return { tried, isSpent: true };
  }
  return { tried, isSpent: false };
}

const letters = [...'абвгдежзиклмнопрстуф'];

/** Words that are no names. */
export function wordsFrom(seed: number): () => string {
  const random = streamOf('words', seed);
  return () => Array.from({ length: 9 }, () => random.pick(letters)).join('');
}

/** A name with another letter replaced each time, so that no two of these slips are one slip apart. */
export function slipsIn(name: string): () => string {
  let turn = 0;
  return () => {
    const at = 1 + (turn++ % (name.length - 1));
    return `${name.slice(0, at)}${name[at] === 'ш' ? 'п' : 'ш'}${name.slice(at + 1)}`;
  };
}
