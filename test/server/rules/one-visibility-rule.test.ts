import { buildSchema, parse, validate } from 'graphql';
import { oneVisibilityRule } from '../../../server/rules/one-visibility-rule.ts';

const schema = buildSchema(`
  type Query { visibility(document: String): Visibility suspect: Suspect }
  type Visibility { question: ID }
  type Suspect { visibility: ID }
`);
const told = (text: string) =>
  validate(schema, parse(text), [oneVisibilityRule]).map(({ extensions }) => extensions.code);

describe('one question of visibility', () => {
  test.each([
    '{ visibility(document: "{ id }") { question } }',
    '{ a: visibility { question } suspect { visibility } }',
    '{ ...F ...F } fragment F on Query { ... { visibility { question } ...F } }',
    'query A { visibility { question } } query B { visibility { question } }',
  ])('is allowed: %s', (text) => {
    expect(told(text)).toEqual([]);
  });

  test.each([
    '{ a: visibility(document: "{ id }") { question } b: visibility(document: "{ id }") { question } }',
    '{ visibility { question } ...F } fragment F on Query { ... on Query { b: visibility { question } } }',
    '{ ...F } fragment F on Query { a: visibility { question } b: visibility { question } }',
  ])('is not two: %s', (text) => {
    expect(told(text)).toEqual(['QUERY_TOO_LARGE']);
  });
});
