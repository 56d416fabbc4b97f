import type { Mutant } from '../../mutants/mutant.ts';
import { mutantsOfAgreeing } from './mutants-of-agreeing.ts';
import { mutantsOfReleases } from './mutants-of-releases.ts';
import { mutantsOfSteps } from './mutants-of-steps.ts';
import { mutantsOfTelling } from './mutants-of-telling.ts';

/** The rules of joint operations, each broken. */
export const mutants: readonly Mutant[] = [
  ...mutantsOfSteps,
  ...mutantsOfAgreeing,
  ...mutantsOfTelling,
  ...mutantsOfReleases,
];
