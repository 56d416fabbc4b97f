import type { OperationDefinitionNode } from 'graphql';
import { parse } from 'graphql';
import { coerce, mostCoercionErrors } from '../../../gateway/execution/conditions.ts';
import { schemaOf, supergraphSdl } from '../../support/schema-files.ts';

const schema = schemaOf(supergraphSdl());
const [operation] = parse(
  'query ($criteria: SuspectCriteria!) { searchSuspects(criteria: $criteria) { __typename } }',
).definitions as OperationDefinitionNode[];

const errorsOf = (fields: number): number => {
  if (!operation) throw new Error('no operation');
  const criteria = Object.fromEntries(Array.from({ length: fields }, (_none, n) => [`birthD${n}`, 1]));
  const coerced = coerce(schema, operation, { criteria });
  return 'errors' in coerced ? coerced.errors.length : 0;
};

test('wrong values of a variable are told up to a number, since each error writes all of it anew', () => {
  expect(errorsOf(0)).toBe(0);
  expect(errorsOf(3)).toBe(3);
  expect(errorsOf(7_000)).toBe(mostCoercionErrors);
});
