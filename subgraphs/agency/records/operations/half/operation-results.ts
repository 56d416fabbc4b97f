import { z } from 'zod';
import { operationResultKinds, seizedKinds } from '../../../../../terms/enums.ts';
import type { MeasureOutcome } from '../../values/measure-outcome.ts';
import { inputCurrency } from '../../values/value.ts';

/** No number of results can be higher. */
const most = 1_000_000_000;
const count = z.int().min(0).max(most);

const sum = z.strictObject({ amount: z.string().regex(/^\d{1,16}\.\d{2}$/), currency: inputCurrency });
const sums = z.array(sum).max(200);

/** The results of one agency's part of an operation, in numbers. Money stands by currency: amounts of two currencies are never added. */
export const operationResults = z.strictObject({
  /** Measures that are done. */
  measures: count,
  arrested: count,
  searched: count,
  questioned: count,
  blocked: count,
  victimsFound: count,
  victimsWarned: count,
  things: z.array(z.strictObject({ kind: z.enum(seizedKinds), count })).max(seizedKinds.length),
  seized: sums,
  returned: sums,
  added: z
    .array(z.strictObject({ kind: z.enum(operationResultKinds), count }))
    .max(operationResultKinds.length),
});
export type OperationResults = z.output<typeof operationResults>;

/** A result that a supervisor adds to the outcomes of measures. */
export type AddedResult = OperationResults['added'][number];

const counts = ['arrested', 'searched', 'questioned', 'blocked', 'victimsFound', 'victimsWarned'] as const;

/** Hundredths, exact: no program's numbers add amounts without a mistake. */
const hundredthsOf = (amount: string): bigint => {
  const [whole = '', part = ''] = amount.split('.');
  return BigInt(whole) * 100n + BigInt(part.padEnd(2, '0'));
};
const amountOf = (hundredths: bigint): string => {
  const digits = String(hundredths).padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
};

/** Adds up by a name, in the order of names. */
function added<Name extends string, Total>(
  parts: readonly (readonly [Name, Total])[],
  plus: (one: Total, other: Total) => Total,
): [Name, Total][] {
  const totals = new Map<Name, Total>();
  for (const [name, part] of parts) {
    const before = totals.get(name);
    totals.set(name, before === undefined ? part : plus(before, part));
  }
  return [...totals].sort(([one], [other]) => (one < other ? -1 : 1));
}

const sumsOf = (all: readonly MeasureOutcome['seized'][]): OperationResults['seized'] =>
  added(
    all.flat().map(({ amount, currency }) => [currency, hundredthsOf(amount)] as const),
    (one, other) => one + other,
  ).map(([currency, total]) => ({ amount: amountOf(total), currency }));

const plus = (one: number, other: number): number => one + other;

/** Adds up the outcomes of an agency's finished measures, and the results that its supervisors have added. */
export function resultsOf(
  outcomes: readonly MeasureOutcome[],
  more: readonly AddedResult[],
): OperationResults {
  const totals = counts.map(
    (field) => [field, outcomes.reduce((sum, each) => sum + each[field], 0)] as const,
  );
  const things = outcomes.flatMap((outcome) => outcome.things);
  return {
    measures: outcomes.length,
    ...(Object.fromEntries(totals) as Record<(typeof counts)[number], number>),
    things: added(
      things.map((thing) => [thing.kind, thing.count] as const),
      plus,
    ).map(([kind, total]) => ({ kind, count: total })),
    seized: sumsOf(outcomes.map(({ seized }) => seized)),
    returned: sumsOf(outcomes.map(({ returned }) => returned)),
    added: added(
      more.map((each) => [each.kind, each.count] as const),
      plus,
    ).map(([kind, total]) => ({ kind, count: total })),
  };
}

/** Adds up results of several operations of one agency; money stands by currency. */
export const addedResults = (all: readonly OperationResults[]): OperationResults => ({
  ...resultsOf(
    all.map(({ measures: _measures, added: _added, ...outcome }) => outcome),
    all.flatMap((each) => each.added),
  ),
  measures: all.reduce((sum, { measures }) => sum + measures, 0),
});
