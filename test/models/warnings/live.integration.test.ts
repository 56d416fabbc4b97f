import { long } from '../../support/long.ts';
import { lineOf, live } from './live.ts';

const server = process.env.MONGODB_TEST_URI ?? '';
const pace = { rhythm: 180_000, slots: 64, quota: 2_000, perDay: 20 };

test('two agencies find what both hold, and nothing else, with the quota kept', async () => {
  const counts = await live({ server, name: 'model_found', each: 1_000, shared: 137, pace });
  expect(lineOf(counts)).toEqual({ line: '137 matches, 0 missed, 0 false', isGood: true });
  // At most thirty rounds of a day have room in the quota, and sixteen are needed.
  expect(counts).toMatchObject({ parked: 0, days: 1 });
}, 600_000);

long.test('a comparison that never matches is noticed', async () => {
  const counts = await live({
    server,
    name: 'model_never',
    each: 20,
    shared: 5,
    pace,
    tamper: (message) => (message.type === 'concord.indicator.token.v1' ? undefined : message),
  });
  expect(lineOf(counts)).toEqual({ line: '0 matches, 5 missed, 0 false', isGood: false });
});

test('nothing planted is no proof', async () => {
  expect(lineOf(await live({ server, name: 'model_none', each: 5, shared: 0, pace })).isGood).toBe(false);
});
