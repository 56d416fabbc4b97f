import { GraphQLError } from 'graphql';
import { costOfBody, demandSmallVariables, variableLimits } from '../../../gateway/limits/bound-body.ts';
import { operationLimits } from '../../../gateway/limits/operation-limits.ts';

/** The code and message of the refusal of variables; undefined for those that are let through. */
function refusalOf(variables: unknown): [unknown, string] | undefined {
  try {
    demandSmallVariables(variables);
    return undefined;
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    return [error.extensions.code, error.message];
  }
}

const nested = (levels: number): unknown =>
  Array.from({ length: levels }).reduce<unknown>((inner) => [inner], 1);
const { values, text, levels } = variableLimits;
const namesOf = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, n) => [`n${n}`, 1]));

test.each([
  ['none', undefined],
  ['none, as some clients send them', null],
  ['many values, as a dossier with hundreds of numbers has them', { input: Array(values - 10).fill(1) }],
  ['a long text', { text: 'a'.repeat(text) }],
  ['levels', nested(levels)],
])('variables with %s are let through', (_what, variables) => {
  expect(refusalOf(variables)).toBeUndefined();
});

test.each([
  ['more items than any list has', { states: Array(values).fill('X') }, `more than ${values} values`],
  ['more values than that', { input: Array(values / 50).fill(namesOf(50)) }, `more than ${values} values`],
  ['more fields than any input has', { criteria: namesOf(101) }, 'an object of more than 100 fields'],
  ['a text that nothing takes', { input: [{ text: 'a'.repeat(text + 1) }] }, `a text of more than ${text}`],
  ['a name of a field like that', { ['a'.repeat(text + 1)]: 1 }, `a name of more than ${text}`],
  ['more levels than any input', nested(levels + 2), `more than ${levels} levels`],
])('variables with %s are refused before anything of them is read', (_what, variables, message) => {
  expect(refusalOf(variables)).toEqual(['QUERY_TOO_LARGE', expect.stringContaining(message)]);
});

test('a body costs its caller by its length', () => {
  expect(costOfBody(0)).toBe(0);
  expect(costOfBody(1_024)).toBe(32);
  expect(costOfBody(operationLimits.body)).toBe(8_192);
});
