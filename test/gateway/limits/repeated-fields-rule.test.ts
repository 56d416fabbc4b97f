import { performance } from 'node:perf_hooks';
import { parse, validate } from 'graphql';
import { repeatedFieldsRule } from '../../../gateway/limits/repeated-fields-rule.ts';
import { schemaOf, supergraphSdl } from '../../support/schema-files.ts';

const schema = schemaOf(supergraphSdl());
const refusals = (text: string) =>
  validate(schema, parse(text), [repeatedFieldsRule(3)]).map(({ message, extensions }) => [
    extensions.code,
    message,
  ]);
const refused = (field: string, names: number) => [
  [
    'QUERY_TOO_LARGE',
    `The query asks for \`${field}\` in one place under ${names} names; the limit is 3. Ask for it once, and use its value as often as you need it.`,
  ],
];

const times = (count: number, each: (n: number) => string) =>
  Array.from({ length: count }, (_none, n) => each(n)).join(' ');
const half = (fields: string) => `{ suspect(id: "BY-0000000000") { belarus { ${fields} } } }`;
const full = (count: number) => times(count, (n) => `x${n}: full`);

describe('one field is allowed under several names', () => {
  test.each([
    ['three in one place', half(`names { ${full(3)} }`)],
    ['three in each of several places', half(`names { ${full(3)} } a: names { ${full(3)} }`)],
    ['the same one again and again', half(`names { ${full(2)} ${full(2)} full full full full }`)],
    [
      'any number of them with other arguments',
      `{ belarus { ${times(20, (n) => `x${n}: group(id: "BYG-${n}") { id }`)} } }`,
    ],
    [
      'at the root, where each is priced',
      `{ ${times(20, (n) => `x${n}: suspect(id: "BY-0000000000") { id }`)} }`,
    ],
    [
      'of types of which no object has two',
      `{ node(id: "BYG-0") { ... on BelarusDossier { a: contactPoint } ... on RussiaDossier { b: contactPoint }
         ... on BelarusGroup { c: id } ... on RussiaGroup { d: id } ... on BelarusDossier { e: id }
         ... on RussiaDossier { f: id } ... on Suspect { g: id } } }`,
    ],
  ])('%s', (_what, text) => {
    expect(refusals(text)).toEqual([]);
  });
});

describe('one field under four names in one place is refused', () => {
  test.each([
    ['of values', half(`names { ${full(4)} }`), 'full'],
    ['its own one among them', half(`names { full ${full(3)} }`), 'full'],
    ['of objects', half(times(4, (n) => `x${n}: names { full }`)), 'names'],
    [
      'in a list in a list',
      `{ belarus { group(id: "BYG-0") { members(first: 20) { nodes { dossier { names { ${full(4)} } } } } } } }`,
      'full',
    ],
    [
      'with the same arguments in another order',
      `{ belarus { a: dossiers(first: 2, after: "x") { nodes { id } } b: dossiers(after: "x", first: 2) { nodes { id } }
         c: dossiers(first: 2, after: "x") { nodes { id } } d: dossiers(first: 2, after: "x") { nodes { id } } } }`,
      'dossiers',
    ],
    [
      'through fragments',
      `${half('...A ...B')} fragment A on BelarusDossier { names { ${full(2)} } }
         fragment B on Dossier { ... { names { y: full } } ... on BelarusDossier { names { ...C } } } fragment C on PersonName { z: full }`,
      'full',
    ],
    [
      'through the interface and the type',
      half(
        'a: contactPoint b: contactPoint ... on Dossier { c: contactPoint } ... on BelarusDossier { d: contactPoint }',
      ),
      'contactPoint',
    ],
    ['under conditions', half(`names { ${times(4, (n) => `x${n}: full @include(if: true)`)} }`), 'full'],
    [
      'below fields of one name in the answer',
      half(`a: names { ${full(2)} } a: names { y: full } a: names { z: full }`),
      'full',
    ],
  ])('%s', (_what, text, field) => {
    expect(refusals(text)).toEqual(refused(field, 4));
  });

  test('and told by the first of them, with their number', () => {
    expect(refusals(half(`names { ${full(29)} }`))).toEqual(refused('full', 29));
  });
});

describe('a document that another rule refuses', () => {
  test('since a fragment leads to itself does not hang this one', () => {
    expect(
      refusals(
        `${half('...A')} fragment A on BelarusDossier { suspect { belarus { ...A } } names { full } ...A }`,
      ),
    ).toEqual([]);
  });

  test('since its fragments fork at each level is not walked to the end', () => {
    const fork = (n: number) =>
      `fragment F${n} on BelarusDossier { a: suspect { belarus { ...F${n + 1} } } b: suspect { belarus { ...F${n + 1} } } ...F${n + 1} }`;
    const begun = performance.now();
    refusals(`${half('...F0')} ${times(40, fork)} fragment F40 on BelarusDossier { id }`);
    expect(performance.now() - begun).toBeLessThan(1_000);
  });
});
