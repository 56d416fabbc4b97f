import { z } from 'zod';
import { seizedKinds } from '../../../../terms/enums.ts';
import {
  amountForm,
  mostSums,
  mostThings,
  type OutcomeCount,
  outcomeCounts,
} from '../../../../terms/outcome-limits.ts';
import { inputCurrency } from './value.ts';

const count = (field: OutcomeCount) => z.int().min(0).max(outcomeCounts[field]).default(0);

const inputSum = z.strictObject({
  amount: z
    .string()
    .regex(amountForm, 'must be a decimal amount above 0, such as 1200.50')
    .describe('Decimal, in units of the currency, such as `1200.50`.'),
  currency: inputCurrency,
});

/** Sums of money, each currency once. */
const inputSums = z
  .array(inputSum)
  .max(mostSums, `at most ${mostSums}`)
  .refine((sums) => new Set(sums.map(({ currency }) => currency)).size === sums.length, {
    message: 'must name each currency once',
  })
  .default([]);

/** The outcome of a measure, in numbers: no name of anybody, victim or not, is recorded with it. */
export const inputOutcome = z.strictObject({
  arrested: count('arrested'),
  searched: count('searched'),
  questioned: count('questioned'),
  blocked: count('blocked'),
  things: z
    .array(z.strictObject({ kind: z.enum(seizedKinds), count: z.int().min(1).max(mostThings) }))
    .max(seizedKinds.length, `at most ${seizedKinds.length}`)
    .refine((things) => new Set(things.map(({ kind }) => kind)).size === things.length, {
      message: 'must name each kind once',
    })
    .default([]),
  seized: inputSums,
  returned: inputSums,
  victimsFound: count('victimsFound'),
  victimsWarned: count('victimsWarned'),
});

export type MeasureOutcome = z.output<typeof inputOutcome>;
