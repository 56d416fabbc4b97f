import { z } from 'zod';
import { noFreeTexts } from '../formats/text/free-text.ts';
import { inputCountry, inputCurrency, inputValue } from './value.ts';
import { listKind, type ValueOfKind } from './value-kind.ts';

/** The harm: the number of victims and their loss. No name of a victim is recorded. */
export const harms = listKind({
  class: 'VICTIM',
  most: 50,
  input: inputValue({
    victims: z.int().min(0).max(10_000_000),
    loss: z
      .string()
      .regex(/^\d{1,15}(\.\d{1,2})?$/, 'must be a decimal amount such as 1200.50')
      .describe('Decimal, in units of the currency, such as `1200.50`.'),
    currency: inputCurrency,
    country: inputCountry.optional().describe('Where the victims live, ISO 3166-1 alpha-2.'),
  }),
  texts: noFreeTexts,
});

export type Harm = ValueOfKind<typeof harms>;
