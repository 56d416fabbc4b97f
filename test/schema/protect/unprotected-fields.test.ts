import { parse } from 'graphql';
import { unprotectedFields } from '../../../schema/protect/unprotected-fields.ts';
import { builtSdl } from '../../support/schema-files.ts';

const subgraphs = ['belarus', 'crossborder', 'russia'];

/** The subgraphs, with something more in those that are named. */
const withMore = (more: string, ...names: string[]) =>
  subgraphs.map((name) => ({
    name,
    url: `http://${name}`,
    typeDefs: parse(`${builtSdl(name)}${names.includes(name) ? more : ''}`),
  }));

describe('a schema to be composed', () => {
  test('has an information class for each of its fields', () => {
    expect(unprotectedFields(withMore(''))).toEqual([]);
    expect(unprotectedFields(withMore('type New { a: Int @access(class: CASE) }', 'russia'))).toEqual([]);
  });

  test('or is refused, with the coordinate and the subgraphs that have it', () => {
    const types = 'type New { a: Int } input Given { b: Int }';
    expect(unprotectedFields(withMore(types, 'belarus', 'russia'))).toEqual([
      'Given.b has no information class: add @access(class: …) (belarus, russia)',
      'New.a has no information class: add @access(class: …) (belarus, russia)',
    ]);
  });
});
