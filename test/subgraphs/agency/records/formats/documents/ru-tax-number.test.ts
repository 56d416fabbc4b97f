import fc from 'fast-check';
import { changed, malformed, recordedOf } from '../../checks/support/document.ts';

const recorded = (number: string) => recordedOf('TAX_NUMBER', 'RU', number);

const remainder = (number: string, weights: readonly number[]) =>
  weights.reduce((sum, weight, index) => sum + weight * Number(number[index]), 0) % 11;
/** The remainders of both sums; 10 is written 0. */
function remainders(payload: string): [number, number] {
  const first = remainder(payload, [7, 2, 4, 10, 3, 5, 9, 4, 6, 8]);
  return [first, remainder(`${payload}${first % 10}`, [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8])];
}
const payloads = fc.stringMatching(/^\d{10}$/);

test('the published vector passes', () => {
  expect(recorded('123456789047')).toBe('123456789047 PASSED');
  expect(recorded('1234 5678 9047')).toBe('123456789047 PASSED');
});

describe('a number', () => {
  test('with both check digits right passes', () => {
    fc.assert(
      fc.property(payloads, (payload) => {
        const number =
          payload +
          remainders(payload)
            .map((digit) => digit % 10)
            .join('');
        return recorded(number) === `${number} PASSED`;
      }),
    );
  });

  test('with any digit changed fails, unless a check digit is 0, which stands for two remainders', () => {
    fc.assert(
      fc.property(
        payloads,
        fc.integer({ min: 0, max: 11 }),
        fc.integer({ min: 1, max: 9 }),
        (payload, at, by) => {
          const [first, second] = remainders(payload);
          fc.pre(first % 10 !== 0 && second % 10 !== 0);
          const other = changed(`${payload}${first}${second}`, at, by);
          return recorded(other) === `${other} FAILED`;
        },
      ),
    );
  });

  test.each(['1234567894', '7707083893', '12345678904', '1234567890477', '12345678904A'])(
    '%s is malformed',
    (number) => {
      expect(recorded(number)).toBe(malformed);
    },
  );
});
