import { agencies } from '../../../terms/agencies.ts';
import { crockfordAlphabet } from '../../../terms/crockford-alphabet.ts';
import type { DemoAgency } from '../agencies/demo-agencies.ts';
import type { Random } from './random.ts';

const letters = [...crockfordAlphabet];

export const idFrom = (random: Random, length: number): string =>
  Array.from({ length }, () => random.pick(letters)).join('');

export const dossierIdFrom = (agency: DemoAgency, random: Random): string =>
  `${agencies[agency].idPrefix}-${idFrom(random, 16)}`;

export const groupIdFrom = (agency: DemoAgency, random: Random): string =>
  `${agencies[agency].idPrefix}G-${idFrom(random, 16)}`;

export const valueIdFrom = (random: Random): string => `V${idFrom(random, 12)}`;
