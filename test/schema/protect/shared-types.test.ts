import { parse } from 'graphql';
import { sharedTypeDifferences } from '../../../schema/protect/shared-types.ts';
import { builtSdl } from '../../support/schema-files.ts';

/** What is wrong between a subgraph `first` and a subgraph `second` of these types. */
const between = (first: string, second: string): string[] =>
  sharedTypeDifferences([
    { name: 'first', url: 'http://first', typeDefs: parse(first) },
    { name: 'second', url: 'http://second', typeDefs: parse(second) },
  ]);

const differs = (type: string) => [`type ${type} differs between first and second`];

describe('a type of two subgraphs', () => {
  test('is the same in both', () => {
    const type = 'type Birth @access(class: IDENTITY) { date: String! }';
    expect(between(type, type)).toEqual([]);
  });

  test('may be written in another layout', () => {
    expect(
      between(
        'type Birth @access(class: IDENTITY) { "A day." date: String! }',
        'type Birth\n@access(class: IDENTITY)\n{\n"""A day."""\ndate: String!\n}',
      ),
    ).toEqual([]);
  });

  test.each([
    ['a field', 'type T { a: Int b: Int }', 'type T { a: Int }'],
    ['a type of a field', 'type T { a: Int }', 'type T { a: Int! }'],
    ['an argument', 'type T { a(b: Int): Int }', 'type T { a: Int }'],
    ['a class of a type', 'type T @access(class: CASE) { a: Int }', 'type T @access(class: OPEN) { a: Int }'],
    ['a class in one only', 'type T { a: Int @access(class: CASE) }', 'type T { a: Int }'],
    ['a class of an argument', 'type T { a(b: Int @access(class: CASE)): Int }', 'type T { a(b: Int): Int }'],
    ['a member', 'enum T { A B }', 'enum T { A }'],
    ['a kind', 'input T { a: Int }', 'type T { a: Int }'],
    ['an optional input field', 'input T { a: Int b: Int }', 'input T { a: Int }'],
    ['what it says of itself', '"One." type T { a: Int }', '"Another." type T { a: Int }'],
  ])('is another type when it differs in %s', (_what, first, second) => {
    expect(between(first, second)).toEqual(differs('T'));
    expect(between(second, first)).toEqual(differs('T'));
  });

  test('is compared with every other type of that name', () => {
    const [a, b] = ['type T { a: Int }', 'type T { b: Int }'].map((text) => parse(text));
    const services = [a, a, b].map((typeDefs, index) => ({
      name: `s${index}`,
      url: '',
      typeDefs: typeDefs ?? parse(''),
    }));
    expect(sharedTypeDifferences(services)).toEqual(['type T differs between s0 and s2']);
  });
});

describe('what is meant to differ', () => {
  test.each(['Query', 'Mutation'])('is the root type %s', (root) => {
    expect(between(`type ${root} { a: Int }`, `type ${root} { b: Int }`)).toEqual([]);
  });

  test('is an entity, to which each subgraph contributes', () => {
    expect(
      between(
        'type S @key(fields: "id") { id: ID! a: Int }',
        'extend type S @key(fields: "id") { id: ID! b: Int }',
      ),
    ).toEqual([]);
  });

  test('is a type of one subgraph only', () => {
    expect(between('type A { a: Int }', 'type B { a: Int }')).toEqual([]);
  });
});

test('the subgraphs as they are built differ in no type', () => {
  const services = ['belarus', 'crossborder', 'russia'].map((name) => ({
    name,
    url: '',
    typeDefs: parse(builtSdl(name)),
  }));
  expect(sharedTypeDifferences(services)).toEqual([]);
});
