import type { IndicatorKind } from '../../../../terms/enums.ts';

/** The shortest row of neighbours that is noted: whoever tries out a block of numbers records one after the other. */
export const shortestRun = 5;

/** The largest difference of two neighbours, since whoever skips some numbers tries out a block too. */
const mostBetween = 10n;

const numbered: readonly IndicatorKind[] = ['PHONE', 'IMEI', 'ACCOUNT'];

/** The number that an identifier is, in digits; undefined where it has other characters, or is of a kind that is not numbered. */
export function numberOf(kind: IndicatorKind, value: string): string | undefined {
  const digits = /^\+?(\d{5,18})$/.exec(value)?.[1];
  return numbered.includes(kind) ? digits : undefined;
}

/** The one form of a number by which it is looked for among others. */
export const plainNumber = (number: string): string => String(BigInt(number));

/**
 * The length of the row of neighbours in which a number stands.
 * @param has tells whether a number is among the others, which need not be known in clear
 */
export function runAround(number: string, has: (plain: string) => boolean): number {
  const walked = (step: bigint): number => {
    let [at, length] = [BigInt(number), 0];
    for (let between = 1n; between <= mostBetween; between++) {
      const next = at + step * between;
      if (!has(String(next))) continue;
      [at, length, between] = [next, length + 1, 0n];
    }
    return length;
  };
  return 1 + walked(1n) + walked(-1n);
}
