import { describe, expect, test } from '@jest/globals';
import { buildSchema, parse } from 'graphql';
import { shapeCheck } from '../../../gateway/federation/answer-shape.ts';

const hasShape = shapeCheck(
  buildSchema(`
    type Query { suspect: Suspect }
    type Suspect { id: ID! russia: Half grid: [[Half!]] }
    interface Dossier { names: [Name!] }
    type Half implements Dossier { id: ID names: [Name!] cases: [String!] }
    type Name { full: String }
  `),
);

const entities = parse(
  '{ _entities { ... on Suspect { russia { id called: names { full } ...F } grid { id } } } } fragment F on Dossier { names { full } }',
);
const ofRussia = (russia: unknown) => hasShape(entities, { _entities: [{ russia }] });

describe('data has the shape of the schema', () => {
  test.each([
    ['all of it', { id: 'x', called: [{ full: 'a' }], names: [{ full: null }] }],
    ['nulls', { id: null, called: null, names: [null] }],
    ['fields left out', {}],
    ['fields that nobody asked', { other: { anything: [1] } }],
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

describe('data does not have the shape of the schema', () => {
  test.each([
    ['text for an object', 'x'],
    ['a list for an object', []],
    ['text for a list', { called: 'x' }],
    ['an object for a list', { called: {} }],
    ['text in a list of objects', { called: ['x'] }],
    ['an object for a leaf', { id: { $gt: '' } }],
    ['text for a list that a fragment asks', { names: 'x' }],
  ])('with %s', (_what, half) => {
    expect(ofRussia(half)).toBe(false);
  });

  test('with a list where a list of lists belongs', () => {
    expect(hasShape(entities, { _entities: [{ grid: [{ id: 'x' }] }] })).toBe(false);
  });

  test('with something else for the list of entities', () => {
    expect(hasShape(entities, { _entities: 'x' })).toBe(false);
  });
});
