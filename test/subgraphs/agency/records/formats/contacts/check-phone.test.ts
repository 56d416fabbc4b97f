import fc from 'fast-check';
import {
  checkPhone,
  isAssignedPhone,
} from '../../../../../../subgraphs/agency/records/formats/contacts/check-phone.ts';

const recorded = (text: string) => {
  const checked = checkPhone(text);
  return 'value' in checked ? checked.value : checked.problems.map(({ code }) => code).join();
};

describe('a phone is recorded in E.164', () => {
  test.each([
    ['+375291234567', '+375291234567'],
    ['+375 (29) 123-45-67', '+375291234567'],
    ['00375 29 123 45 67', '+375291234567'],
    ['+375 (0)29 123-45-67', '+375291234567'],
    ['+7 (495) 123-45-67', '+74951234567'],
    ['+３７５ 29 1234567', '+375291234567'],
  ])('%s', (given, expected) => {
    expect(recorded(given)).toBe(expected);
  });

  test.each(['+375002881105', '+375 00 288-11-05', '+7 000 417 08 23', '+70004170823'])(
    'with all its digits where nobody can have it: %s',
    (given) => {
      expect(recorded(given)).toBe(`+${given.replace(/\D/g, '')}`);
    },
  );

  test('and every number of the demo data as it is', () => {
    const serial = fc.integer({ min: 0, max: 9_999_999 }).map((number) => String(number).padStart(7, '0'));
    fc.assert(
      fc.property(fc.constantFrom('+37500', '+7000'), serial, (beginning, rest) => {
        return recorded(beginning + rest) === beginning + rest;
      }),
    );
  });

  test('and once recorded stays as it is', () => {
    for (const given of ['+375 (0)29 123-45-67', '+375 00 288-11-05'])
      expect(recorded(recorded(given))).toBe(recorded(given));
  });
});

describe('refused is', () => {
  test.each([
    ['a number without the country’s code', '8 029 123-45-67'],
    ['a country’s code that is not assigned', '+999 123456789'],
    ['too short a number', '+375 29 12'],
    ['too long a number', '+375 29 123 45 67 89 01'],
    ['more than fifteen digits', '+4111111111111111'],
    ['an extension', '+375 29 123 45 67 ext. 5'],
    ['two numbers', '+375291234567, +375291234568'],
    ['a word before it', 'тел. +375291234567'],
    ['a word', 'неизвестен'],
    ['a plus alone', '+'],
  ])('%s', (_what, given) => {
    expect(recorded(given)).toBe('PHONE_INVALID');
  });
});

test('assigned is a number that somebody can have', () => {
  expect(isAssignedPhone('+375 29 123 45 67')).toBe(true);
  expect(isAssignedPhone('+375 00 288 11 05')).toBe(false);
  expect(isAssignedPhone('4111111111111111')).toBe(false);
});
