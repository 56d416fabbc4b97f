import { wordedTextsOf } from '../../../../../../subgraphs/agency/records/dossier/countersigning/free-text.ts';
import { markedTerms } from '../../../../../../subgraphs/agency/records/formats/text/marked-terms.ts';
import type { ValueField } from '../../../../../../subgraphs/agency/records/values/value-kinds.ts';
import { dossierOf } from '../../../../../support/hand-made-dossiers.ts';

const { status } = dossierOf('BY-FREETEXT0001');
/** A value as it is stored, after its checks. */
const textsOf = (field: ValueField, content: object) =>
  wordedTextsOf({ field, value: { id: 'V1', provenance: status.provenance, ...content } as never });

const ordinary: [ValueField, object][] = [
  ['names', { surname: 'Іваноў', givenName: 'Пётр', patronymic: 'Аляксеевіч' }],
  ['names', { surname: 'Garcia de la Cruz', givenName: 'Maria del Carmen' }],
  ['names', { surname: 'O’Brien-Smith', givenName: 'Anne-Marie' }],
  ['names', { surname: 'bin Abdul Aziz Saud', givenName: 'Al Walid' }],
  ['documents', { kind: 'OTHER', number: 'DL123456' }],
  ['documents', { kind: 'PERSONAL_NUMBER', number: '3140785A012PB7' }],
  ['documents', { kind: 'OTHER', number: 'MORGA657054SM9IJ' }],
  ['contacts', { kind: 'PHONE', value: '+375291234567' }],
  ['contacts', { kind: 'EMAIL', value: 'grey.stork@mail.example.org' }],
  ['instruments', { kind: 'ACCOUNT', account: 'BY13NBRB3600900000002Z00AB00' }],
  ['instruments', { kind: 'ACCOUNT', account: 'MT84MALT011000012345MTLCAST001S' }],
  ['instruments', { kind: 'ACCOUNT', account: 'Grey.Stork@example.org' }],
  ['infrastructure', { kind: 'SIM_BOX', value: 'GT 0001' }],
  ['infrastructure', { kind: 'SIM_BOX', value: 'SB-0001' }],
  ['infrastructure', { kind: 'SIP_TRUNK', value: 'sip:trunk-1@sip.voip.example.org:5060' }],
  ['infrastructure', { kind: 'SIP_TRUNK', value: 'trunk1.minsk.voip.example.org' }],
  ['infrastructure', { kind: 'SIP_TRUNK', value: '192.0.2.17' }],
  ['infrastructure', { kind: 'DOMAIN', value: 'mail.example.org' }],
];

const rally = 'took part in an unauthorised rally';
const worded: [ValueField, object, string][] = [
  ['names', { surname: rally }, rally],
  ['names', { surname: 'Member of the opposition' }, 'Member of the opposition'],
  ['names', { givenName: 'Активист' }, 'Активист'],
  ['names', { patronymic: 'went there with his sister' }, 'went there with his sister'],
  ['documents', { kind: 'OTHER', number: 'ACTIVISTOFPROTEST' }, 'ACTIVISTOFPROTEST'],
  ['documents', { kind: 'PASSPORT', number: 'SECTMEMBER1' }, 'SECTMEMBER1'],
  ['contacts', { kind: 'MESSENGER', value: rally }, rally],
  [
    'contacts',
    { kind: 'EMAIL', value: 'she.goes.to.every.march@example.org' },
    'she.goes.to.every.march@example.org',
  ],
  ['instruments', { kind: 'ACCOUNT', account: rally }, rally],
  ['instruments', { kind: 'ACCOUNT', account: 'TOOKPARTINAMARCH2020' }, 'TOOKPARTINAMARCH2020'],
  ['instruments', { kind: 'ACCOUNT', account: 'Сектант с 2020' }, 'Сектант с 2020'],
  ['infrastructure', { kind: 'SIM_BOX', value: rally }, rally],
  ['infrastructure', { kind: 'SIM_BOX', value: 'he is a red 17' }, 'he is a red 17'],
  ['infrastructure', { kind: 'SIP_TRUNK', value: 'TookPartInTheMarch' }, 'TookPartInTheMarch'],
  [
    'infrastructure',
    { kind: 'SIP_TRUNK', value: 'sip:took-part-in-the-march@voip.example' },
    'sip:took-part-in-the-march@voip.example',
  ],
  ['infrastructure', { kind: 'DOMAIN', value: 'protest.example.org' }, 'protest.example.org'],
];

describe('a name, a number or an address', () => {
  test.each(ordinary)('of %s is no free text: %j', (field, content) => {
    expect(textsOf(field, content)).toEqual([]);
  });

  test.each(worded)('of %s is a free text where it reads as words: %j', (field, content, text) => {
    expect(textsOf(field, content)).toEqual([text]);
  });

  test('is a free text whole, where its parts make a sentence together', () => {
    const parts = ['goes on Sundays with', 'his whole family to', 'his elders'];
    const [surname, givenName, patronymic] = parts;
    expect(textsOf('names', { surname, givenName, patronymic })).toEqual(parts);
    expect(textsOf('names', { surname, givenName })).toEqual(parts.slice(0, 2));
    expect(textsOf('names', { surname })).toEqual([]);
  });
});

describe('terms', () => {
  test('are marked at the beginning of each word, however words are set off', () => {
    expect(markedTerms(['Seen at_a_Rally', 'MemberOfOpposition', 'на митинге'])).toEqual([
      'rally',
      'opposition',
      'митинг',
    ]);
    expect(markedTerms(['Morally', 'Reunion'])).toEqual([]);
  });
});
