import type { Attack } from '../attack.ts';
import { abroadAttacks } from './abroad.ts';
import { loadAttacks } from './load.ts';
import { searchAttacks } from './searches.ts';
import { tokenAttacks } from './tokens.ts';

/** All attacks, in the order in which they are tried. */
export const attacks: readonly Attack[] = [
  ...tokenAttacks,
  ...abroadAttacks,
  ...searchAttacks,
  ...loadAttacks,
];
