import { cacheOf } from '../../../workshop/embedded-mongodb/cache-of.ts';

describe('EMBEDDED_MONGODB_CACHE_GB', () => {
  test.each([
    [undefined, 0.25],
    ['', 0.25],
    ['0.25', 0.25],
    ['4', 4],
  ])('%s is %d GB of cache', (named, gigabytes) => {
    expect(cacheOf({ EMBEDDED_MONGODB_CACHE_GB: named })).toBe(gigabytes);
  });

  test.each(['x', '0', '0.1', '-1', '1001', '4 GB'])('is not "%s"', (named) => {
    expect(() => cacheOf({ EMBEDDED_MONGODB_CACHE_GB: named })).toThrow(
      `EMBEDDED_MONGODB_CACHE_GB is "${named}"; it can be gigabytes from 0.25 to 1000`,
    );
  });
});
