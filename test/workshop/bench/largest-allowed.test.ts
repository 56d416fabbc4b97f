import { largestAllowed } from '../../../workshop/bench/outages/largest-allowed.ts';

test.each([
  [100, 100],
  [64, 64],
  [1, 1],
  [0, undefined],
])(
  'of the sizes up to %s the largest that is allowed is %s, and few are asked for',
  async (limit, largest) => {
    let asked = 0;
    const found = await largestAllowed(100, async (size) => {
      asked += 1;
      return size <= limit;
    });
    expect(found).toBe(largest);
    expect(asked).toBeLessThan(10);
  },
);
