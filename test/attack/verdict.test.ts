import { verdictOf } from './verdict.ts';

describe('a run of attacks', () => {
  test('holds when each was held by its defence', () => {
    expect(verdictOf(['held', 'held'], 2)).toEqual({ line: '2 attacks, 0 succeeded', holds: true });
  });

  test('does not hold when one succeeded', () => {
    expect(verdictOf(['held', 'succeeded'], 1)).toEqual({ line: '2 attacks, 1 succeeded', holds: false });
  });

  test.each(['not able', 'held by another', 'outage', 'broken'] as const)(
    'does not hold when one proves nothing: %s',
    (outcome) => {
      expect(verdictOf(['held', outcome], 1)).toEqual({ line: '2 attacks, 0 succeeded', holds: false });
    },
  );

  test('does not hold without an attack, or with fewer than it must have', () => {
    expect(verdictOf([], 0).holds).toBe(false);
    expect(verdictOf(['held'], 2).holds).toBe(false);
  });
});
