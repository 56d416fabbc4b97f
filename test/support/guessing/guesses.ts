import { streamOf } from '../../../workshop/demo-data/chance/random.ts';
import { givenNames as named } from '../../../workshop/demo-data/names/given-names.ts';
import { surnames as families } from '../../../workshop/demo-data/names/surnames.ts';

/** A guess at a person, as `SuspectCriteria` has it. */
export interface Guess extends Record<string, unknown> {
  surname?: string;
  givenName?: string;
  birthDate?: string;
}

/** The answer to a guess. */
export interface Guessed {
  /** The hits and dossiers that it was told of, by what names them. */
  told: readonly string[];
  isSpent: boolean;
}

const firstDay = Date.UTC(1980, 0, 1);
const dayLength = 24 * 3_600_000;
const dayAt = (index: number) => new Date(firstDay + index * dayLength).toISOString().slice(0, 10);

/** Every day of a decade. */
export const dates = Array.from({ length: 3_653 }, (_, index) => dayAt(index));

/** Half a hundred given names, and every surname that is in use: an attacker has such lists. */
export const givenNames = [...named.MALE, ...named.FEMALE].slice(0, 50).map(({ russian }) => russian);
export const surnames = families.map(({ MALE }) => MALE.russian);

/** Persons of whom nobody abroad knows: any of the names, born on any day of the decade. */
export function hiddenPersons(
  seed: number,
  count = 25,
): Required<Pick<Guess, 'surname' | 'givenName' | 'birthDate'>>[] {
  const random = streamOf('hidden', seed);
  return Array.from({ length: count }, () => ({
    surname: random.pick(surnames),
    givenName: random.pick(givenNames),
    birthDate: random.pick(dates),
  }));
}

/** Ways to guess, each with less of what makes a hit: what an attacker tries depends on him alone. */
export const waysToGuess: Record<string, (seed: number) => Generator<Guess>> = {
  *'given name and day'(seed) {
    const random = streamOf('given name and day', seed);
    for (;;) yield { givenName: random.pick(givenNames), birthDate: random.pick(dates) };
  },
  *'one given name, day by day'(seed) {
    const random = streamOf('day by day', seed);
    const givenName = random.pick(givenNames);
    for (const birthDate of dates) yield { givenName, birthDate };
  },
  *'surname, given name and day'(seed) {
    const random = streamOf('surname, given name and day', seed);
    for (;;)
      yield {
        surname: random.pick(surnames),
        givenName: random.pick(givenNames),
        birthDate: random.pick(dates),
      };
  },
  *'surname, given name and year'(seed) {
    const random = streamOf('surname, given name and year', seed);
    for (;;)
      yield {
        surname: random.pick(surnames),
        givenName: random.pick(givenNames),
        birthDate: random.pick(dates).slice(0, 4),
      };
  },
};

/** More than any budget allows: whoever gets so far is not stopped. */
const mostTried = 10_000;

/**
 * Guesses until a budget is spent.
 * @returns how many guesses were answered, and all that they were told of
 */
export async function guessUntilSpent(
  guesses: Iterable<Guess>,
  ask: (guess: Guess) => Promise<Guessed>,
): Promise<{ answered: number; told: Set<string>; isSpent: boolean }> {
  const told = new Set<string>();
  let answered = 0;
  for (const guess of guesses) {
    const { told: found, isSpent } = await ask(guess);
    if (isSpent) return { answered, told, isSpent };
    for (const one of found) told.add(one);
    answered += 1;
    if (answered >= mostTried) break;
  }
  return { answered, told, isSpent: false };
}

/** The last digits of a card: ten of them, so that chance alone finds one in ten. */
export const digits = Array.from({ length: 10 }, (_, digit) => String(digit));
