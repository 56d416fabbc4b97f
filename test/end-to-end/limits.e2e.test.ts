import { request as httpRequest } from 'node:http';
import { type Answer, answerTo } from '../support/end-to-end/callers.ts';
import { linked, profile } from '../support/end-to-end/demo.ts';
import { tracesOfTheInside } from '../support/end-to-end/inside.ts';
import { sharedStack } from '../support/end-to-end/shared-stack.ts';

const { as, gateway } = sharedStack();
const investigator = as('belarus', 'investigator').for('INVESTIGATION', 'BY-2026-000001');

const root = `suspect(id: "${linked.belarus}")`;

const repeated = (times: number, each: (index: number) => string) =>
  Array.from({ length: times }, (_none, index) => each(index)).join(' ');

/** A suspect's dossier's suspect's dossier's, and so on. */
const nested = (levels: number): string =>
  `{ ${root} ${'{ belarus { suspect '.repeat(levels)} { id } ${'} }'.repeat(levels)} }`;

const aliased = (times: number) => `{ ${repeated(times, (index) => `a${index}: ${root} { id }`)} }`;

/** Each fragment spreads the next one twice, so that the last is there 2^n times. */
const fragments = (depth: number) =>
  `{ ${root} { ...F0 } } ${repeated(depth, (n) => `fragment F${n} on Suspect { ...F${n + 1} ...F${n + 1} }`)}
  fragment F${depth} on Suspect { id }`;

const sameInFragments = (depth: number) =>
  `{ ...F0 } ${repeated(depth, (n) => `fragment F${n} on Query { ...F${n + 1} ...F${n + 1} }`)}
  fragment F${depth} on Query { __typename }`;

const pages = (first: number) =>
  `{ belarus { dossiers(first: ${first}) { nodes { id suspect { russia { id names { full } } } } } } }`;

/** One field again and again, which is one in the answer. */
const same = (times: number) => `{ ${repeated(times, () => `${root} { id }`)} }`;

/** Each level has the level below it so many times, each time written out. */
const inPairs = (times: number) =>
  `{ ${repeated(times, () => `${root} { ${repeated(times, () => 'belarus { id }')} }`)} }`;

const visibility = (document: string) =>
  `visibility(document: ${JSON.stringify(document)}) { belarus { coordinate } }`;

/** One value of each name of a person, under so many names. */
const repeatedValue = (names: number) =>
  `{ ${root} { belarus { names { ${repeated(names, (n) => `x${n}: full`)} } } } }`;

const accepted: [string, string][] = [
  ['a whole profile', profile.replaceAll('$id: ID!', `$id: ID! = "${linked.belarus}"`)],
  ['a dossier’s suspect’s dossier', nested(1).replace('{ id }', '{ belarus { id } russia { id } }')],
  ['twenty suspects under aliases', aliased(20)],
  ['a value under three names', repeatedValue(3)],
  ['a fragment within a fragment within a fragment', fragments(3)],
  ['a page of 100 with the other half', pages(100)],
  ['twenty fields of one name, as components ask for them that know nothing of each other', same(20)],
  ['a question of visibility', `{ ${visibility(profile)} }`],
  ['a directive', `{ ${root} @include(if: true) { id } }`],
];

/** A suspect's halves' suspects' halves', each of both agencies: twice as many places at each level. */
const forked = (levels: number) =>
  `{ ${root} { ...F0 } } ${repeated(
    levels,
    (n) =>
      `fragment F${n} on Suspect { belarus { suspect { ...F${n + 1} } } russia { suspect { ...F${n + 1} } } }`,
  )} fragment F${levels} on Suspect { belarus { id } russia { id } }`;

const refused: [string, string][] = [
  ['a suspect in a half of a suspect in a half of a suspect', nested(2)],
  ['halves that fork at each level', forked(7)],
  [
    'both halves of thirty suspects, and those of their suspects',
    `{ ${repeated(
      30,
      (n) => `a${n}: ${root} { ...S }`,
    )} } fragment S on Suspect { belarus { id suspect { russia { id } } } russia { id } }`,
  ],
  ['500 levels', nested(250)],
  ['30 levels', nested(15)],
  ['1,000 aliases', aliased(1_000)],
  ['100 aliases', aliased(100)],
  ['a value under four names', repeatedValue(4)],
  ['more tokens than anybody needs', `{ ${'__typename '.repeat(5_000)} }`],
  ['a page of 100 million', pages(100_000_000)],
  ['101 fields of one name, which validation would compare in pairs', same(101)],
  ['the same in a document that is not valid either', same(320).replace(/ }$/, ' nope }')],
  ['pairs of fields inside pairs of fields', inPairs(15)],
  ['two questions of visibility', `{ ${repeated(2, (n) => `a${n}: ${visibility(aliased(1))}`)} }`],
  ['fragments that double thirty times', fragments(30)],
  ['fragments that double thirty times and ask for nothing', sameInFragments(30)],
];

const tooLargeToAskOf: [string, string][] = [
  ['101 fields of one name', same(101)],
  ['more tokens than anybody needs', `{ ${'__typename '.repeat(5_000)} }`],
  ['30 levels', nested(15)],
  ['fragments that double thirty times', fragments(30)],
];

describe('a query', () => {
  test.each(accepted)('of an ordinary size is answered: %s', async (_name, document) => {
    const { status, body } = await investigator.query(document);
    expect(status).toBe(200);
    expect(body.errors).toBeUndefined();
  });

  test.each(refused)('that is too large is refused: %s', async (_name, document) => {
    const { status, codes, body, text } = await investigator.query(document);
    expect(status).toBe(400);
    expect(codes).toContain('QUERY_TOO_LARGE');
    expect(body.data ?? null).toBeNull();
    expect(tracesOfTheInside(text)).toEqual([]);
  });

  test.each([
    ['itself', 'fragment A on Suspect { id ...A }'],
    ['itself through another', 'fragment A on Suspect { ...B } fragment B on Suspect { id ...A }'],
  ])('whose fragment contains %s is refused', async (_name, definitions) => {
    const { status, codes } = await investigator.query(`{ ${root} { ...A } } ${definitions}`);
    expect({ status, codes }).toEqual({ status: 400, codes: ['GRAPHQL_VALIDATION_FAILED'] });
  });

  test.each(tooLargeToAskOf)(
    'of visibility whose document is too large is refused: %s',
    async (_name, document) => {
      const { codes, body, text } = await investigator.query(`{ ${visibility(document)} }`);
      expect(codes).toEqual(['QUERY_TOO_LARGE']);
      // One that is too long for any text is refused with all that stands beside it.
      expect(body.data ?? { visibility: null }).toEqual({ visibility: null });
      expect(tracesOfTheInside(text)).toEqual([]);
    },
  );

  test('with many faults is told of twenty', async () => {
    const { codes } = await investigator.query(`{ ${repeated(1_000, (n) => `belaruz${n}`)} }`);
    expect(codes).toEqual(Array(21).fill('GRAPHQL_VALIDATION_FAILED'));
  });

  test('for the schema’s types’ fields’ types’ fields and so on is refused', async () => {
    const deep = 'fields { type { '.repeat(6);
    const document = `{ __schema { types { ${deep} name ${'} }'.repeat(6)} } } }`;
    const { status, body } = await investigator.query(document);
    expect(status).toBe(400);
    expect(body.data ?? null).toBeNull();
  });
});

/** Says how much is coming, and waits to hear whether it may come, as RFC 9110 advises for large bodies. */
function announcing(bytes: number): Promise<Answer> {
  const headers = { 'content-type': 'application/json', 'content-length': bytes, expect: '100-continue' };
  const outgoing = httpRequest(`${gateway}/graphql`, { method: 'POST', headers });
  outgoing.flushHeaders();
  return new Promise((resolve, reject) => {
    outgoing.once('error', reject).once('response', async (incoming) => {
      let text = '';
      for await (const chunk of incoming.setEncoding('utf8')) text += chunk;
      resolve(answerTo({}, { status: incoming.statusCode ?? 0, headers: new Headers(), text }));
      outgoing.destroy();
    });
  });
}

describe('a body', () => {
  test('of 5 MB is refused as too large, before it is sent', async () => {
    const { status, codes, text } = await announcing(5_000_000);
    expect({ status, codes }).toEqual({ status: 413, codes: ['REQUEST_TOO_LARGE'] });
    expect(tracesOfTheInside(text)).toEqual([]);
  });

  test('of 200 KB is read', async () => {
    const { status, codes } = await investigator.query(`{ ${root} { id } } #${'x'.repeat(200_000)}`);
    expect({ status, codes }).toEqual({ status: 200, codes: [] });
  });
});
