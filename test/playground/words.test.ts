import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, type GraphQLInputObjectType } from 'graphql';

import { adviceSentence } from '../../playground/answer/advice-sentence.ts';
import { askedNow, isStale } from '../../playground/answer/asked.ts';
import { translator } from '../../playground/messages/translate.ts';
import { sayValue, wordsIn } from '../../playground/messages/words-in.ts';
import {
  criterionFields,
  noCriteria,
  operationFor,
  problemsIn,
} from '../../playground/profile/finder/criteria.ts';
import { typedDate } from '../../playground/profile/finder/typed-date.ts';
import { foundIn } from '../../playground/profile/found.ts';
import { emptyVariables } from '../../playground/query/examples/empty-variables.ts';
import { examplesOf } from '../../playground/query/examples/example.ts';
import { lastOne } from '../../playground/wire/last-one.ts';
import type { Advice } from '../../sdk/src/index.ts';

/** Spaces of all widths as one. */
const spaced = (text: string) => text.replace(/\s/g, ' ');

describe('a value in the language of the page', () => {
  test.each([
    ['ru', 'kind', 'InfrastructureKind', 'SIM_BOX', { text: 'сим-бокс', code: 'SIM_BOX' }],
    ['en', 'outcome', 'SearchOutcome', 'ANSWERED', { text: 'answered', code: 'ANSWERED' }],
    ['be', 'coerced', 'Boolean', true, { text: 'так' }],
    ['ru', 'coerced', 'Boolean', false, { text: 'нет' }],
    ['ru', 'country', 'String', 'RU', { text: 'Россия', code: 'RU' }],
    ['ru', 'country', 'String', 'FR', { text: 'Франция', code: 'FR' }],
    ['ru', 'loss', 'String', '1234567.50', { text: '1 234 567,50' }],
    ['en', 'loss', 'String', '1234567.50', { text: '1,234,567.50' }],
    ['be', 'victims', 'Int', 12345, { text: '12 345' }],
  ] as const)('%s: %s of %s, %j', (locale, field, type, value, said) => {
    const { text, ...code } = sayValue(translator(locale), field, type, value);
    expect({ text: spaced(text), ...code }).toEqual(said);
  });

  test.each([
    ['a code that is not known', 'kind', 'InfrastructureKind', 'QUANTUM_BOX'],
    ['a text that looks like a code', 'service', 'String', 'SIM_BOX'],
    ['a bank that looks like a country', 'bank', 'String', 'RU'],
    ['a day', 'date', 'String', '1985-03-12'],
    ['a number that is a text', 'value', 'String', '1234567.50'],
  ])('stays as it is where it is %s', (_what, field, type, value) => {
    expect(sayValue(translator('ru'), field, type, value)).toEqual({ text: value });
  });

  test('a moment is told in the page’s way, and what is none is left', () => {
    expect(wordsIn(translator('be')).moment('2026-04-06T11:30:00.000Z')).toMatch(
      /^0[567]\.04\.2026, \d\d:\d\d$/,
    );
    expect(wordsIn(translator('be')).moment('soon')).toBe('soon');
  });
});

describe('an advice', () => {
  const advice: Advice = { code: 'OTHER_ROLE', roles: ['LIAISON', 'SUPERVISOR'] };
  const place = { owner: 'RUSSIA', informationClass: 'CASE' };
  const said = (locale: 'en' | 'ru') => {
    const t = translator(locale);
    return adviceSentence(t, advice, place) ?? '';
  };

  test('is a sentence in each language, with all that it names in it', () => {
    expect(said('en')).toContain('Liaison officer, Supervisor');
    expect(said('ru')).toMatch(/Дел.*Россия.*Офицер связи, Руководитель/);
    for (const sentence of [said('en'), said('ru')]) expect(sentence).not.toMatch(/[{}_]/);
  });
});

describe('what was asked', () => {
  const mandate = { purpose: 'SOLVING', legalBasis: 'NATIONAL_LAW', case: 'BY-2026-000001' } as const;
  const asked = askedNow(mandate);

  test('stays true of an equal mandate', () => expect(isStale(asked, { ...mandate })).toBe(false));

  test.each([
    { purpose: 'DETECTION' } as const,
    { legalBasis: 'COOPERATION_AGREEMENT' } as const,
    { case: 'BY-2026-000002' },
    { case: undefined },
  ])('is stale under %j', (changed) => expect(isStale(asked, { ...mandate, ...changed })).toBe(true));

  test('counts if it was asked last, whichever answer comes last', () => {
    const begin = lastOne();
    const first = begin();
    expect(first()).toBe(true);
    const second = begin();
    expect([first(), second()]).toEqual([false, true]);
  });
});

describe('what is left to fill in', () => {
  test('is every empty text, however deep', () => {
    const variables = { id: '', criteria: { name: '', sex: 'MALE' }, ids: ['a', ''], first: 0 };
    expect(emptyVariables({ variables })).toEqual(['id', 'criteria.name', 'ids.1']);
    expect(emptyVariables({ variables: { id: 'a', first: 0, after: null } })).toEqual([]);
    expect(emptyVariables({ variables: undefined })).toEqual([]);
  });

  test('is nothing in an example where demo ids are known but for officers, and its subject where none are', () => {
    const unlinked = { unlinkedBELARUS: 'BY-2', unlinkedRUSSIA: 'RU-2' };
    const demoIds = { linked: 'BY-1', name: 'a', groupBELARUS: 'BYG-1', ...unlinked };
    const empty = (ids: Record<string, string>) =>
      examplesOf('BELARUS', ids).flatMap(({ variables }) => emptyVariables({ variables }));
    const ofOfficers = ['input.subject', 'input.reason', 'input.suspension', 'input.reason'];
    expect(empty(demoIds)).toEqual(ofOfficers);
    const ofLinks = [
      'id',
      'input.dossier',
      'input.foreign.dossier',
      'input.dossier',
      'input.foreign.dossier',
    ];
    const ofSigning = ['id', 'input.dossier', 'input.dossier', 'input.dossier', 'input.group'];
    expect(empty({})).toEqual([
      'id',
      'criteria.name',
      'id',
      'group',
      ...ofLinks,
      ...ofSigning,
      ...ofOfficers,
    ]);
  });
});

describe('a date as it is typed', () => {
  test.each([
    ['12.03.1985', '1985-03-12'],
    ['1.3.1985', '1985-03-01'],
    [' 03.1985 ', '1985-03'],
    ['1985', '1985'],
    ['1985-03', '1985-03'],
    ['1985-03-12', '1985-03-12'],
    ['29.02.2000', '2000-02-29'],
  ])('%j is %s', (text, date) => expect(typedDate(text)).toBe(date));

  test.each([
    '85',
    '12.03.85',
    '13.1985',
    '31.04.1985',
    '29.02.1985',
    '1985-3-2',
    '1985-13',
    '03/12/1985',
    '',
  ])('%j is none', (text) => expect(typedDate(text)).toBeUndefined());
});

describe('a search', () => {
  const known = { ...noCriteria, name: ' Иванов Иван ', birthDate: '03.1985' };

  test('has what is known and no more', () => {
    expect(operationFor(known)?.variables).toEqual({
      criteria: { name: 'Иванов Иван', birthDate: '1985-03' },
    });
    expect(operationFor({ ...known, birthDate: '', scope: 'RUSSIA' }, 'c1')?.variables).toEqual({
      criteria: { name: 'Иванов Иван' },
      scope: ['RUSSIA'],
      after: 'c1',
    });
  });

  test('is by every criterion of the API', () => {
    const api = buildSchema(
      readFileSync(join(import.meta.dirname, '..', '..', 'schema/built/api.graphql'), 'utf8'),
    );
    const input = api.getType('SuspectCriteria') as GraphQLInputObjectType;
    const typed = Object.fromEntries(criterionFields.map((field) => [field, field === 'name' ? '' : '1985']));
    const asked = operationFor({ ...noCriteria, ...typed })?.variables.criteria;
    const byName = operationFor({ ...noCriteria, name: 'Иванов' })?.variables.criteria;
    expect(Object.keys({ ...(asked as object), ...(byName as object) }).sort()).toEqual(
      Object.keys(input.getFields()).sort(),
    );
    expect(asked).toMatchObject({
      document: { issuer: '1985', kind: '1985', number: '1985' },
      birthPlace: { country: '1985', place: '1985' },
    });
  });

  test('is none by nothing, or by a date that is none', () => {
    expect(operationFor({ ...noCriteria, name: ' ', scope: 'RUSSIA' })).toBeUndefined();
    expect(operationFor({ ...known, birthDate: '12.13.1985' })).toBeUndefined();
  });

  test('says what is to be corrected: a criterion in part, or a name twice', () => {
    expect(problemsIn(known)).toEqual([]);
    expect(problemsIn({ ...known, surname: 'Иванов' })).toEqual(['surname']);
    expect(problemsIn({ ...noCriteria, documentNumber: 'MP1' })).toEqual(['documentIssuer', 'documentKind']);
    expect(problemsIn({ ...noCriteria, cardFirst6: '400000', cardLast4: '1' })).toEqual([]);
    expect(operationFor({ ...noCriteria, walletAddress: 'x' })).toBeUndefined();
  });

  test('gives dossiers that can be opened, and hits', () => {
    const match = { agency: 'RUSSIA', band: 'STRONG', isAssociation: false, evidence: [] };
    const hit = { reference: 'h', until: '2026-12-01T00:00:00Z' };
    const nodes = [
      { suspect: { belarus: { id: 'BY-1', names: null }, russia: null }, hit: null, matches: [match] },
      { suspect: null, hit, matches: [match] },
    ];
    const search = {
      agencies: [{ agency: 'RUSSIA', outcome: 'TOO_MANY' }],
      nodes,
      pageInfo: { hasNextPage: true, endCursor: 'c1' },
    };
    expect(foundIn({ data: { searchSuspects: search } })).toEqual({
      state: 'found',
      next: 'c1',
      agencies: search.agencies,
      found: [
        { dossiers: [{ id: 'BY-1', name: undefined }], hit: undefined, matches: [match] },
        { dossiers: [], hit, matches: [match] },
      ],
    });
  });

  test('that failed has found nobody less than one that found nobody', () => {
    const error = { message: '', path: ['searchSuspects'], extensions: { code: 'BAD_USER_INPUT' } };
    expect(foundIn({ data: { searchSuspects: null }, errors: [error] })).toEqual({
      state: 'failed',
      code: 'BAD_USER_INPUT',
    });
    const none = { agencies: [], nodes: [], pageInfo: { hasNextPage: false, endCursor: 'c1' } };
    expect(foundIn({ data: { searchSuspects: none } })).toMatchObject({
      state: 'found',
      found: [],
      next: undefined,
    });
  });
});
