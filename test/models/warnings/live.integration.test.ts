import { long } from '../../support/long.ts';
import { lineOf, live } from './live.ts';

const [each, shared] = [long.times(200, 1_000), long.times(27, 137)];
const pace = { rhythm: 180_000, slots: 64, quota: 2_000, perDay: 20 };

test('two agencies find what both hold, and nothing else, with the quota kept', async () => {
  const counts = await live({ each, shared, pace });
  expect(lineOf(counts)).toEqual({ line: `${shared} matches, 0 missed, 0 false`, isGood: true });
  // At most thirty rounds of a day have room in the quota, and sixteen are needed of a thousand identifiers.
  expect(counts).toMatchObject({ parked: 0, days: 1 });
}, 600_000);

long.test('a comparison that never matches is noticed', async () => {
  const counts = await live({
    each: 20,
    shared: 5,
    pace,
    tamper: (message) => (message.type === 'concord.indicator.token.v1' ? undefined : message),
  });
  expect(lineOf(counts)).toEqual({ line: '0 matches, 5 missed, 0 false', isGood: false });
});

test('nothing planted is no proof', async () => {
  expect(lineOf(await live({ each: 5, shared: 0, pace })).isGood).toBe(false);
});
