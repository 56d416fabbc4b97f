import { isCardNumber } from '../../../../../../subgraphs/agency/records/formats/text/card-number.ts';
import { isCardIn } from '../../../../../../subgraphs/agency/records/formats/text/card-places.ts';

const visa = '4111 1111 1111 1111';
const amex = '378282246310005';

const inContact = (kind: string, text: string) =>
  isCardIn({ field: 'contacts', key: 'value', of: { kind } }, text);
const inInstrument = (key: string, text: string) =>
  isCardIn({ field: 'instruments', key, of: { kind: 'ACCOUNT' } }, text);
const inInfrastructure = (kind: string, text: string) =>
  isCardIn({ field: 'infrastructure', key: 'value', of: { kind } }, text);

test.each([
  ['names', 'surname'],
  ['measures', 'ground'],
  ['documents', 'number'],
  ['instruments', 'bank'],
  ['instruments', 'cardFirst6'],
  ['birthPlace', 'place'],
  ['infrastructure', 'model'],
  ['contacts', 'service'],
])('a card in %s.%s is one', (field, key) => {
  expect(isCardIn({ field, key, of: {} }, visa)).toBe(true);
});

describe('a phone', () => {
  // All of these have the digits of a card by chance.
  test.each(['+4915112345678', '+49 1511 2345678', '004917012345675'])(
    'that is assigned, %s, is no card',
    (text) => {
      expect(isCardNumber(text.replace(/^00|\D/g, ''))).toBe(true);
      expect(inContact('PHONE', text)).toBe(false);
      expect(inContact('MESSENGER', text)).toBe(false);
    },
  );

  test('of the demo data is too short for one', () => {
    expect(inContact('PHONE', '+375 00 288 11 05')).toBe(false);
    expect(inContact('PHONE', '+7 000 417 08 23')).toBe(false);
  });

  test.each([visa, `+${visa}`, amex, `+${amex}`, '+30569309025904'])(
    'that no country has, %s, is a card',
    (text) => {
      expect(inContact('PHONE', text)).toBe(true);
      expect(inContact('MESSENGER', text)).toBe(true);
    },
  );

  test('in the field of an e-mail is judged as a text', () => {
    expect(inContact('EMAIL', '4111111111111111@example.org')).toBe(true);
    expect(inContact('EMAIL', 'name2026@example.org')).toBe(false);
  });
});

test.each(['ext. 4111111111111111', ';ext=4111111111111111', ';isub=4111111111111111'])(
  'a card after an assigned phone, as %s, is one',
  (card) => {
    expect(inContact('MESSENGER', `+375291234567 ${card}`)).toBe(true);
  },
);

describe('an account', () => {
  test.each([
    ['of twenty digits', '40817810500000000001'],
    ['of twenty digits that begin like a card', '41111111111111110000'],
    ['in groups, some of which are a card', '4111 1111 1111 1111 0000'],
    ['with an IBAN whose groups are a card', 'BY18 OLMP 4111 1111 1111 1111 0000'],
    ['of ten digits', '1234567890'],
  ])('%s is none', (_what, text) => {
    expect(inInstrument('account', text)).toBe(false);
  });

  test.each([
    ['the whole of which is a card', '4111111111111111'],
    ['the whole of which is a card in groups', visa],
    ['with words around a card', `карта ${visa}`],
    ['with letters before a card, which make no IBAN', 'PA4111111111111111'],
  ])('%s is one', (_what, text) => {
    expect(inInstrument('account', text)).toBe(true);
  });
});

test('a wallet’s address is none, but a card in its field is', () => {
  expect(inInstrument('address', `0x4111111111111111${'a'.repeat(24)}`)).toBe(false);
  expect(inInstrument('address', '4111111111111111')).toBe(true);
});

describe('a device’s number', () => {
  test.each([
    ['IMEI', '35-209900-176148-1'],
    ['IMEI', '490154203237518'],
    ['IMEI', '3530111333300000'],
    ['IMSI', '257021234567890'],
    ['IMSI', '30569309025904'],
    ['ICCID', '897 4111 1111 1111 1111'],
    ['MALWARE_SAMPLE', `4111111111111111${'e'.repeat(48)}`],
  ])('%s %s is none', (kind, text) => {
    expect(inInfrastructure(kind, text)).toBe(false);
  });

  test.each([
    ['IMEI', visa],
    // No body that assigns IMEIs has 34 or 37.
    ['IMEI', amex],
    ['IMSI', visa],
    ['ICCID', visa],
    ['SIM_BOX', visa],
    ['RANSOM_NOTE', `pay to ${visa}`],
    ['DOMAIN', '4111111111111111.example'],
  ])('%s %s is a card', (kind, text) => {
    expect(inInfrastructure(kind, text)).toBe(true);
  });
});
