import { buildSchema, type DocumentNode, parse } from 'graphql';
import { agencyTypes } from '../../../gateway/federation/agency-types.ts';
import { shapeCheck } from '../../../gateway/federation/shape-check.ts';
import { schemaOf, supergraphSdl } from '../../support/schema-files.ts';

const check = shapeCheck(
  buildSchema(`
    type Query { suspect: Suspect }
    type Suspect { id: ID! russia: Half grid: [[Half!]] }
    interface Dossier { names: [Name!] }
    type Half implements Dossier { id: ID names: [Name!] cases: [String!] }
    type Name { full: String kind: String event: CloudEvent }
    scalar CloudEvent
  `),
  { possible: (_agency, type) => new Set([type]) },
);
const hasShape = (document: DocumentNode, data: Record<string, unknown>) =>
  check(document, data, { agency: 'RUSSIA', variables: {}, representations: undefined });

const entities = parse(
  '{ _entities { ... on Suspect { russia { id called: names { full } ...F } grid { id } } } } fragment F on Dossier { names { full } }',
);
const ofRussia = (russia: unknown) => hasShape(entities, { _entities: [{ russia }] });

describe('an event', () => {
  const ofEvent = (event: unknown) =>
    hasShape(parse('{ suspect { russia { names { event } } } }'), {
      suspect: { russia: { names: [{ event }] } },
    });

  test('is an object of any form, or absent', () => {
    expect([{}, { data: { dossier: ['x'] } }, null].map(ofEvent)).toEqual([true, true, true]);
  });

  test('is no text, number or list', () => {
    expect(['{}', 7, []].map(ofEvent)).toEqual([false, false, false]);
  });
});

describe('data has the shape of the schema', () => {
  test.each([
    ['all of it', { id: 'x', called: [{ full: 'a' }], names: [{ full: null }] }],
    ['nulls', { id: null, called: null, names: [null] }],
    ['fields left out', {}],
    ['its type, which nobody asked', { __typename: 'Half', id: 'x' }],
    ['a leaf of another type', { id: 7 }],
  ])('with %s', (_what, half) => {
    expect(ofRussia(half)).toBe(true);
  });

  test('in lists of lists', () => {
    expect(hasShape(entities, { _entities: [{ grid: [[{ id: 'x' }], null] }] })).toBe(true);
  });

  test('at the root', () => {
    expect(hasShape(parse('{ suspect { id } }'), { suspect: null })).toBe(true);
  });
});

describe('what a selection of some objects asks is missing in no other', () => {
  const shared = shapeCheck(
    buildSchema(`
      type Query { nodes: [Node!] }
      interface Node { id: ID! name: Name }
      type One implements Node { id: ID! name: Name }
      type Other implements Node { id: ID! name: Name }
      type Name { full: String short: String kind: String }
    `),
    { possible: () => new Set(['One', 'Other']) },
  );
  const isTaken = (selection: string, name: object, count = 1_500) =>
    shared(
      parse(`{ nodes { ${selection} } }`),
      { nodes: Array.from({ length: count }, () => ({ name })) },
      { agency: 'RUSSIA', variables: {}, representations: undefined },
    );
  const ofEach = '... on One { name { full kind } } ... on Other { name { short kind } }';

  test('under a key that fragments on two types share', () => {
    expect(isTaken(ofEach, { full: 'a', kind: 'b' })).toBe(true);
    expect(isTaken(ofEach, { short: 'a', kind: 'b' })).toBe(true);
  });

  test('but what both ask, or what is asked of each, is missing where it is not there', () => {
    expect(isTaken(ofEach, { full: 'a' })).toBe(false);
    const ofAll = `name { short } ${ofEach}`;
    expect(isTaken(ofAll, { short: 'a', kind: 'b' })).toBe(true);
    expect(isTaken(ofAll, { full: 'a', kind: 'b' })).toBe(false);
    expect(isTaken(ofAll, { full: 'a', kind: 'b' }, 900)).toBe(true);
  });
});

describe('what variables leave out', () => {
  const taken = (query: string, variables: object, data: Record<string, unknown>) =>
    check(parse(query), data, { agency: 'RUSSIA', variables: { ...variables }, representations: undefined });
  const many = (name: object) => ({
    suspect: { russia: { names: Array.from({ length: 25_000 }, () => name) } },
  });
  const skipping = 'query ($no: Boolean!) { suspect { russia { names { full @skip(if: $no) kind } } } }';
  const including =
    'query ($yes: Boolean = true) { suspect { russia { names { ... @include(if: $yes) { full } kind } } } }';

  test('is missed in no object, however many there are', () => {
    expect(taken(skipping, { no: true }, many({ kind: 'a' }))).toBe(true);
    expect(taken(including, { yes: false }, many({ kind: 'a' }))).toBe(true);
  });

  test('is missed where they ask for it, also by default', () => {
    expect(taken(skipping, { no: false }, many({ kind: 'a' }))).toBe(false);
    expect(taken(including, {}, many({ kind: 'a' }))).toBe(false);
    expect(taken(including, {}, many({ full: 'a', kind: 'a' }))).toBe(true);
  });

  test('is not taken: nobody has asked for it', () => {
    expect(taken(skipping, { no: true }, many({ full: 'a', kind: 'a' }))).toBe(false);
    expect(taken(including, { yes: false }, many({ full: 'a', kind: 'a' }))).toBe(false);
  });
});

describe('a page', () => {
  const paged = shapeCheck(
    buildSchema(`
      type Query { dossiers(first: Int! = 20, after: String): Connection }
      type Connection { nodes: [Dossier!]! edges: [Edge!]! }
      type Edge { node: Dossier! }
      type Dossier { id: ID! names: [String!]! members(first: Int! = 20): Connection }
    `),
    { possible: (type) => new Set([type]) },
  );
  const taken = (query: string, dossiers: object, variables = {}) =>
    paged(parse(query), { dossiers }, { agency: 'RUSSIA', variables, representations: undefined });
  const list = (length: number, item: object = { id: 'x' }) => Array.from({ length }, () => item);

  test.each([
    ['a number', '{ dossiers(first: 3) { nodes { id } } }', {}, 3],
    ['a variable', 'query ($n: Int!) { dossiers(first: $n) { nodes { id } } }', { n: 3 }, 3],
    ['the default of a variable', 'query ($n: Int! = 3) { dossiers(first: $n) { nodes { id } } }', {}, 3],
    ['a variable that is left out', 'query ($n: Int) { dossiers(first: $n) { nodes { id } } }', {}, 20],
    ['nothing', '{ dossiers { nodes { id } } }', {}, 20],
    ['a number, under another name', '{ dossiers: dossiers(first: 3) { nodes: nodes { id } } }', {}, 3],
  ])('has no more than was asked for with %s', (_what, query, variables, most) => {
    expect(taken(query, { nodes: list(most) }, variables)).toBe(true);
    expect(taken(query, { nodes: list(most + 1) }, variables)).toBe(false);
  });

  test('has no more edges, and none within it has', () => {
    const edges = '{ dossiers(first: 3) { all: edges { node { id } } } }';
    const edge = { node: { id: 'x' } };
    expect(taken(edges, { all: list(3, edge) })).toBe(true);
    expect(taken(edges, { all: list(4, edge) })).toBe(false);
    const within = '{ dossiers(first: 3) { nodes { names members(first: 5) { nodes { id } } } } }';
    const dossier = (members: number) => ({
      names: list(40).map(() => 'x'),
      members: { nodes: list(members) },
    });
    expect(taken(within, { nodes: list(3, dossier(5)) })).toBe(true);
    expect(taken(within, { nodes: list(3, dossier(6)) })).toBe(false);
  });
});

describe('data does not have the shape of the schema', () => {
  test.each([
    ['text for an object', 'x'],
    ['a list for an object', []],
    ['text for a list', { called: 'x' }],
    ['an object for a list', { called: {} }],
    ['text in a list of objects', { called: ['x'] }],
    ['an object for a leaf', { id: { $gt: '' } }],
    ['text for a list that a fragment asks', { names: 'x' }],
    ['a field that nobody asked', { id: 'x', cases: [] }],
  ])('with %s', (_what, half) => {
    expect(ofRussia(half)).toBe(false);
  });

  test('with the half of another agency, which it was not asked for', () => {
    expect(hasShape(entities, { _entities: [{ russia: { id: 'x' }, belarus: null }] })).toBe(false);
    expect(hasShape(parse('{ suspect { id } }'), { suspect: null, belarus: null })).toBe(false);
  });

  test('with a list where a list of lists belongs', () => {
    expect(hasShape(entities, { _entities: [{ grid: [{ id: 'x' }] }] })).toBe(false);
  });

  test('with something else for the list of entities', () => {
    expect(hasShape(entities, { _entities: 'x' })).toBe(false);
  });
});

describe('an agency that answers in the name of another', () => {
  const supergraph = schemaOf(supergraphSdl());
  const shape = shapeCheck(supergraph, agencyTypes(supergraph));
  const suspect = { __typename: 'Suspect', id: 'BY-0000000000' };
  const halves = parse(
    `{ _entities { __typename ... on Suspect { russia { __typename id memberships { group { members { nodes { dossier { __typename id } } } } } } } } }`,
  );
  const russia = (half: unknown, typename: unknown = 'Suspect') =>
    shape(
      halves,
      { _entities: [{ __typename: typename, russia: half }] },
      { agency: 'RUSSIA', variables: {}, representations: [suspect] },
    );
  const withMember = (dossier: unknown) => ({
    __typename: 'RussiaDossier',
    memberships: [{ group: { members: { nodes: [{ dossier }] } } }],
  });

  test('is believed with its own types, also where an interface is asked', () => {
    expect(russia({ __typename: 'RussiaDossier', id: 'RU-0000000000' })).toBe(true);
    expect(russia(withMember({ __typename: 'RussiaDossier', id: 'RU-0000000001' }))).toBe(true);
    expect(russia(null)).toBe(true);
  });

  test.each([
    ['a dossier of the other agency', () => russia({ __typename: 'BelarusDossier', id: 'BY-0000000000' })],
    ['a member of the other agency', () => russia(withMember({ __typename: 'BelarusDossier', id: 'BY-1' }))],
    ['a type that is another', () => russia({ __typename: 'PersonName' })],
    [
      'a dossier of the other agency, whose type nobody asked',
      () =>
        shape(
          parse('{ _entities { ... on Suspect { russia { id } } } }'),
          { _entities: [{ russia: { __typename: 'BelarusDossier', id: 'BY-0000000000' } }] },
          { agency: 'RUSSIA', variables: {}, representations: [suspect] },
        ),
    ],
    ['a type that does not exist', () => russia({ __typename: 'ChinaDossier' })],
    ['an entity of another type than was asked about', () => russia(null, 'BelarusDossier')],
  ])('is not believed with %s', (_what, answered) => {
    expect(answered()).toBe(false);
  });
});
