import type { Contender } from './contenders.ts';
import { type Measured, median } from './measure.ts';

/** Medians of a contender's rounds. */
export interface Row {
  name: string;
  rate: number;
  /** Milliseconds of processor time a request, of all its processes. */
  processor: number;
}

const heading = `${'requests/s'.padStart(47)} ${'spread'.padStart(13)} ${'p50 ms'.padStart(8)} ${'p99 ms'.padStart(8)}   load maker   processor ms a request`;

/** Prints a line for each contender, with the load maker's own processor time beside those of its processes. */
export function printRows(
  measured: ReadonlyMap<Contender, readonly Measured[]>,
  print: (line: string) => void,
): Row[] {
  print(heading);
  return [...measured].map(([{ name }, results]) => {
    const of = (figure: (one: Measured) => number) => median(results.map(figure));
    const rate = of(({ requestsPerSecond }) => requestsPerSecond);
    const rates = results.map(({ requestsPerSecond }) => requestsPerSecond);
    const spread = `${Math.min(...rates).toFixed(0)} to ${Math.max(...rates).toFixed(0)}`;
    const used = [...(results[0]?.processor.keys() ?? [])].map(
      (process) => [process, of(({ processor }) => processor.get(process) ?? Number.NaN)] as const,
    );
    const processor = used.reduce((sum, [, one]) => sum + one, 0);
    const each = used.map(([process, one]) => `${process} ${one.toFixed(2)}`).join(', ');
    print(
      [
        `${name.padEnd(36)} ${rate.toFixed(0).padStart(10)}`,
        spread.padStart(13),
        of(({ p50 }) => p50)
          .toFixed(1)
          .padStart(8),
        of(({ p99 }) => p99)
          .toFixed(1)
          .padStart(8),
        `  ${of(({ maker }) => maker)
          .toFixed(2)
          .padStart(10)}`,
        `  ${processor.toFixed(2)}: ${each}`,
      ].join(' '),
    );
    return { name, rate, processor };
  });
}
