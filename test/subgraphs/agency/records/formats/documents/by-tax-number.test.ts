import fc from 'fast-check';
import { changed, malformed, recordedOf } from '../../checks/support/document.ts';

const recorded = (number: string) => recordedOf('TAX_NUMBER', 'BY', number);

test.each(['200988541', 'MA1953684'])('the published vector %s passes', (number) => {
  expect(recorded(number)).toBe(`${number} PASSED`);
});

test('a number typed with spaces and Cyrillic letters is written without', () => {
  expect(recorded('200 988 541')).toBe('200988541 PASSED');
  expect(recorded('\u041C\u0410 1953684')).toBe('MA1953684 PASSED');
});

describe('a number', () => {
  test('passes with one check digit at most, and fails with any other', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^(\d\d|[ABCEHKM][ABCEHKMOPT])\d{6}$/), (payload) => {
        const passing = [...'0123456789'].filter((digit) => recorded(payload + digit).endsWith('PASSED'));
        return passing.length <= 1;
      }),
    );
  });

  test('of the vector fails with any digit changed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 8 }), fc.integer({ min: 1, max: 9 }), (at, by) => {
        const other = changed('200988541', at, by);
        return recorded(other) === `${other} FAILED`;
      }),
    );
  });

  test('whose check digit would be 10 fails with every digit', () => {
    // 3 × 7 = 21 leaves 10.
    for (const digit of '0123456789') expect(recorded(`00000007${digit}`)).toContain('FAILED');
  });

  test.each(['20098854', '2009885411', 'MX1953684', '1M1953684', 'MA195368A'])(
    '%s is malformed',
    (number) => {
      expect(recorded(number)).toBe(malformed);
    },
  );
});
