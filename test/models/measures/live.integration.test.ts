import { long } from '../../support/long.ts';
import { lineOf, live } from './live.ts';

test('two agencies find every plan that clashes with one of the other, and no other, and show nothing', async () => {
  const counts = await live({ plans: long.times(400, 3_000), together: long.times(200, 1_000) });
  const { line, isGood } = lineOf(counts);
  expect({ line, isGood }).toEqual({
    line: expect.stringContaining(' 0 missed, 0 false, 0 fields shown'),
    isGood: true,
  });
  expect(counts.unchecked).toBeGreaterThan(0);
}, 600_000);

test('on the real curve too', async () => {
  expect(lineOf(await live({ plans: 40, together: 40, seed: 2, isReal: true })).line).toContain(
    ' 0 missed, 0 false, 0 fields shown',
  );
}, 600_000);

test('no plans are no proof', () => {
  const none = {
    plans: 0,
    conflicts: 0,
    restarts: 0,
    missed: 0,
    mistaken: 0,
    shown: 0,
    notCompared: 0,
    unchecked: 0,
    overBudget: 0,
    parked: 0,
  };
  expect(lineOf(none).isGood).toBe(false);
});
