import { problemAt } from '../../playground/step/problem-at.ts';

const problem = (path: string) => ({ path, code: 'WINDOW_PAST', message: 'This day is past.' });
const chosen = { step: 'planMeasure' } as const;
const refused = (...paths: string[]) => ({
  state: 'done',
  chosen,
  acted: {
    ...({ state: 'refused', member: 'InvalidInput', message: undefined } as const),
    problems: paths.map(problem),
  },
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
