import { describe, expect, test } from '@jest/globals';
import { piecesOf } from '../../playground/answer/suspicious-text.ts';
import { readHistory, titleOf, withPast } from '../../playground/query/history.ts';
import { newIdempotencyKey } from '../../playground/query/idempotency.ts';
import { hasSignInFailed, readLink } from '../../playground/query/link.ts';
import { judge } from '../../playground/query/operation.ts';

describe('a text as it was recorded', () => {
  test.each(['Гарадзейка Яўген', "Д'Артаньян", 'O’Neill-Smith', '小林', 'é 👩‍🚀'.replace('\u200D', '')])(
    'is shown as it is: %s',
    (text) => expect(piecesOf(text)).toEqual([{ text }]),
  );

  test.each([
    ['an override', 'a\u202Eb', 'U+202E'],
    ['an isolate', 'a\u2066b', 'U+2066'],
    ['a zero-width space', 'a\u200Bb', 'U+200B'],
    ['a soft hyphen', 'a\u00ADb', 'U+00AD'],
    ['a control', 'a\u0007b', 'U+0007'],
    ['a tag', 'a\u{E0041}b', 'U+E0041'],
  ])('names %s in it', (_what, text, hidden) => {
    expect(piecesOf(text)).toEqual([{ text: 'a' }, { hidden }, { text: 'b' }]);
  });
});

describe('a document in the editor', () => {
  test.each([
    ['{ suspect(id: "1") { id } }', undefined, { state: 'ready', operation: 'query' }],
    ['mutation M { belarus { __typename } }', undefined, { state: 'ready', operation: 'mutation' }],
    ['query A { a } mutation B { b }', 'B', { state: 'ready', operation: 'mutation' }],
    ['query A { a } query B { b }', undefined, { state: 'ambiguous' }],
    ['query A { a } query B { b }', 'C', { state: 'ambiguous' }],
    ['# nothing\n\n', undefined, { state: 'empty' }],
    ['{ a', undefined, { state: 'syntax-error', message: 'Expected Name, found <EOF>.', line: 1, column: 4 }],
  ] as const)('%s is judged', (document, name, judged) => expect(judge(document, name)).toEqual(judged));
});

describe('a link', () => {
  const at = (rest: string) => readLink(new URL(`https://concord.example/playground/${rest}`));
  const encoded = encodeURIComponent;

  test('without a query is none', () => expect(at('')).toEqual({ state: 'none' }));

  test('shows a query with its variables', () => {
    expect(at(`#query=${encoded('{ a }')}&variables=${encoded('{"id": 1}')}`)).toEqual({
      state: 'shown',
      query: '{ a }',
      variables: '{"id": 1}',
    });
  });

  test.each([
    ['mutation { a }', '', 'mutation'],
    ['{ a } mutation B { b }', '', 'mutation'],
    ['subscription { a }', '', 'mutation'],
    ['type A { a: Int }', '', 'mutation'],
    ['{ a', '', 'malformed'],
    ['{ a }', '[1]', 'malformed'],
    ['{ a }', 'null', 'malformed'],
    ['{ a }', '{', 'malformed'],
    [`{ ${'a '.repeat(5_000)} }`, '', 'malformed'],
    [`{ a } #${'x'.repeat(20_000)}`, '', 'too-long'],
  ])('with %.30j and %j is refused', (query, variables, why) => {
    expect(at(`#query=${encoded(query)}&variables=${encoded(variables)}`)).toEqual({ state: 'refused', why });
  });

  test('can tell that a sign-in failed', () => {
    expect(hasSignInFailed(new URL('https://concord.example/playground/#sign-in=failed'))).toBe(true);
    expect(hasSignInFailed(new URL('https://concord.example/playground/#query=x'))).toBe(false);
  });
});

describe('the history', () => {
  const past = (query: string) => ({ query, variables: '{}', at: '2026-11-24T00:00:00Z' });
  const storage = (text: string | null) => ({
    getItem: () => text,
    setItem: () => undefined,
    removeItem: () => undefined,
  });

  test('has the same operation once, the newest first, and no more than thirty', () => {
    const many = Array.from({ length: 40 }, (_, index) => past(`{ a${index} }`)).reduce(withPast, [
      past('{ a0 }'),
    ]);
    expect(many).toHaveLength(30);
    expect(withPast(many, past('{ a39 }'))[0]).toEqual(past('{ a39 }'));
    expect(withPast(many, past('{ a39 }'))).toHaveLength(30);
  });

  test.each([null, 'not JSON', '{}', '[1, null]'])('that cannot be read is empty: %s', (text) => {
    expect(readHistory(storage(text))).toEqual([]);
  });

  test.each([
    ['query LookUp($id: ID!) { a }', 'LookUp'],
    ['{\n  a  b }', '{ a b }'],
  ])('calls %j %s', (query, title) => expect(titleOf(query)).toBe(title));
});

test('an idempotency key is of the form that the gateway asks for', () => {
  expect(newIdempotencyKey((bytes) => bytes.fill(7))).toBe('07'.repeat(16));
});
