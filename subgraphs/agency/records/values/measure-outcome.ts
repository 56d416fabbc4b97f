import { z } from 'zod';
import { seizedKinds } from '../../../../terms/enums.ts';
import { inputCurrency } from './value.ts';

const mostPeople = 10_000;
const mostVictims = 10_000_000;
const mostThings = 1_000_000;
const mostCurrencies = 20;

const count = (most: number) => z.int().min(0).max(most).default(0);

/** At most 10^15 hundredths: what is more is a slip, and would be no exact number in most programs. */
const inputSum = z.strictObject({
  amount: z
    .string()
    .regex(/^(?=.*[1-9])\d{1,13}(\.\d{1,2})?$/, 'must be a decimal amount above 0, such as 1200.50')
    .describe('Decimal, in units of the currency, such as `1200.50`.'),
  currency: inputCurrency,
});

/** Sums of money, each currency once. */
const inputSums = z
  .array(inputSum)
  .max(mostCurrencies, `at most ${mostCurrencies}`)
  .refine((sums) => new Set(sums.map(({ currency }) => currency)).size === sums.length, {
    message: 'must name each currency once',
  })
  .default([]);

/** The outcome of a measure, in numbers: no name of anybody, victim or not, is recorded with it. */
export const inputOutcome = z.strictObject({
  arrested: count(mostPeople),
  searched: count(mostPeople),
  questioned: count(mostPeople),
  blocked: count(mostThings),
  things: z
    .array(z.strictObject({ kind: z.enum(seizedKinds), count: z.int().min(1).max(mostThings) }))
    .max(seizedKinds.length, `at most ${seizedKinds.length}`)
    .refine((things) => new Set(things.map(({ kind }) => kind)).size === things.length, {
      message: 'must name each kind once',
    })
    .default([]),
  seized: inputSums,
  returned: inputSums,
  victimsFound: count(mostVictims),
  victimsWarned: count(mostVictims),
});

export type MeasureOutcome = z.output<typeof inputOutcome>;
