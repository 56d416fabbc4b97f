import { readDossierInput } from '../../../../../subgraphs/agency/records/checks/check-dossier.ts';
import { context, leastInput, offence, provenance, told } from './support/input.ts';

const read = (raw: unknown) => readDossierInput(raw, context);
const name = { kind: 'LEGAL', script: 'RUSSIAN', surname: 'Городейко', provenance };

function accepted(raw: unknown) {
  const result = read(raw);
  if ('problems' in result) throw new Error(told(result).join());
  return result.input;
}

describe('a dossier that one officer, or a line of an import, would show abroad', () => {
  test('is refused, and is told what to do', () => {
    const read = readDossierInput({ ...leastInput, handlingCode: 'SHAREABLE' }, context);
    expect('problems' in read && read.problems).toMatchObject([
      { path: 'handlingCode', code: 'NEEDS_COUNTERSIGNATURE' },
    ]);
  });
});

test.each([
  ['DISCONTINUED', ['status.stage MALFORMED']],
  ['ACQUITTED', ['status.stage MALFORMED']],
  ['CONVICTED', undefined],
])('a new dossier whose person is %s', (stage, problems) => {
  const result = read({ ...leastInput, status: { stage, provenance } });
  expect('problems' in result ? told(result) : undefined).toEqual(problems);
});

describe('a dossier that may be recorded', () => {
  test('is the least: a case, an offence and a status', () => {
    expect(accepted(leastInput)).toMatchObject({
      handlingCode: 'ON_RELEASE',
      cases: ['RU-2026-000001'],
      names: [],
    });
  });

  test('has every value put right, with what is worked out of it', () => {
    const input = accepted({
      ...leastInput,
      cases: ['RU-2026-000001', 'RU-2026-000002', 'RU-2026-000001'],
      names: [{ ...name, surname: ' Городеи\u0306ко ' }],
      birth: { date: '1989-08-23', provenance },
      birthPlace: { country: 'BY', place: 'Ружаны', provenance },
      sex: { sex: 'MALE', provenance },
      documents: [{ kind: 'INSURANCE_NUMBER', issuer: 'RU', number: '112-233-445 96', provenance }],
      contacts: [{ kind: 'PHONE', value: '+375 00 288-11-05', provenance }],
      instruments: [{ kind: 'CARD', cardFirst6: '220000', cardLast4: '0001', provenance }],
      infrastructure: [{ kind: 'IMEI', value: '35-209900-176148-1', provenance }],
    });
    expect(input.cases).toEqual(['RU-2026-000001', 'RU-2026-000002']);
    expect(input.names[0]?.surname).toBe('Городейко');
    expect(input.documents[0]).toMatchObject({ number: '11223344596', checksum: 'FAILED' });
    expect(input.contacts[0]?.value).toBe('+375002881105');
    expect(input.instruments[0]?.node).toMatch(/^N/);
    expect(input.infrastructure[0]).toMatchObject({ value: '352099001761481', checksum: 'PASSED' });
    expect(input).toMatchObject({
      birth: { date: '1989-08-23' },
      birthPlace: { country: 'BY' },
      sex: { sex: 'MALE' },
    });
  });

  test('has the agency’s period of retention for each kind of value, or the officer’s day', () => {
    const input = accepted({
      ...leastInput,
      names: [{ ...name, provenance: { ...provenance, retainUntil: '2027-01-01' } }],
      contacts: [{ kind: 'EMAIL', value: 'name@example.org', provenance }],
    });
    expect(input.names[0]?.provenance).toEqual({ ...provenance, retainUntil: new Date('2027-01-01') });
    expect(input.contacts[0]?.provenance.retainUntil).toEqual(new Date('2031-07-01'));
    expect(input.offences[0]?.provenance.retainUntil).toEqual(new Date('2036-07-01'));
  });

  test('may have null, as GraphQL passes it, for whatever may be absent', () => {
    const nulls = {
      names: null,
      birth: null,
      documents: [
        { kind: 'OTHER', issuer: 'RU', number: '1', provenance: { ...provenance, retainUntil: null } },
      ],
    };
    const input = accepted({ ...leastInput, ...nulls });
    expect(input).not.toHaveProperty('birth');
    expect(input.names).toEqual([]);
    expect(Object.keys(input.documents[0] ?? {}).sort()).toEqual([
      'checksum',
      'issuer',
      'kind',
      'number',
      'provenance',
    ]);
  });

  test('may plan a measure ahead, but has taken none yet', () => {
    const measure = (state: string) => ({
      kind: 'SEARCH',
      state,
      date: '2026-09',
      ground: 'Code of Criminal Procedure, Article 182',
      provenance,
    });
    expect(told(read({ ...leastInput, measures: [measure('PLANNED'), measure('CANCELLED')] }))).toEqual([]);
    expect(
      told(read({ ...leastInput, measures: [measure('PLANNED'), measure('DONE'), measure('UNDER_WAY')] })),
    ).toEqual(['measures.1.date DATE_IN_FUTURE', 'measures.2.date DATE_IN_FUTURE']);
  });
});

describe('a dossier that may not', () => {
  test('is told everything at once: text, form and content', () => {
    const raw = {
      ...leastInput,
      handlingCode: 'OPEN',
      names: [
        { ...name, surname: 'Горо\u202Eдейко' },
        { ...name, kind: 'NICK' },
        { ...name, script: 'LATIN' },
      ],
      birth: { date: '2023-02-30', provenance },
      documents: [
        {
          kind: 'PASSPORT',
          issuer: 'RU',
          number: '12',
          provenance: { ...provenance, retainUntil: '2020-01-01' },
        },
      ],
      contacts: [
        { kind: 'PHONE', value: '123', provenance },
        { kind: 'EMAIL', value: 'name', provenance },
      ],
      instruments: [{ kind: 'WALLET', chain: 'BTC', address: 'x', provenance }],
      offences: [
        { ...offence, article: '280' },
        { ...offence, article: '274.3', committedOn: '2024' },
      ],
      measures: [
        { kind: 'SEARCH', state: 'DONE', date: '2026-05', ground: '4111 1111 1111 1111', provenance },
      ],
    };
    expect(told(read(raw))).toEqual([
      'birth.date IMPOSSIBLE_DATE',
      'contacts.0.value PHONE_INVALID',
      'contacts.1.value EMAIL_INVALID',
      'documents.0.number MALFORMED_NUMBER',
      'documents.0.provenance.retainUntil RETENTION_PAST',
      'handlingCode UNKNOWN_VALUE',
      'instruments.0.address ADDRESS_INVALID',
      'measures.0.ground CARD_NUMBER',
      'measures.0.ground GROUND_UNKNOWN',
      'names.0.surname BIDIRECTIONAL_CHARACTER',
      'names.1.kind UNKNOWN_VALUE',
      'names.2.surname WRONG_SCRIPT',
      'offences.0.article ARTICLE_UNKNOWN',
      'offences.1.committedOn ARTICLE_NOT_IN_FORCE',
    ]);
  });

  test.each([[[]], [undefined], [null]])('is one with %j for offences', (offences) => {
    expect(told(read({ ...leastInput, offences }))).toEqual(['offences NO_OFFENCE']);
  });

  test('has an offence, even where its form is wrong', () => {
    expect(told(read({ ...leastInput, offences: [{ ...offence, article: null }] }))).toEqual([
      'offences.0.article MISSING',
    ]);
  });

  test('was too young on the day of the offence', () => {
    const birth = (date: string) => ({ ...leastInput, birth: { date, provenance } });
    expect(told(read(birth('2009-03-15')))).toEqual(['offences.0.committedOn TOO_YOUNG']);
    expect(told(read(birth('2009-03-14')))).toEqual([]);
    expect(told(read(birth('2009')))).toEqual([]);
    expect(told(read(birth('2010')))).toEqual(['offences.0.committedOn TOO_YOUNG']);
  });

  test.each([undefined, null, 7, 'dossier', [], {}])('is %j', (raw) => {
    expect(told(read(raw)).length).toBeGreaterThan(0);
  });

  test('is answered by no more than can be read', () => {
    const names = Array.from({ length: 5_000 }, () => ({ surname: '\u0000x\u0000x' }));
    const result = read({ ...leastInput, names });
    expect(told(result)).toHaveLength(201);
  });

  test('never has its card number repeated, whatever field it was put in', () => {
    const card = '4111111111111111';
    const everywhere = {
      ...leastInput,
      [card]: card,
      cases: [card],
      handlingCode: card,
      names: [{ ...name, kind: card, surname: card }],
      birth: { date: card, provenance },
      documents: [{ kind: 'PASSPORT', issuer: 'RU', number: card, provenance }],
      contacts: [{ kind: 'PHONE', value: card, provenance }],
      instruments: [
        { kind: 'CARD', cardFirst6: card, cardLast4: card, provenance },
        { kind: 'ACCOUNT', account: card, provenance },
        { kind: 'WALLET', chain: 'BTC', address: card, provenance },
      ],
      infrastructure: [{ kind: 'IMEI', value: card, provenance: { ...provenance, legalBasis: card } }],
      offences: [{ ...offence, article: card }],
      memberships: [{ group: card, rank: 'MEMBER', provenance }],
      harms: [{ victims: 1, loss: card, currency: card, provenance }],
    };
    const result = read(everywhere);
    expect(JSON.stringify(result)).not.toContain('41111');
    const cards = told(result).filter((line) => line.endsWith('CARD_NUMBER'));
    // Of all that are given, one is a field's name.
    expect(cards).toHaveLength(JSON.stringify(everywhere).split(card).length - 2);
  });
});
