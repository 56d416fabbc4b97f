import fc from 'fast-check';
import { changed, malformed, recordedOf } from '../../checks/support/document.ts';

const recorded = (number: string) => recordedOf('INSURANCE_NUMBER', 'RU', number);
const remainder = (payload: string) =>
  [...payload].reduce((sum, digit, index) => sum + Number(digit) * (9 - index), 0) % 101;
const withCheck = (payload: string) => payload + String(remainder(payload) % 100).padStart(2, '0');
// Above the last number that has no check digits.
const payloads = fc
  .integer({ min: 1_001_999, max: 999_999_999 })
  .map((payload) => String(payload).padStart(9, '0'));

test('the published vector passes, however it is written', () => {
  for (const written of ['112-233-445 95', '112 233 445 95', '11223344595']) {
    expect(recorded(written)).toBe('11223344595 PASSED');
  }
});

describe('a number', () => {
  test('with the right check digits passes', () => {
    fc.assert(
      fc.property(payloads, (payload) => recorded(withCheck(payload)) === `${withCheck(payload)} PASSED`),
    );
  });

  test('with any digit changed fails, unless the check digits are 00, which stand for two remainders', () => {
    fc.assert(
      fc.property(
        payloads,
        fc.integer({ min: 0, max: 10 }),
        fc.integer({ min: 1, max: 9 }),
        (payload, at, by) => {
          fc.pre(remainder(payload) % 100 !== 0);
          const other = changed(withCheck(payload), at, by);
          fc.pre(other.slice(0, 9) > '001001998');
          return recorded(other) === `${other} FAILED`;
        },
      ),
    );
  });

  test('with a remainder of 100 has the check digits 00', () => {
    // 9 × 9 + 8 × 2 + 1 × 3 = 100.
    expect(recorded('920000003 00')).toBe('92000000300 PASSED');
    expect(recorded('920000003 10')).toBe('92000000310 FAILED');
  });

  test('up to 001-001-998 is not checked, and the next is', () => {
    expect(recorded('001-001-998 11')).toBe('00100199811 NONE');
    expect(recorded('001-001-999 11')).toBe('00100199911 FAILED');
  });

  test.each(['1122334459', '112233445955', '112-233-445 9X'])('%s is malformed', (number) => {
    expect(recorded(number)).toBe(malformed);
  });
});
