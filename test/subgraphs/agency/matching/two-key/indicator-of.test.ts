import { indicatorOf } from '../../../../../subgraphs/agency/matching/two-key/indicator-of.ts';
import { personalNumberCheckDigit } from '../../../../../subgraphs/agency/records/formats/documents/by-personal-number.ts';
import type { ValueField } from '../../../../../subgraphs/agency/records/values/value-kinds.ts';
import { valuesOf } from '../../../../../subgraphs/agency/records/values/values-of.ts';
import { person, recorded } from '../support.ts';

const of = (field: ValueField, content: object) => indicatorOf({ field, value: recorded(content) });
const wallet = (chain: string, address: string) => of('instruments', { kind: 'WALLET', chain, address });
const item = (kind: string, value: string) => of('infrastructure', { kind, value });
const document = (kind: string, number: string, more: object = {}) =>
  of('documents', { kind, issuer: 'BY', number, ...more });
const contact = (kind: string, value: string) => of('contacts', { kind, value });

const hash = 'E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B856';
const ethereum = '0x52908400098527886E0F7030069857D2E4169EE7';

/** With its check digit. */
const personalNumber = `3120385A001PB${personalNumberCheckDigit('3120385A001PB')}`;
const wrongNumber = `3120385A001PB${(personalNumberCheckDigit('3120385A001PB') + 1) % 10}`;

test('a dossier has the identifiers of its values, and none of a name, a birth, a card or a messenger', () => {
  expect(valuesOf(person).flatMap((located) => indicatorOf(located) ?? [])).toEqual([
    { kind: 'DOCUMENT', value: 'BY PASSPORT MP1234567' },
    { kind: 'PHONE', value: '+375291234567' },
    { kind: 'EMAIL', value: 'solo@example.org' },
    { kind: 'ACCOUNT', value: 'by20olmp31350000001000000933' },
    { kind: 'WALLET', value: 'BTC 1BoatSLRHtKNngkdXEeobR76b53LETtpyT' },
    { kind: 'IMEI', value: '49015420323751' },
    { kind: 'DOMAIN', value: 'evil.example' },
  ]);
});

describe('one identifier written in two ways has one form', () => {
  test.each([
    ['PHONE', contact('PHONE', '+375000000001'), contact('PHONE', '00375 00 000-00-01')],
    ['EMAIL', contact('EMAIL', 'Solo@Example.org'), contact('EMAIL', 'solo@example.org')],
    ['DOCUMENT', document('PASSPORT', 'MP1234567'), document('PASSPORT', 'мр 123-45-67')],
    [
      'DOCUMENT',
      document('PERSONAL_NUMBER', personalNumber),
      document('PERSONAL_NUMBER', `3120385 А001 РВ${personalNumber.at(-1)}`),
    ],
    [
      'ACCOUNT',
      of('instruments', { kind: 'ACCOUNT', account: 'BY20 OLMP 3135 0000 0010 0000 0933' }),
      of('instruments', { kind: 'ACCOUNT', account: 'by20olmp31350000001000000933' }),
    ],
    ['WALLET', wallet('ETH', ethereum), wallet('ETH', ethereum.toLowerCase())],
    ['IMEI', item('IMEI', '490154203237518'), item('IMEI', '49-015420-323751-07')],
    ['DOMAIN', item('DOMAIN', 'Mail[.]example.org.'), item('DOMAIN', 'mail.example.org')],
    ['MALWARE_SAMPLE', item('MALWARE_SAMPLE', hash), item('MALWARE_SAMPLE', hash.toLowerCase())],
    ['SIM_BOX', item('SIM_BOX', 'sb-128 0001'), item('SIM_BOX', 'SB1280001')],
    ['SIP_TRUNK', item('SIP_TRUNK', 'sip:Trunk.example.org'), item('SIP_TRUNK', 'trunk.example.org')],
  ])('%s', (kind, one, other) => {
    expect(one?.kind).toBe(kind);
    expect(other).toEqual(one);
  });
});

describe('none has', () => {
  test.each([
    ['a phone of no country', contact('PHONE', '+999')],
    ['an e-mail address without a host', contact('EMAIL', 'solo@')],
    [
      'a messenger’s account',
      of('contacts', { kind: 'MESSENGER', service: 'Telegram', value: '+375000000001' }),
    ],
    ['a personal number with a wrong check digit', document('PERSONAL_NUMBER', wrongNumber)],
    ['a passport of another form', document('PASSPORT', 'MP12345')],
    ['a document of an unnamed kind', document('OTHER', '77')],
    ['an address of another chain', wallet('BTC', ethereum)],
    ['an address with a wrong checksum', wallet('BTC', '1BoatSLRHtKNngkdXEeobR76b53LETtpyU')],
    ['an IMEI with a wrong check digit', item('IMEI', '490154203237517')],
    ['an IMEI of thirteen digits', item('IMEI', '4901542032375')],
    ['a path in place of a domain', item('DOMAIN', 'https://example.org/login')],
    ['a hash that is no SHA-256', item('MALWARE_SAMPLE', 'd41d8cd98f00b204e9800998ecf8427e')],
    ['a SIM box without a number', item('SIM_BOX', ' - ')],
    ['a title', item('MALWARE_FAMILY', 'Heron')],
    ['a card', of('instruments', { kind: 'CARD', cardFirst6: '411111', cardLast4: '1111' })],
  ])('%s', (_what, found) => {
    expect(found).toBeUndefined();
  });
});
