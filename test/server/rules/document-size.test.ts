import { GraphQLError, parse } from 'graphql';
import { documentLimits } from '../../../server/rules/document-limits.ts';
import { costOfReading, demandShallow, demandSmall, sizeOf } from '../../../server/rules/document-size.ts';

const size = (text: string) => sizeOf(parse(text));
const times = (count: number, text: (index: number) => string) =>
  Array.from({ length: count }, (_, i) => text(i)).join(' ');

/** The code and message with which a document is refused; nothing for one that is not. */
function refusal(text: string): [unknown, string] | undefined {
  try {
    const found = size(text);
    demandSmall(found);
    demandShallow(found);
    return undefined;
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    return [error.extensions.code, error.message];
  }
}

describe('the pairs of a document', () => {
  test.each([
    ['none where each field has a name of its own', '{ a b c: a d { a b } }', 0],
    ['each two fields of one name', '{ a a a a }', 6],
    ['each two of one name in the answer', '{ x: a x: a a }', 1],
    ['those inside a pair too', '{ p { a } p { a } }', 2],
    ['those inside pairs inside pairs', '{ p { q { a } q { a } } p { q { a } q { a } } }', 1 + 6 + 6],
    ['none between the same names in different places', '{ p { a } q { a } }', 0],
    ['those in inline fragments', '{ a ... { a ... on T { a } } }', 3],
    ['those in a fragment and beside it', '{ a ...F } fragment F on T { a }', 1],
    [
      'each two fragments in one place',
      '{ ...F ...G ...H } fragment F on T { a } fragment G on T { b } fragment H on T { c }',
      3,
    ],
    [
      'those in a fragment once, wherever it is',
      '{ p { q { ...F } } r { q { ...F } } } fragment F on T { x { a a } }',
      1,
    ],
    ['those in a fragment that nothing spreads', '{ a } fragment F on T { b b }', 1],
    [
      'those in both of two fragments of one name',
      '{ ...F } fragment F on T { b b b } fragment F on T { b }',
      3,
    ],
  ])('are %s', (_what, text, pairs) => {
    expect(size(text).pairs).toBe(pairs);
  });

  test('are at most 5,000', () => {
    expect(documentLimits.pairs).toBe(5_000);
    const same = (count: number) => `{ ${times(count, () => 'a')} }`;
    // 100 x 99 / 2 = 4,950; 101 x 100 / 2 = 5,050
    expect(refusal(same(100))).toBeUndefined();
    expect(refusal(same(101))).toEqual([
      'QUERY_TOO_LARGE',
      expect.stringMatching(/ 5050 pairs .* limit is 5000\./),
    ]);
  });
});

describe('the selections of a document', () => {
  /** Each fragment asks for the next one under two names: 2 to the power of `depth` of them. */
  const doubling = (depth: number) =>
    `{ ...F0 } ${times(depth, (i) => `fragment F${i} on T { a { ...F${i + 1} } b { ...F${i + 1} } }`)} fragment F${depth} on T { c }`;

  test('are its fields and fragments, each as often as it is spread', () => {
    expect(size('{ a ...F b { ...F } } fragment F on T { c { d } }').selections).toBe(8);
  });

  test('are at most 10,000, which many operations share', () => {
    expect(documentLimits.selections).toBe(10_000);
    expect(refusal(doubling(8))).toBeUndefined();
    const operations = (count: number) =>
      doubling(8).replace(
        '{ ...F0 }',
        times(count, (i) => `query A${i} { ...F0 }`),
      );
    for (const text of [doubling(12), operations(10)])
      expect(refusal(text)).toEqual(['QUERY_TOO_LARGE', expect.stringContaining('more than 10000 fields')]);
  });

  test('are no more looked at when they are too many', () => {
    expect(size(doubling(200)).selections).toBeLessThan(30_000);
    const sameLevel = doubling(200).replace(/a { (\.\.\.F\d+) } b { \.\.\.F\d+ }/g, '$1 $1');
    expect(size(sameLevel).selections).toBeLessThan(11_000);
  });

  test('end at a fragment that leads to itself, which validation refuses', () => {
    for (const text of [
      '{ ...A } fragment A on T { a ...A }',
      '{ ...A } fragment A on T { ...B } fragment B on T { a ...A }',
      '{ ...A } fragment A on T { a { ...A } }',
    ])
      expect(refusal(text)).toBeUndefined();
    expect(refusal('{ ...A } fragment A on T { a { ...A } a { ...A } }')?.[0]).toBe('QUERY_TOO_LARGE');
  });
});

describe('the depth of a document', () => {
  const deep = (levels: number) => `{ ${'a { '.repeat(levels - 1)} a ${'} '.repeat(levels - 1)} }`;

  test('is at most 16 levels, fragments not counted', () => {
    expect(refusal(deep(16))).toBeUndefined();
    expect(refusal(deep(17))).toEqual(['QUERY_TOO_LARGE', 'Query depth limit of 16 exceeded, found 17.']);
    expect(size(`{ ... { a { ...F } } } fragment F on T ${deep(15)}`).depth).toBe(16);
  });

  test('is no more looked at from a hundred on', () => {
    expect(refusal(deep(1_000))).toEqual([
      'QUERY_TOO_LARGE',
      'Query depth limit of 16 exceeded, found more than 100.',
    ]);
  });
});

describe('the names and texts of a document', () => {
  const { text } = documentLimits;
  test.each([
    ['name', (length: number) => `{ ${'a'.repeat(length)} }`],
    ['text', (length: number) => `{ a(b: "${'a'.repeat(length - 2)}") }`],
    ['text of several lines', (length: number) => `{ a(b: """${'a'.repeat(length - 6)}""") }`],
  ])('have a longest: a %s', (_what, documentOf) => {
    expect(refusal(documentOf(text))).toBeUndefined();
    expect(refusal(documentOf(text + 1))).toEqual([
      'QUERY_TOO_LARGE',
      `The query has a name, or texts, of more than ${text} characters. Send shorter ones, in variables.`,
    ]);
  });

  test('count together where they are texts', () => {
    const half = 'a'.repeat(text / 2 - 2);
    expect(refusal(`{ a(b: "${half}", c: "${half}") }`)).toBeUndefined();
    expect(refusal(`{ a(b: "${half}", c: "${half}", d: "a") }`)?.[0]).toBe('QUERY_TOO_LARGE');
  });

  test('are not its comments', () => {
    expect(refusal(`{ a } # ${'a'.repeat(text)}`)).toBeUndefined();
  });
});

test('a document has ten operations at most: one is run, and all are validated', () => {
  const document = (count: number) => times(count, (i) => `query A${i} { a }`);
  expect(refusal(document(10))).toBeUndefined();
  expect(refusal(document(11))).toEqual([
    'QUERY_TOO_LARGE',
    'The document has 11 operations; the limit is 10. Send the one that is to be run.',
  ]);
});

describe('what a document costs to be read', () => {
  const cost = (text: string) => {
    const document = parse(text, { maxTokens: documentLimits.tokens });
    return costOfReading(document, sizeOf(document));
  };

  test('are its tokens', () => {
    expect(cost('{ a(b: 1) }')).toBe(8);
  });

  test('are its selections where fragments make them more', () => {
    const spread = times(20, (i) => `a${i}: a { ...F }`);
    expect(cost(`{ ${spread} } fragment F on T { ${times(20, (i) => `b${i}`)} }`)).toBe(20 + 20 + 400);
  });
});
