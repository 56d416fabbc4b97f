import fc from 'fast-check';
import {
  readCriteria,
  type SuspectCriteria,
} from '../../../../../../subgraphs/agency/records/formats/criteria/read-criteria.ts';
import { RefusedCriterion } from '../../../../../../subgraphs/agency/records/formats/criteria/refused-criterion.ts';
import { searchCriteria } from '../../../../../../terms/search-exchange.ts';

const today = new Date('2026-11-24T12:00:00Z');
const read = (given: SuspectCriteria) => JSON.parse(JSON.stringify(readCriteria(given, today)));

/** What a caller is told; nothing of what he gave is in it. */
function refusal(given: SuspectCriteria): string {
  try {
    readCriteria(given, today);
  } catch (error) {
    if (!(error instanceof RefusedCriterion)) throw error;
    const { path, message } = error;
    return `\`criteria${path && `.${path}`}\`: ${message}`;
  }
  throw new Error('it was accepted');
}

const passport = { issuer: 'BY', kind: 'PASSPORT', number: 'MP 1234567' };

describe('criteria in the form of what they are compared with', () => {
  test.each<[SuspectCriteria, object]>([
    [{ phone: '+375 (29) 123-45-67' }, { phone: '+375291234567' }],
    [{ email: 'Name@Пример.БЕЛ' }, { email: 'Name@xn--e1afmkfd.xn--90ais' }],
    [{ document: passport }, { document: { ...passport, number: 'MP1234567' } }],
    // Cyrillic letters in a Latin series.
    [{ document: { ...passport, number: 'МР1234567' } }, { document: { ...passport, number: 'MP1234567' } }],
    [{ imei: '49-015420-323751-8' }, { imei: '49015420323751' }],
    [{ imei: '4901542032375101' }, { imei: '49015420323751' }],
    [{ imei: '49015420323751' }, { imei: '49015420323751' }],
    [{ account: 'by86 akbb 1010 0000 0029 6600 0000' }, { account: 'BY86AKBB10100000002966000000' }],
    [
      { messenger: { service: ' Viber ', account: '00375291234567' } },
      { messenger: { service: 'Viber', account: '+375291234567' } },
    ],
    [
      { phone: '+375291234567', card: { first6: '411111', last4: '1111' } },
      { phone: '+375291234567', card: { first6: '411111', last4: '1111' } },
    ],
    [
      { wallet: { chain: 'ETH', address: '0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed' } },
      { wallet: { chain: 'ETH', address: '0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed' } },
    ],
    [
      { birthDate: ' 1990-02-28 ', sex: 'MALE' },
      { birthDate: '1990-02-28', sex: 'MALE' },
    ],
    [
      { surname: 'Ivanou', birthPlace: { country: 'BY', place: 'г. Минск-2' } },
      { names: [{ script: 'LATIN', surname: 'Ivanou' }], birthPlace: { country: 'BY', place: 'г. Минск-2' } },
    ],
  ])('%j', (given, criteria) => {
    expect(read(given)).toEqual(criteria);
    expect(() => searchCriteria.parse(read(given))).not.toThrow();
  });

  test('a text is put right as a recorded one is', () => {
    expect(read({ surname: ' Йванoв\u00A0 '.normalize('NFD') }).names[0].surname).toBe('Йванов');
  });

  test('null is the same as left out', () => {
    expect(read({ surname: null, phone: '+375291234567', document: null })).toEqual({
      phone: '+375291234567',
    });
  });
});

describe('something to find by', () => {
  test.each<SuspectCriteria>([
    { surname: 'Ivanou' },
    { name: 'Ivanou' },
    { birthDate: '1990-01-02' },
    { givenName: 'Ivan', patronymic: 'Ivanavich', birthDate: '1990' },
    { document: passport },
    { phone: '+375291234567' },
  ])('is %j', (given) => {
    expect(read(given)).toBeDefined();
  });

  test.each<SuspectCriteria>([
    { givenName: 'Ivan' },
    { patronymic: 'Ivanavich' },
    { givenName: 'Ivan', patronymic: 'Ivanavich' },
    { givenName: 'Ivan', birthDate: '1990' },
    { birthDate: '1990-01' },
    { birthPlace: { country: 'BY', place: 'Minsk' } },
    { sex: 'MALE', birthDate: '1990' },
    { card: { first6: '411111', last4: '1111' } },
  ])('is not %j', (given) => {
    expect(refusal(given)).toMatch(/^`criteria`: these alone find nobody\. Add /);
  });

  test.each<SuspectCriteria>([{}, { surname: null }])('is not no criterion: %j', (given) => {
    expect(refusal(given)).toBe('`criteria`: give at least one criterion.');
  });
});

describe('a name or a part of one is refused', () => {
  test.each<[string, string, RegExp]>([
    ['empty', ' ', /This is empty/],
    ['one letter', 'И', /two letters/],
    ['one letter and marks', 'И-.', /two letters/],
    ['10,000 characters', 'Ив'.repeat(5_000), /at most 100 characters/],
    ['emoji', 'Иванов 😀', /letters, hyphens/],
    ['an emoji alone', '👨‍👩‍👧', /Character 2, U\+200D, cannot be seen/],
    ['a right-to-left mark', 'Иванов\u200F', /U\+200F, reorders/],
    ['a right-to-left override', '\u202EИванов', /U\+202E, reorders/],
    ['a zero-width space', 'Ива\u200Bнов', /U\+200B, cannot be seen/],
    ['a null', 'Иванов\0', /U\+0000, does not belong/],
    ['a line break', 'Иванов\nИван', /U\+000A, does not belong/],
    ['a regular expression', '^Ива.*$', /letters, hyphens/],
    ['nested repetition', '(а+)+$', /letters, hyphens/],
    ['an operator', '{"$ne":null}', /letters, hyphens/],
    ['a wildcard', 'Ива%', /letters, hyphens/],
    ['digits', 'Иванов1', /letters, hyphens/],
    ['a card', 'Иванов 4111 1111 1111 1111', /number of a payment card/],
    ['another script', 'ივანოვი', /Cyrillic and Latin/],
    ['letters of mathematics', '𝐈𝐯𝐚𝐧𝐨𝐯', /Cyrillic and Latin/],
    ['apostrophes that are letters', 'ʼʼʼ', /two letters/],
  ])('of %s', (_name, text, told) => {
    for (const field of ['surname', 'name'] as const) {
      const message = refusal({ [field]: text });
      expect(message).toMatch(told);
      expect(message).toMatch(new RegExp(`^\`criteria.${field}\``));
      if (text.trim()) expect(message).not.toContain(text);
    }
  });

  test('of four words, asking for the parts', () => {
    expect(refusal({ name: 'Мария Анна Ивановна Петрова' })).toMatch(
      /^`criteria.name`: This has more than 3 words: give `surname`/,
    );
    expect(read({ name: 'Анна Ивановна Петрова-Водкина' }).names).toEqual([
      { script: 'RUSSIAN', surname: 'Петрова-Водкина', givenName: 'Анна', patronymic: 'Ивановна' },
    ]);
  });

  test.each(['[jvzrjd', '{jvzrjd', ':erjd', '<jhbcjd', '.hrjd', '`krby', "'qlvfy", 'Ujke,'])(
    'but not where letters are on keys that are none, typed with the keyboard set wrong: %s',
    (typed) => {
      expect(read({ surname: typed }).names).toEqual([{ script: 'LATIN', surname: typed }]);
      expect(read({ name: `${typed} Tdutybq` }).names).toEqual([
        { script: 'LATIN', surname: typed, givenName: 'Tdutybq' },
      ]);
      expect(refusal({ surname: `${typed} Иван;` })).toMatch(/letters, hyphens/);
    },
  );

  test('of initials alone', () => {
    expect(refusal({ name: 'И. И.' })).toMatch(/beside its initials/);
    expect(refusal({ surname: 'И.' })).toMatch(/two letters/);
  });

  test.each(['Иванов И.П.', 'Иванов И. П.', 'И. П. Иванов', 'И.П. Иванов'])(
    'but not with initials, wherever they stand: %s',
    (name) => {
      expect(read({ name }).names).toEqual([
        { script: 'RUSSIAN', surname: 'Иванов', givenName: 'И.', patronymic: 'П.' },
      ]);
    },
  );

  test('beside its parts', () => {
    expect(refusal({ name: 'Иванов', givenName: 'Иван' })).toBe(
      '`criteria.name`: Give the name or its parts, not both.',
    );
  });
});

describe('refused, by the name of the criterion', () => {
  test.each<[string, SuspectCriteria, RegExp]>([
    ['birthDate', { birthDate: '1990-02-30' }, /There is no such day/],
    ['birthDate', { birthDate: '1990-13' }, /There is no such day/],
    ['birthDate', { birthDate: '1899-12-31' }, /There is no such day since 1900/],
    ['birthDate', { birthDate: '2026-11-26' }, /in the future/],
    ['birthDate', { birthDate: '2027' }, /in the future/],
    ['birthDate', { birthDate: '02.03.1990' }, /YYYY/],
    ['birthDate', { birthDate: '１９９０-０１-０２' }, /YYYY/],
    ['birthDate', { birthDate: '1990-01-02T00:00:00Z' }, /at most 10/],
    ['birthPlace.place', { birthPlace: { country: 'BY', place: '.*' } }, /two letters/],
    ['birthPlace.place', { birthPlace: { country: 'BY', place: 'Минск$' } }, /letters, digits/],
    ['birthPlace.country', { birthPlace: { country: 'by', place: 'Минск' } }, /ISO 3166-1/],
    ['document.kind', { document: { ...passport, kind: 'OTHER' } }, /You cannot search by/],
    ['document.issuer', { document: { ...passport, issuer: 'Belarus' } }, /ISO 3166-1/],
    ['document.number', { document: { ...passport, number: 'XX1234567' } }, /must be one of the series/],
    [
      'document.number',
      { document: { issuer: 'BY', kind: 'PERSONAL_NUMBER', number: '3010190A001PB0' } },
      /check digits are wrong/,
    ],
    ['phone', { phone: '291234567' }, /not a phone number of any country/],
    ['phone', { phone: '+375291234567'.repeat(10) }, /at most 40/],
    ['email', { email: 'nobody' }, /not an e-mail address/],
    ['messenger.service', { messenger: { service: '', account: 'nobody' } }, /empty/],
    ['messenger.account', { messenger: { service: 'Telegram', account: 'a\u200Bb' } }, /cannot be seen/],
    ['account', { account: '4111 1111 1111 1111' }, /number of a payment card/],
    ['card.first6', { card: { first6: '4111', last4: '1111' } }, /first six digits/],
    ['card.last4', { card: { first6: '411111', last4: '４１１１' } }, /last four digits/],
    [
      'wallet.address',
      { wallet: { chain: 'BTC', address: '1BoatSLRHtKNngkdXEeobR76b53LETtpyX' } },
      /not an address/,
    ],
    ['imei', { imei: '490154203237519' }, /check digit is wrong/],
    ['imei', { imei: '49015420323' }, /15 digits/],
  ])('%s: %j', (field, given, told) => {
    const message = refusal(given);
    expect(message).toMatch(told);
    expect(message.startsWith(`\`criteria.${field}\`: `)).toBe(true);
  });

  test('a number whose check digits agree is not', () => {
    expect(
      read({ document: { issuer: 'RU', kind: 'INSURANCE_NUMBER', number: '112-233-445 95' } }).document
        .number,
    ).toBe('11223344595');
    expect(read({ imei: '490154203237518' }).imei).toBe('49015420323751');
  });

  test('today is no future, wherever it is today', () => {
    expect(read({ birthDate: '2026-11-25', surname: 'Ivanou' }).birthDate).toBe('2026-11-25');
  });
});

describe('whatever is given is refused, or can be asked', () => {
  const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme', maxLength: 250 }));
  const country = fc.constant('PL');
  const kind = fc.constantFrom('PASSPORT', 'TAX_NUMBER');
  const criterion = fc.oneof(
    fc.record({ name: text }),
    fc.record({ surname: text, givenName: text }),
    fc.record({ birthDate: text }),
    fc.record({ birthPlace: fc.record({ country, place: text }) }),
    fc.record({ document: fc.record({ issuer: country, kind, number: text }) }),
    fc.record({ phone: text }),
    fc.record({ email: fc.oneof(fc.emailAddress(), text) }),
    fc.record({ messenger: fc.record({ service: text, account: text }) }),
    fc.record({ account: text }),
    fc.record({ imei: text }),
  );

  test('by itself or beside what can be', () => {
    fc.assert(
      fc.property(criterion, fc.boolean(), (given, isBeside) => {
        const criteria: SuspectCriteria = { ...(isBeside && { birthDate: '1990-01-02' }), ...given };
        try {
          searchCriteria.parse(read(criteria));
        } catch (error) {
          expect(error).toBeInstanceOf(RefusedCriterion);
        }
      }),
      { numRuns: 3_000 },
    );
  });
});
