import { buildSchema, GraphQLError, parse, specifiedRules, validate } from 'graphql';
import { documentRules, operationLimits } from '../../../gateway/limits/operation-limits.ts';
import { safeError } from '../../../server/errors.ts';

/** A field that leads to itself, with a page, so that a document can be as deep, wide and costly as a test needs. */
const schema = buildSchema('type Query { page(first: Int): Query id: ID }');

/** The codes and messages with which the gateway refuses a document; none when it accepts it. */
function refusals(text: string, rules = documentRules): unknown[] {
  try {
    const document = parse(text, { maxTokens: operationLimits.tokens });
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
    expect(operationLimits.depth).toBe(16);
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
    expect(operationLimits.aliases).toBe(30);
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

describe('the cost of a document', () => {
  const refused = (cost: number) =>
    tooLarge(`The query can ask for ${cost} fields; the limit is 44000. Ask for shorter pages.`);

  test('is one for each field, those in a page as often as it is long', () => {
    expect(operationLimits.cost).toBe(44_000);
    // 1 + 43,999 x 1 = 44,000
    expect(refusals('{ page(first: 43999) { id } }')).toEqual([]);
    // 1 + 44,000 x 1 = 44,001
    expect(refusals('{ page(first: 44000) { id } }')).toEqual(refused(44_001));
  });

  test('grows with each page within another', () => {
    // 1 + 435 x (1 + 100 x 1) = 43,936
    expect(refusals('{ page(first: 435) { page(first: 100) { id } } }')).toEqual([]);
    // 1 + 436 x (1 + 100 x 1) = 44,037
    expect(refusals('{ page(first: 436) { page(first: 100) { id } } }')).toEqual(refused(44_037));
  });

  test('takes a page whose size is a variable for the largest there is, 100', () => {
    const pages = (outer: number) => `query ($n: Int) { page(first: ${outer}) { page(first: $n) { id } } }`;
    expect(refusals(pages(435))).toEqual([]);
    expect(refusals(pages(436))).toEqual(refused(44_037));
  });

  test('takes a page without a size to be as long as the schema says', () => {
    const withDefault = buildSchema('type Query { page(first: Int = 20): Query id: ID }');
    const told = (outer: number) =>
      validate(withDefault, parse(`{ page(first: ${outer}) { page { id } } }`), documentRules).map(
        ({ message }) => message,
      );
    // 1 + 2,095 x (1 + 20 x 1) = 43,996
    expect(told(2095)).toEqual([]);
    // 1 + 2,096 x (1 + 20 x 1) = 44,017
    expect(told(2096)).toEqual([expect.stringContaining('44017')]);
  });
});

describe('the tokens of a document', () => {
  // Two braces around the ids.
  const long = (tokens: number) => `{ ${'id '.repeat(tokens - 2)} }`;

  test('are at most 3,000', () => {
    expect(operationLimits.tokens).toBe(3_000);
    expect(refusals(long(3_000))).toEqual([]);
    expect(refusals(long(3_001))).toEqual(
      tooLarge('Syntax Error: Document contains more that 3000 tokens. Parsing aborted.'),
    );
  });
});

describe('every limit that a document exceeds', () => {
  test('is told, beside what else is wrong with it', () => {
    const text = `{ ${times(31, (i) => `a${i}: id`)} page(first: 44000) { id } unknown }`;
    const told = refusals(text, [...specifiedRules, ...documentRules]);
    expect(told).toHaveLength(3);
    expect(told).toContainEqual([undefined, 'Cannot query field "unknown" on type "Query".']);
    expect(told).toContainEqual(['QUERY_TOO_LARGE', 'Aliases limit of 30 exceeded, found 31.']);
    expect(told).toContainEqual(['QUERY_TOO_LARGE', expect.stringContaining('can ask for 44033 fields')]);
  });
});

describe('fragments', () => {
  const all = [...specifiedRules, ...documentRules];

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
      ['QUERY_TOO_LARGE', expect.stringMatching(/^The query can ask for/)],
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
