import type { Agency } from '../agencies.ts';
import type { Article } from './article.ts';
import { criminalCode as belarus } from './belarus.ts';
import { criminalCode as russia } from './russia.ts';

/** The list of each agency; its definition takes its own from here, and the others' to compare with. */
export const criminalCodes: Readonly<Record<Agency, readonly Article[]>> = {
  BELARUS: belarus,
  RUSSIA: russia,
};
