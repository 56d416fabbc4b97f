import { describe, expect, test } from '@jest/globals';
import { buildSchema, GraphQLError, parse, specifiedRules, validate } from 'graphql';
import { limitRules, limits } from '../../gateway/limits.ts';
import { safeError } from '../../server/errors.ts';

/** A field that leads to itself, with a page, so that a document can be as deep, wide and costly as a test needs. */
const schema = buildSchema('type Query { page(first: Int): Query id: ID }');

/** The codes and messages with which the gateway refuses a document; none when it accepts it. */
function refusals(text: string, rules = limitRules): unknown[] {
  try {
    const document = parse(text, { maxTokens: limits.tokens });
    return validate(schema, document, rules).map(({ message, extensions }) => [extensions.code, message]);
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    const shown = safeError({ message: error.message, extensions: { code: 'GRAPHQL_PARSE_FAILED' } }, error);
    return [[shown.extensions?.code, shown.message]];
  }
}

const tooLarge = (message: string) => [['QUERY_TOO_LARGE', message]];
const times = (count: number, text: (index: number) => string) =>
  Array.from({ length: count }, (_, i) => text(i)).join(' ');

describe('the depth of a document', () => {
  /** `page` so many times within each other, the last one with an id: a level more. */
  const deep = (levels: number) => `{ ${'page { '.repeat(levels - 1)} id ${'} '.repeat(levels - 1)} }`;

  test('is at most 16 levels of fields', () => {
    expect(limits.depth).toBe(16);
    expect(refusals(deep(16))).toEqual([]);
    expect(refusals(deep(17))).toEqual(tooLarge('Query depth limit of 16 exceeded, found 17.'));
  });

  test('counts no fragment as a level, and every level inside one', () => {
    const inFragments = (levels: number) =>
      `{ ... { page { ...F } } } fragment F on Query ${deep(levels - 1)}`;
    expect(refusals(inFragments(16))).toEqual([]);
    expect(refusals(inFragments(17))).toEqual(tooLarge('Query depth limit of 16 exceeded, found 17.'));
  });
});

describe('the aliases of a document', () => {
  const aliased = (count: number) => `{ ${times(count, (i) => `a${i}: id`)} }`;

  test('are at most 30', () => {
    expect(limits.aliases).toBe(30);
    expect(refusals(aliased(30))).toEqual([]);
    expect(refusals(aliased(31))).toEqual(tooLarge('Aliases limit of 30 exceeded, found 31.'));
  });

  test('in a fragment count as often as it is spread', () => {
    const spread = (count: number) =>
      `{ ${times(count, () => 'page { ...F }')} } fragment F on Query { a: id b: id c: id }`;
    expect(refusals(spread(10))).toEqual([]);
    expect(refusals(spread(11))).toEqual(tooLarge('Aliases limit of 30 exceeded, found 33.'));
  });
});

describe('the directives of a document', () => {
  const directed = (count: number) => `{ ${times(count, () => 'id @skip(if: true)')} }`;

  test('are at most 50', () => {
    expect(limits.directives).toBe(50);
    expect(refusals(directed(50))).toEqual([]);
    expect(refusals(directed(51))).toEqual(tooLarge('Directives limit of 50 exceeded, found 51.'));
  });

  test.failing('on a spread count each time that the fragment is spread', () => {
    const spread = (count: number) =>
      `{ ${times(count, () => '...F @skip(if: true)')} } fragment F on Query { id }`;
    expect(refusals(spread(50))).toEqual([]);
    expect(refusals(spread(51))).not.toEqual([]);
  });
});

describe('the cost of a document', () => {
  test('is a field’s own, 2 with a selection and 1 without, times the page it is in', () => {
    expect(limits.cost).toBe(60_000);
    // (2 + 1) x 20,000 = 60,000
    expect(refusals('{ page(first: 20000) { id } }')).toEqual([]);
    // (2 + 1) x 20,000 + 1 = 60,001
    expect(refusals('{ page(first: 20000) { id } id }')).toEqual(
      tooLarge('Query Cost limit of 60000 exceeded, found 60001.'),
    );
  });

  test('grows with each page within another', () => {
    // (2 + (2 + 1) x 100) x 198 = 59,796
    expect(refusals('{ page(first: 198) { page(first: 100) { id } } }')).toEqual([]);
    // (2 + (2 + 1) x 100) x 199 = 60,098
    expect(refusals('{ page(first: 199) { page(first: 100) { id } } }')).toEqual(
      tooLarge('Query Cost limit of 60000 exceeded, found 60098.'),
    );
  });

  test.failing('is the same when the size of the page is a variable', () => {
    expect(refusals('query ($first: Int = 20001) { page(first: $first) { id } }')).not.toEqual([]);
  });
});

describe('the tokens of a document', () => {
  // Two braces around the ids.
  const long = (tokens: number) => `{ ${'id '.repeat(tokens - 2)} }`;

  test('are at most 3,000', () => {
    expect(limits.tokens).toBe(3_000);
    expect(refusals(long(3_000))).toEqual([]);
    expect(refusals(long(3_001))).toEqual(
      tooLarge('Syntax Error: Document contains more that 3000 tokens. Parsing aborted.'),
    );
  });
});

describe('every limit that a document exceeds', () => {
  test('is told, beside what else is wrong with it', () => {
    const text = `{ ${times(31, (i) => `a${i}: id`)} ${times(51, () => 'id @skip(if: true)')} unknown }`;
    const told = refusals(text, [...specifiedRules, ...limitRules]);
    expect(told).toHaveLength(3);
    expect(told).toContainEqual([undefined, 'Cannot query field "unknown" on type "Query".']);
    expect(told).toContainEqual(['QUERY_TOO_LARGE', 'Aliases limit of 30 exceeded, found 31.']);
    expect(told).toContainEqual(['QUERY_TOO_LARGE', 'Directives limit of 50 exceeded, found 51.']);
  });
});

describe('fragments', () => {
  const all = [...specifiedRules, ...limitRules];

  test('that lead to themselves are refused, and do not hang the limits', () => {
    const cyclic =
      '{ ...A } fragment A on Query { page { ...B } } fragment B on Query { page { ...A ...B } }';
    expect(refusals(cyclic)).toEqual([]);
    expect(refusals(cyclic, all)).toContainEqual([
      undefined,
      'Cannot spread fragment "A" within itself via "B".',
    ]);
  });

  /** Each fragment spreads the next one twice: 2 to the power of `depth` fields in a few tokens. */
  const doubling = (depth: number) =>
    `{ ...F0 } ${times(depth, (i) => `fragment F${i} on Query { ...F${i + 1} ...F${i + 1} }`)} fragment F${depth} on Query { id }`;

  test('that double each time are refused by their cost, without being walked one by one', () => {
    expect(refusals(doubling(10), all)).toEqual([]);
    expect(refusals(doubling(200), all)).toEqual([
      ['QUERY_TOO_LARGE', expect.stringMatching(/^Query Cost limit/)],
    ]);
  });

  test('that double the aliases in them are refused too', () => {
    const aliased = doubling(200).replace('{ id }', '{ a: id }');
    expect(refusals(aliased, all)).toContainEqual([
      'QUERY_TOO_LARGE',
      expect.stringMatching(/^Aliases limit/),
    ]);
  });
});
