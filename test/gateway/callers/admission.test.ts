import { type FragmentDefinitionNode, Kind, parse } from 'graphql';
import { asksSchemaOnly } from '../../../gateway/callers/admission.ts';
import { operationOf } from '../../../gateway/federation/null-entities.ts';

function schemaOnly(text: string): boolean {
  const document = parse(text);
  const operation = operationOf(document);
  if (!operation) throw new Error('no operation');
  const fragments = document.definitions
    .filter(
      (definition): definition is FragmentDefinitionNode => definition.kind === Kind.FRAGMENT_DEFINITION,
    )
    .map((fragment) => [fragment.name.value, fragment] as const);
  return asksSchemaOnly(operation, new Map(fragments));
}

describe('the schema alone is asked', () => {
  test.each([
    '{ __schema { types { name } } }',
    '{ __type(name: "Suspect") { fields { name } } }',
    '{ __typename }',
    '{ schema: __schema { queryType { name } } __typename }',
    '{ ... on Query { __schema { types { name } } } }',
    '{ ... { ... { __typename } } }',
    '{ ...A } fragment A on Query { ...B __typename } fragment B on Query { __schema { types { name } } }',
    'query A { __typename }',
  ])('by %s', (text) => {
    expect(schemaOnly(text)).toBe(true);
  });
});

describe('records are asked', () => {
  test.each([
    '{ suspect(id: "BY-0000000000") { id } }',
    '{ __schema { types { name } } suspect(id: "BY-0000000000") { id } }',
    '{ __typename: suspect(id: "BY-0000000000") { id } }',
    '{ ... on Query { __typename belarus { dossiers { nodes { id } } } } }',
    '{ ...A } fragment A on Query { __typename ...B } fragment B on Query { russia { dossiers { nodes { id } } } }',
    '{ __typename ...Missing }',
    '{ __typename suspect(id: "BY-0000000000") @skip(if: true) { id } }',
    'mutation { __typename }',
    'subscription { __typename }',
  ])('by %s', (text) => {
    expect(schemaOnly(text)).toBe(false);
  });
});
