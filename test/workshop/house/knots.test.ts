import { knotsOf } from '../../../workshop/house/knots.ts';

const arrows = (...pairs: string[]) => {
  const all = new Map<string, Set<string>>();
  for (const pair of pairs) {
    const [from = '', to = ''] = pair.split(' ');
    all.set(from, new Set([...(all.get(from) ?? []), to]));
  }
  return all;
};

describe('knots of rooms', () => {
  test('are rooms that reach each other, however far around', () => {
    expect(knotsOf(arrows('a b', 'b c', 'c a', 'c d'))).toEqual([['a', 'b', 'c']]);
  });

  test('are none where arrows run one way', () => {
    expect(knotsOf(arrows('a b', 'a c', 'b d', 'c d'))).toEqual([]);
  });

  test('come with the largest first', () => {
    expect(knotsOf(arrows('a b', 'b a', 'c d', 'd e', 'e c'))).toEqual([
      ['c', 'd', 'e'],
      ['a', 'b'],
    ]);
  });
});
