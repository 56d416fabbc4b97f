import type { IndicatorKind } from '../../../../terms/enums.ts';

/** As many in a row are noted: who tries out a block of numbers records one after the other. */
export const shortestRun = 5;

/** Numbers are neighbours up to this difference, since who skips some tries out a block too. */
const mostBetween = 10n;

const numbered: readonly IndicatorKind[] = ['PHONE', 'IMEI', 'ACCOUNT'];

/** The number that an identifier is, in digits; undefined where it has other characters, or is of a kind that is not numbered. */
export function numberOf(kind: IndicatorKind, value: string): string | undefined {
  const digits = /^\+?(\d{5,18})$/.exec(value)?.[1];
  return numbered.includes(kind) ? digits : undefined;
}

/** The length of the longest row of neighbours among numbers. */
export function longestRun(numbers: readonly string[]): number {
  const sorted = numbers.map(BigInt).sort((one, other) => (one < other ? -1 : 1));
  let [longest, length] = [0, 0];
  for (const [place, number] of sorted.entries()) {
    const before = sorted[place - 1];
    if (before === number) continue;
    length = before !== undefined && number - before <= mostBetween ? length + 1 : 1;
    longest = Math.max(longest, length);
  }
  return longest;
}
