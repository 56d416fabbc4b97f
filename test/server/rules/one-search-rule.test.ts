import { buildSchema, parse, validate } from 'graphql';
import { oneSearchRule } from '../../../server/rules/one-search-rule.ts';

const schema = buildSchema(`
  type Query { searchSuspects(of: Int): Found suspect: Suspect own: Own }
  type Found { nodes: [Suspect!] count: Int }
  type Own { dossiers: [Dossier!]! dossier: Dossier! rows: [[Dossier]] }
  type Suspect { half: Dossier other: Dossier }
  type Dossier { id: ID candidates: [Candidate!] suspect: Suspect }
  type Candidate { id: ID dossier: Dossier }
`);
const told = (text: string) =>
  validate(schema, parse(text), [oneSearchRule]).map(({ extensions }) => extensions.code);

describe('one search', () => {
  test.each([
    '{ searchSuspects { nodes { half { id } } } }',
    '{ found: searchSuspects { count } suspect { half { id } } }',
    '{ ...F } fragment F on Query { ... on Query { searchSuspects { count } } }',
    'query A { searchSuspects { count } } query B { searchSuspects { count } }',
    '{ own { dossiers { id } } }',
  ])('is allowed: %s', (text) => {
    expect(told(text)).toEqual([]);
  });

  test.each([
    '{ a: searchSuspects(of: 1) { count } b: searchSuspects(of: 2) { count } }',
    '{ searchSuspects { count } searchSuspects { nodes { half { id } } } }',
    '{ searchSuspects { count } ...F } fragment F on Query { searchSuspects { count } }',
    '{ ...F ...F } fragment F on Query { searchSuspects { count } }',
    '{ ...F ... { ...F } } fragment F on Query { searchSuspects { count } ...F }',
  ])('is not: %s', (text) => {
    expect(told(text)).toEqual(['ONE_SEARCH_ONLY']);
  });
});

describe('the candidates of one dossier', () => {
  test.each([
    '{ suspect { half { candidates { id } } } }',
    '{ own { dossier { candidates { dossier { id } } } } }',
    '{ suspect { half { ...F } other { id } } } fragment F on Dossier { candidates { id } }',
  ])('are allowed: %s', (text) => {
    expect(told(text)).toEqual([]);
  });

  test.each([
    '{ suspect { half { candidates { id } } other { candidates { id } } } }',
    '{ suspect { half { a: candidates { id } b: candidates { id } } } }',
    '{ suspect { half { ...F } other { ...F } } } fragment F on Dossier { candidates { id } }',
    '{ suspect { half { candidates { dossier { candidates { id } } } } } }',
    '{ searchSuspects { count } suspect { half { candidates { id } } } }',
  ])('are not twice, nor beside a search: %s', (text) => {
    expect(told(text)).toEqual(['ONE_SEARCH_ONLY']);
  });

  test.each([
    '{ own { dossiers { candidates { id } } } }',
    '{ own { rows { candidates { id } } } }',
    '{ own { dossiers { suspect { half { candidates { id } } } } } }',
    '{ own { dossiers { ...F } } } fragment F on Dossier { ... { candidates { id } } }',
    '{ searchSuspects { nodes { half { candidates { id } } } } }',
  ])('are not of a list: %s', (text) => {
    expect(told(text)).toEqual(['ONE_SEARCH_ONLY']);
  });

  test('are judged where a fragment is spread, not by where it was spread first', () => {
    const fragment = 'fragment F on Dossier { candidates { id } }';
    expect(told(`{ own { dossier { ...F } } } ${fragment}`)).toEqual([]);
    expect(
      told(`{ own { dossier { ...G } dossiers { ...F } } } fragment G on Dossier { id } ${fragment}`),
    ).toEqual(['ONE_SEARCH_ONLY']);
  });
});

test('fragments of fragments cost no more than they are long', () => {
  const levels = 60;
  const fragments = Array.from(
    { length: levels },
    (_, level) =>
      `fragment F${level} on Dossier { ${level + 1 < levels ? `...F${level + 1} ...F${level + 1}` : 'id'} }`,
  );
  expect(told(`{ own { dossiers { ...F0 } dossier { ...F0 } } } ${fragments.join(' ')}`)).toEqual([]);
});
