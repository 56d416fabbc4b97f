import { parse } from 'graphql';
import { nullEntities, nullRoot, operationOf } from '../../../gateway/federation/null-entities.ts';

const suspect = { __typename: 'Suspect', id: 'BY-0000000000' };
const search = { __typename: 'SuspectSearchConnection', id: 'search-1' };

const entities = (selection: string, fragments = '') =>
  parse(
    `query ($representations: [_Any!]!) { _entities(representations: $representations) { ${selection} } } ${fragments}`,
  );

describe('the entities of an agency that does not answer', () => {
  test('have the asked fields, all null', () => {
    const asked = entities('... on Suspect { russia { names { full } } }');
    expect(nullEntities(asked, [suspect])).toEqual([{ russia: null }]);
  });

  test('have them under their aliases', () => {
    const asked = entities('... on Suspect { first: russia { id } second: russia { agency } }');
    expect(nullEntities(asked, [suspect])).toEqual([{ first: null, second: null }]);
  });

  test('keep their type, under its alias too', () => {
    const asked = entities('__typename ... on Suspect { kind: __typename russia { id } }');
    expect(nullEntities(asked, [suspect])).toEqual([
      { __typename: 'Suspect', kind: 'Suspect', russia: null },
    ]);
  });

  test('have the fields of a named fragment, and of a fragment within', () => {
    const asked = entities(
      '...Half',
      'fragment Half on Suspect { ...Own } fragment Own on Suspect { russia { id } }',
    );
    expect(nullEntities(asked, [suspect])).toEqual([{ russia: null }]);
  });

  test('have the fields of a fragment without a type', () => {
    expect(nullEntities(entities('... { ... on Suspect { russia { id } } }'), [suspect])).toEqual([
      { russia: null },
    ]);
  });

  test('have none of a fragment on another type', () => {
    const asked = entities(
      '... on Suspect { russia { id } } ... on SuspectSearchConnection { russiaMatches { id } }',
    );
    expect(nullEntities(asked, [suspect, search, suspect])).toEqual([
      { russia: null },
      { russiaMatches: null },
      { russia: null },
    ]);
  });

  test('have none of a fragment that is missing', () => {
    expect(nullEntities(entities('...Missing'), [suspect])).toEqual([{}]);
  });

  test('are as many as were asked for, which may be none', () => {
    const asked = entities('... on Suspect { russia { id } }');
    expect(nullEntities(asked, [])).toEqual([]);
    expect(nullEntities(asked, Array(50).fill(suspect))).toHaveLength(50);
  });

  test('share no object, so that what is written to one does not reach another', () => {
    const [first, second] = nullEntities(entities('... on Suspect { russia { id } }'), [suspect, suspect]);
    expect(first).not.toBe(second);
  });

  test('have no fields when the document asks for no entities', () => {
    expect(nullEntities(parse('{ russia { dossiers { nodes { id } } } }'), [suspect])).toEqual([{}]);
  });
});

describe('the root of an agency that does not answer', () => {
  test('has each asked field, null', () => {
    expect(nullRoot(parse('{ russia { dossiers { nodes { id } } } }'))).toEqual({ russia: null });
  });

  test('has them under their aliases and from fragments', () => {
    const asked = parse(
      '{ one: russia { a } ... on Query { two: russia { b } } ...F } fragment F on Query { three: x }',
    );
    expect(nullRoot(asked)).toEqual({ one: null, two: null, three: null });
  });

  test('has the fields of a mutation', () => {
    expect(nullRoot(parse('mutation { russia { release { id } } }'))).toEqual({ russia: null });
  });
});

describe('the operation of a document', () => {
  test('is found after a fragment', () => {
    expect(operationOf(parse('fragment F on Query { a } mutation M { ...F }'))?.operation).toBe('mutation');
  });

  test('is none in a document of fragments', () => {
    expect(operationOf(parse('fragment F on Query { a }'))).toBeUndefined();
  });
});
