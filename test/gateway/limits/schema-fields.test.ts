import {
  executeSync,
  GraphQLError,
  getIntrospectionQuery,
  type OperationDefinitionNode,
  parse,
  validate,
} from 'graphql';
import { ofDocument } from '../../../gateway/limits/asked-document.ts';
import {
  costOfSchemaFields,
  mostOfSchema,
  schemaFieldsAsked,
  schemaFieldsRule,
} from '../../../gateway/limits/schema-fields.ts';
import { schemaOf, supergraphSdl } from '../../support/schema-files.ts';

const schema = schemaOf(supergraphSdl());

function asked(text: string): number {
  const document = parse(text);
  const operation = document.definitions.find(({ kind }) => kind === 'OperationDefinition');
  return schemaFieldsAsked(operation as OperationDefinitionNode, ofDocument(schema, document));
}

/** Fields of an answer, each as often as it stands there. */
function fieldsIn(data: unknown): number {
  if (typeof data !== 'object' || data === null) return 0;
  return Object.values(data).reduce((sum: number, value: unknown) => {
    const items: unknown[] = Array.isArray(value) ? value : [value];
    return (
      sum + Math.max(1, items.length) + items.reduce((nested: number, item) => nested + fieldsIn(item), 0)
    );
  }, 0);
}

const answer = (text: string) => executeSync({ schema, document: parse(text) }).data;

const codes = (text: string) =>
  validate(schema, parse(text), [schemaFieldsRule]).map((error) =>
    error instanceof GraphQLError ? error.extensions.code : error,
  );

const whole = '__schema { types { ...T } } ';
const ofType =
  ' fragment T on __Type { name fields { name args { name type { name } } type { name kind ofType { name } } } }';

test.each([
  ['the names of all types', '{ __schema { types { name } } }'],
  ['one type', '{ __type(name: "Suspect") { name fields { name type { name kind } } enumValues { name } } }'],
  ['a type that there is not', '{ __type(name: "Nobody") { fields { name } } }'],
  ['fragments and aliases', `{ a: ${whole} b: ${whole} }${ofType}`],
  [
    'inline fragments',
    '{ ... on Query { __schema { ... { directives { name locations args { name } } } } } }',
  ],
])('the fields of the schema that a query asks for are as many as its answer has: %s', (_what, query) => {
  expect(asked(query)).toBe(fieldsIn(answer(query)));
});

test('a query for records asks for no field of the schema, and a type that a variable names counts as the largest', () => {
  expect(asked('{ suspect(id: "BY-0000000000") { id __typename } }')).toBe(0);
  const largest = asked('query ($name: String!) { __type(name: $name) { fields { name } } }');
  expect(largest).toBeGreaterThan(asked('{ __type(name: "Suspect") { fields { name } } }'));
});

test('the whole schema is given once: introspection by a client passes, and the same again beside it does not', () => {
  const introspection = getIntrospectionQuery();
  expect(codes(introspection)).toEqual([]);
  const [, fields = ''] = /__schema (\{[\s\S]*)\}\s*fragment FullType/.exec(introspection) ?? [];
  const twice = introspection.replace('__schema {', `again: __schema ${fields} __schema {`);
  expect(twice).toContain('again: __schema');
  expect(codes(twice)).toEqual(['QUERY_TOO_LARGE']);
});

test('the same lists within each other are refused however short the query is, and counting ends', () => {
  const names = Array.from({ length: 20 }, (_none, n) => `a${n}: ${whole}`).join('');
  expect(codes(`{ ${names} }${ofType}`)).toEqual(['QUERY_TOO_LARGE']);
  expect(asked(`{ ${names} }${ofType}`)).toBeLessThan(mostOfSchema(schema) + 1_000);
});

test('what a client needs once costs about as much as two hundredths of a minute', () => {
  const cost = costOfSchemaFields(asked(getIntrospectionQuery()));
  expect(cost).toBeGreaterThan(2_000);
  expect(cost).toBeLessThan(12_000);
});
