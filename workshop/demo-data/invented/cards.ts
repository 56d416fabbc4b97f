import type { Random } from '../chance/random.ts';
import { digits } from './digits.ts';

/** Begin the numbers that card schemes and payment providers publish for tests. */
export const testPrefixes = ['411111', '424242', '510510', '555555'] as const;

export const card = (random: Random): { cardFirst6: string; cardLast4: string } => ({
  cardFirst6: random.pick(testPrefixes),
  cardLast4: digits(random, 4),
});

export const banks = ['Heron Demo Bank', 'Otter Demo Bank', 'Plover Demo Bank', 'Marten Demo Bank'] as const;
