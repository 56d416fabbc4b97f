import type { Acted, Problem } from './acted.ts';
import type { StepName } from './step-operation.ts';

/** A step as far as its problems depend on it. */
interface Asked {
  state: string;
  chosen?: { step: StepName };
  acted?: Acted;
}

/** The problems that the agency found in the input of a step. */
export const problemsOf = ({ chosen, acted }: Asked, step: StepName): readonly Problem[] =>
  chosen?.step === step && acted?.state === 'refused' ? acted.problems : [];

/**
 * The problem that the agency found at a place of a step's input, or below it.
 * @param path such as `plan.window.from`
 */
export const problemAt = (asked: Asked, step: StepName, path: string): Problem | undefined =>
  problemsOf(asked, step).find((problem) => problem.path === path || problem.path.startsWith(`${path}.`));
