import type { Acted, Problem } from './acted.ts';
import type { StepName } from './step-operation.ts';

/** A step as far as its problems depend on it. */
interface Asked {
  state: string;
  chosen?: { step: StepName };
  acted?: Acted;
}

/**
 * The problem that the agency found at a place of a step's input, or below it.
 * @param path such as `plan.window.from`
 */
export function problemAt({ chosen, acted }: Asked, step: StepName, path: string): Problem | undefined {
  if (chosen?.step !== step || acted?.state !== 'refused') return undefined;
  return acted.problems.find((problem) => problem.path === path || problem.path.startsWith(`${path}.`));
}
