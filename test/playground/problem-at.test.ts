import { problemAt } from '../../playground/step/problem-at.ts';
import type { StepState } from '../../playground/step/use-step.ts';

const problem = (path: string) => ({ path, code: 'WINDOW_PAST', message: 'This day is past.' });
const chosen = { step: 'planMeasure', operation: { query: '', variables: {} }, key: 'k' } as const;
const refused = (...paths: string[]): StepState => ({
  state: 'done',
  chosen,
  outcome: { state: 'answered', answer: {}, characters: 0 },
  acted: { state: 'refused', member: 'InvalidInput', message: undefined, problems: paths.map(problem) },
});

test('a problem is found at its place, and below it', () => {
  const state = refused('plan.ground', 'plan.window.from');
  expect(problemAt(state, 'planMeasure', 'plan.window.from')).toEqual(problem('plan.window.from'));
  expect(problemAt(state, 'planMeasure', 'plan.window')).toEqual(problem('plan.window.from'));
});

test('none is found at another place, of another step, or while nothing was refused', () => {
  const state = refused('plan.window.from');
  expect(problemAt(state, 'planMeasure', 'plan.win')).toBeUndefined();
  expect(problemAt(state, 'cancelMeasure', 'plan.window.from')).toBeUndefined();
  expect(problemAt({ state: 'none' }, 'planMeasure', 'plan.window.from')).toBeUndefined();
  expect(problemAt({ state: 'sending', chosen }, 'planMeasure', 'plan')).toBeUndefined();
});
