import type { Problem } from './acted.ts';
import type { StepName } from './step-operation.ts';
import type { StepState } from './use-step.ts';

/**
 * The problem that the agency found at a place of a step's input, or below it.
 * @param path such as `plan.window.from`
 */
export function problemAt(state: StepState, step: StepName, path: string): Problem | undefined {
  if (state.state !== 'done' || state.chosen.step !== step || state.acted.state !== 'refused') return undefined;
  return state.acted.problems.find((problem) => problem.path === path || problem.path.startsWith(`${path}.`));
}
