import { piecesOf } from '../../playground/parts/pieces-of.ts';
import { judge, operationAt } from '../../playground/query/judge.ts';
import { judgeVariables } from '../../playground/query/judge-variables.ts';
import { hasSignInFailed, readLink } from '../../playground/query/link/linked.ts';
import { newIdempotencyKey } from '../../playground/query/new-idempotency-key.ts';

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
    [
      'mutation M { belarus { __typename } }',
      undefined,
      { state: 'ready', operation: 'mutation', actions: [] },
    ],
    [
      'mutation { russia { now: recallRelease(input: {}) { __typename } } }',
      undefined,
      { state: 'ready', operation: 'mutation', actions: ['russia.recallRelease'] },
    ],
    [
      'query A { a } mutation B { b }',
      'B',
      { state: 'ready', operation: 'mutation', operationName: 'B', actions: [] },
    ],
    // Pasted over another: the editor still has the name of what stood there.
    ['query A { a }', 'Before', { state: 'ready', operation: 'query' }],
    ['{ a }', 'Before', { state: 'ready', operation: 'query' }],
    ['query A { a } query B { b }', undefined, { state: 'ambiguous' }],
    ['query A { a } query B { b }', 'C', { state: 'ambiguous' }],
    ['# nothing\n\n', undefined, { state: 'empty' }],
    ['{ a', undefined, { state: 'syntax-error', message: 'Expected Name, found <EOF>.', line: 1, column: 4 }],
  ] as const)('%s is judged', (document, name, judged) => expect(judge(document, name)).toEqual(judged));
});

describe('the operation at the cursor', () => {
  const document = 'query A { a }\nquery B { b }\n{ c }';
  test.each([
    [0, 'A'],
    [13, 'A'],
    [14, 'B'],
    [28, undefined],
  ])('after %i characters is %s', (offset, name) => expect(operationAt(document, offset)).toBe(name));

  test('is none in what is no document', () => expect(operationAt('query A {', 3)).toBeUndefined());
});

describe('the variables in the editor', () => {
  test.each([
    ['', undefined],
    ['  // nothing yet\n', undefined],
    ['{"id": "BY-1"}', { id: 'BY-1' }],
    ['{"id": 1, /* first */}', { id: 1 }],
  ])('%j are sent', (text, variables) => {
    expect(judgeVariables(text)).toEqual({ state: 'ready', variables });
  });

  test.each([
    ['{"id": }', 1, 8],
    ['{\n  "id": "BY-1"\n  "first": 2\n}', 3, 3],
    ['{"id": 1', 1, 9],
    ['id', 1, 1],
  ])('%j are not, and the place is told', (text, line, column) => {
    expect(judgeVariables(text)).toEqual({ state: 'variables-error', line, column });
  });

  test.each(['[1]', 'null', '"id"', '7'])('%s is no object', (text) => {
    expect(judgeVariables(text)).toEqual({ state: 'variables-no-object' });
  });
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

test('an idempotency key is of the form that the gateway asks for', () => {
  expect(newIdempotencyKey((bytes) => bytes.fill(7))).toBe('07'.repeat(16));
});
