import { buildSchema, type GraphQLSchema, isInterfaceType, isObjectType, isUnionType } from 'graphql';
import { resultProblems } from '../../../schema/protect/result-problems.ts';
import { actions } from '../../../terms/actions.ts';
import { everyAction } from '../../support/coordinates/actions.ts';
import { projectFile, schemaOf } from '../../support/schema-files.ts';

/** A schema with one action, which is as it should be; a test says what is otherwise. */
const schemaWith = ({
  result = 'union Result = Recorded | Invalid | Stale',
  action = 'amend(input: AmendInput!): Result',
  input = 'version: Int!',
  more = '',
}: Partial<Record<'result' | 'action' | 'input' | 'more', string>> = {}): GraphQLSchema =>
  buildSchema(`
    type Query { a: Int }
    type Mutation { own: OwnMutation }
    type OwnMutation { ${action} }
    input AmendInput { id: ID! ${input} }
    interface Refusal { code: String! message: String! }
    type Recorded { id: ID! }
    type Invalid implements Refusal { code: String! message: String! problems: [String!]! }
    type Stale implements Refusal { code: String! message: String! currentVersion: Int! }
    ${result}
    ${more}
  `);

describe('the result of an action', () => {
  test('is one success and refusals', () => {
    expect(resultProblems(schemaWith())).toEqual([]);
  });

  test.each([
    [
      'a member that is neither the success nor a refusal',
      { result: 'union Result = Recorded | Invalid | TooMany', more: 'type TooMany { until: String! }' },
      'OwnMutation.amend has more than one success in its result (Recorded, TooMany): all but one must implement Refusal',
    ],
    [
      'refusals alone',
      { result: 'union Result = Invalid | Stale' },
      'OwnMutation.amend has no success in its result',
    ],
    [
      'a type that is no union',
      { action: 'amend(input: AmendInput!): Recorded' },
      'OwnMutation.amend must answer a union of its success and the refusals',
    ],
    [
      'another success with the same fields',
      {
        action: 'amend(input: AmendInput!): Result close(input: AmendInput!): Closing',
        more: 'union Closing = Closed | Invalid type Closed { id: ID! }',
      },
      'Recorded, Closed have the same fields: use one type',
    ],
  ])('is not %s', (_name, otherwise, problem) => {
    expect(resultProblems(schemaWith(otherwise))).toEqual([problem]);
  });

  test('is refused where there is no interface to tell refusals by', () => {
    const without = buildSchema(
      'type Query { a: Int } type Mutation { own: Own } type Own { a: U } union U = D type D { a: Int }',
    );
    expect(resultProblems(without)).toEqual(['the schema has no interface Refusal']);
  });
});

describe('an action', () => {
  test.each([
    [
      'says why it takes no version',
      '"It takes no version, because it is new." amend(input: AmendInput!): Result',
    ],
    ['says so on two lines', '"""\nIt takes\nno version.\n"""\namend(input: AmendInput!): Result'],
  ])('may take no version if its description %s', (_name, action) => {
    expect(resultProblems(schemaWith({ action, input: '' }))).toEqual([]);
  });

  test.each([
    ['without one', ''],
    ['with one that may be left out', 'version: Int'],
  ])('is refused %s otherwise', (_name, input) => {
    expect(resultProblems(schemaWith({ input }))).toEqual([
      'OwnMutation.amend takes no version: give its input `version: Int!`, or say in its description why it takes no version',
    ]);
  });
});

describe('in the composed schema', () => {
  const api = schemaOf(projectFile('schema/built/api.graphql'));
  const all = everyAction(api).flatMap(({ actions: fields }) => fields);

  test('every action has one success, and every other member of its result implements Refusal', () => {
    const refusal = api.getType('Refusal');
    if (!isInterfaceType(refusal)) throw new Error('there is no interface Refusal');
    const refusing = new Set(api.getImplementations(refusal).objects.map(({ name }) => name));
    for (const { name, type } of all) {
      if (!isUnionType(type)) throw new Error(`${name} answers no union`);
      const members = type.getTypes().map((member) => member.name);
      expect([name, members.filter((member) => !refusing.has(member))]).toEqual([name, [expect.any(String)]]);
      expect(members.length).toBeGreaterThan(1);
    }
    expect(all).not.toHaveLength(0);
  });

  test('no refusal is a success elsewhere, and each has a code and a message that are never null', () => {
    for (const name of ['InvalidInput', 'StaleVersion', 'UnknownRecord']) {
      const type = api.getType(name);
      if (!isObjectType(type)) throw new Error(`there is no ${name}`);
      expect([type.getFields().code?.type.toString(), type.getFields().message?.type.toString()]).toEqual([
        'RefusalCode!',
        'String!',
      ]);
    }
  });

  test('every action that a role may take is one of them', () => {
    const names = new Set(all.map(({ name }) => name));
    const taken = Object.keys(actions).filter((name) => !/^(read|list)[A-Z]/.test(name));
    expect([...names].sort()).toEqual(taken.sort());
  });
});
