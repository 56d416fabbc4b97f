import { buildSchema, parse, validate } from 'graphql';
import { oneActionRule } from '../../../server/rules/one-action-rule.ts';

const schema = buildSchema(`
  type Query { a: Int }
  type Mutation { own: Namespace other: Namespace }
  type Namespace { first(of: Int): Int second: Int }
`);
const told = (text: string) =>
  validate(schema, parse(text), [oneActionRule]).map(({ extensions }) => extensions.code);

describe('one action', () => {
  test.each([
    'mutation { own { first } }',
    'mutation { __typename own { __typename first } }',
    'mutation { ...F } fragment F on Mutation { own { ... on Namespace { first } } }',
    'query { a b: a }',
  ])('is allowed: %s', (text) => {
    expect(told(text)).toEqual([]);
  });

  test.each([
    'mutation { own { first second } }',
    'mutation { own { a: first b: first } }',
    'mutation { own { first } other { first } }',
    'mutation { a: own { first } b: own { first } }',
    'mutation { own { ...F second } } fragment F on Namespace { first }',
    'mutation { own { __typename } }',
    'mutation { ...F } fragment F on Mutation { ...F }',
  ])('is not: %s', (text) => {
    expect(told(text)).toEqual(['ONE_ACTION_ONLY']);
  });
});
