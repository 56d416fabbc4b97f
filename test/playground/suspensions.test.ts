import { buildSchema, parse, validate } from 'graphql';
import {
  actedIn,
  listOperation,
  maySuspend,
  reinstateOperation,
  suspendOperation,
  suspensionsIn,
} from '../../playground/officers/suspension.ts';
import { projectFile } from '../support/schema-files.ts';

const schema = buildSchema(projectFile('schema/built/api.graphql'));

test.each([
  ['the list', listOperation('BELARUS')],
  ['a suspension', suspendOperation('RUSSIA', 'officer', 'why')],
  ['a reinstatement', reinstateOperation('BELARUS', 'id', 'why')],
])('what the page asks for %s is of the schema', (_what, { query }) => {
  expect(validate(schema, parse(query))).toEqual([]);
});

test('the page is there for supervisors and overseers, and for nobody else', () => {
  expect(maySuspend({ roles: ['SUPERVISOR'] })).toBe(true);
  expect(maySuspend({ roles: ['OVERSEER'] })).toBe(true);
  expect(maySuspend({ roles: ['INVESTIGATOR', 'LIAISON', 'ANALYST', 'PARTNER'] })).toBe(false);
});

describe('an answer', () => {
  test('has the list, or none', () => {
    expect(suspensionsIn({ data: { agency: { suspensions: { nodes: [] } } } }, 'BELARUS')).toEqual([]);
    expect(suspensionsIn({ data: { agency: null } }, 'BELARUS')).toBeUndefined();
    expect(suspensionsIn({ data: null }, 'BELARUS')).toBeUndefined();
  });

  test.each([
    ['done', { __typename: 'RecordedSuspension' }],
    ['SAME_OFFICER', { __typename: 'InvalidInput', problems: [{ code: 'SAME_OFFICER' }] }],
    ['invalid', { __typename: 'InvalidInput', problems: [{ code: 'MISSING' }] }],
    ['invalid', { __typename: 'UnknownRecord' }],
    ['failed', null],
  ])('says %s for %j', (acted, outcome) => {
    expect(actedIn({ data: { agency: { suspendOfficer: outcome } } })).toBe(acted);
  });
});
