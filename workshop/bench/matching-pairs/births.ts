import type { Random } from '../../demo-data/chance/random.ts';

const two = (n: number) => String(n).padStart(2, '0');

/** `YYYY-MM-DD`, in a year from `first` to `last`. */
export function birthBetween(first: number, last: number, random: Random): string {
  const year = random.between(first, last);
  const month = random.between(1, 12);
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return `${year}-${two(month)}-${two(random.between(1, days))}`;
}

/** Nobody in the records was born before or after. */
const FIRST_YEAR = 1935;
const LAST_YEAR = 2008;

export const yearOf = (birth: string) => Number(birth.slice(0, 4));

/** Day and month exchanged; nothing, where that is no other date. */
export function withDayAndMonthSwapped(birth: string): string | undefined {
  const [year, month = '', day = ''] = birth.split('-');
  return Number(day) <= 12 && day !== month ? `${year}-${day}-${month}` : undefined;
}

/**
 * Another person's birth, up to `years` away. Month and day both differ where the year does not: one wrong digit is what
 * a clerk's slip looks like, and the pair would have no truth.
 */
export function otherBirth(birth: string, years: number, random: Random): string {
  const year = yearOf(birth);
  for (;;) {
    const other = birthBetween(Math.max(year - years, FIRST_YEAR), Math.min(year + years, LAST_YEAR), random);
    if (yearOf(other) !== year) return other;
    const [, month, day] = birth.split('-');
    const [, otherMonth, otherDay] = other.split('-');
    if (month !== otherMonth && day !== otherDay && other !== withDayAndMonthSwapped(birth)) return other;
  }
}
