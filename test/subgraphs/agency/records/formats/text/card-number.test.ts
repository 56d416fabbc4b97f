import fc from 'fast-check';
import {
  holdsCardNumber,
  isCardNumber,
} from '../../../../../../subgraphs/agency/records/formats/text/card-number.ts';

/** Numbers that the schemes publish for tests, or made up with a check digit of their own. */
const visa = '4111111111111111';
const withCheckDigit = (payload: string): string => {
  const found = [...'0123456789'].find((digit) => {
    const doubled = [...`${payload}${digit}`]
      .reverse()
      .map((character, index) => Number(character) * (index % 2 === 1 ? 2 : 1));
    return doubled.reduce((sum, value) => sum + (value > 9 ? value - 9 : value), 0) % 10 === 0;
  });
  return `${payload}${found}`;
};

describe('a card number', () => {
  test.each([
    ['Visa', visa],
    ['Visa of 13 digits', '4222222222222'],
    ['Mastercard', '5555555555554444'],
    ['Mastercard of the younger range', '2223003122003222'],
    ['American Express', '378282246310005'],
    ['Diners Club', '30569309025904'],
    ['JCB', '3530111333300000'],
    ['Discover', '6011111111111117'],
    ['UnionPay', '6200000000000005'],
    ['Mir', withCheckDigit('220012345678901')],
    ['Mir of 19 digits', withCheckDigit('220412345678901234')],
    ['Belkart', withCheckDigit('911212345678901')],
  ])('of %s is one', (_scheme, digits) => {
    expect(isCardNumber(digits)).toBe(true);
  });

  test.each([
    ['another check digit', '4111111111111112'],
    ['no scheme’s beginning', withCheckDigit('111111111111111')],
    ['a length that the scheme has not', withCheckDigit('4111111111111')],
    ['the beginning before Mastercard’s', withCheckDigit('222012345678901')],
    ['the beginning after Mastercard’s', withCheckDigit('272112345678901')],
    ['twelve digits', withCheckDigit('41111111111')],
    ['twenty digits', withCheckDigit('4111111111111111111')],
  ])('with %s is none', (_what, digits) => {
    expect(isCardNumber(digits)).toBe(false);
  });
});

describe('a text', () => {
  test.each([
    ['alone', visa],
    ['in groups', '4111 1111 1111 1111'],
    ['with hyphens', '4111-1111-1111-1111'],
    ['with long dashes and no-break spaces', '4111–1111\u00A01111 – 1111'],
    ['digit by digit', [...visa].join(' ')],
    ['in a sentence', `карта ${visa}, выдана в 2024 году`],
    ['with the expiry date after it', '4111 1111 1111 1111 12/27'],
    ['with expiry date and code as one more group', '4111111111111111 1227 123'],
    ['after a number', '2 4111 1111 1111 1111'],
    ['in digits of full width', '４１１１１１１１１１１１１１１１'],
    ['between letters', `x${visa}y`],
  ])('holds it %s', (_how, text) => {
    expect(holdsCardNumber(text)).toBe(true);
  });

  test.each([
    ['the first six and last four', '411111 1111'],
    ['a masked one', '4111 11** **** 1111'],
    ['an account of twenty digits', '41111111111111110000'],
    ['a phone', '+375 29 123-45-67'],
    ['two phones', '80291234567 80297654321'],
    ['an IBAN without spaces', 'BY13NBRB3600900000002Z00AB00'],
    ['a date and a time', '2025-03-14 10:11:12'],
    ['an order with another check digit', '4111 1111 1111 1112'],
    ['no digits', 'карта Мир'],
  ])('does not hold one in %s', (_what, text) => {
    expect(holdsCardNumber(text)).toBe(false);
  });

  test('with any Visa number between words holds it; with one digit changed it does not', () => {
    const payload = fc.stringMatching(/^4\d{14}$/);
    fc.assert(
      fc.property(
        payload,
        fc.integer({ min: 1, max: 15 }),
        fc.integer({ min: 1, max: 9 }),
        (digits, at, by) => {
          const card = withCheckDigit(digits);
          const changed = card.slice(0, at) + ((Number(card[at]) + by) % 10) + card.slice(at + 1);
          return holdsCardNumber(`карта ${card} его`) && !holdsCardNumber(`карта ${changed} его`);
        },
      ),
    );
  });

  test('of a hundred thousand digits is read in no time to speak of', () => {
    expect(holdsCardNumber('1 '.repeat(100_000))).toBe(false);
    expect(holdsCardNumber(`${' '.repeat(100_000)}1`)).toBe(false);
  });
});
