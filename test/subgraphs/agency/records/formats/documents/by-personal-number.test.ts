import fc from 'fast-check';
import { personalNumberCheckDigit } from '../../../../../../subgraphs/agency/records/formats/documents/by-personal-number.ts';
import { changed, malformed, recordedOf } from '../../checks/support/document.ts';

const recorded = (number: string) => recordedOf('PERSONAL_NUMBER', 'BY', number);
const generated = fc
  .tuple(fc.stringMatching(/^[1-6]\d{6}[ABCHKEM]\d{3}$/), fc.constantFrom('PB', 'BA', 'BI'))
  .map(([beginning, end]) => `${beginning}${end}`)
  .map((payload) => `${payload}${personalNumberCheckDigit(payload)}`);

test('the check digit of the published vector, which is of no person, is 2', () => {
  expect(personalNumberCheckDigit('0000000A000PB')).toBe(2);
});

describe('a number', () => {
  test('with the right check digit passes, and with any digit changed fails', () => {
    const digitPlaces = fc.constantFrom(1, 2, 3, 4, 5, 6, 8, 9, 10, 13);
    fc.assert(
      fc.property(generated, digitPlaces, fc.integer({ min: 1, max: 9 }), (number, at, by) => {
        const other = changed(number, at, by);
        return recorded(number) === `${number} PASSED` && recorded(other) === `${other} FAILED`;
      }),
    );
  });

  test('is written without spaces, in Latin capitals, however it was typed', () => {
    // The letters of the second are Cyrillic.
    for (const typed of ['3010185a001pb0', '3010185 \u0410 001 \u0420\u0412 0', '3010185-A-001-PB-0']) {
      expect(recorded(typed)).toMatch(/^3010185A001PB0 (PASSED|FAILED)$/);
    }
  });

  test.each([
    ['a first digit above 6', '7010185A001PB0'],
    ['a first digit 0', '0000000A000PB2'],
    ['a region’s letter that is none', '3010185D001PB0'],
    ['another citizenship’s letters', '3010185A001RU0'],
    ['a digit too few', '3010185A001PB'],
    ['a Cyrillic letter that looks like no Latin one', '3010185Ж001PB0'],
    ['a word around it', 'N3010185A001PB0'],
  ])('with %s is malformed', (_what, number) => {
    expect(recorded(number)).toBe(malformed);
  });
});
