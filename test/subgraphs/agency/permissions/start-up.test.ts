import type { GraphQLSchema } from 'graphql';
import { accessProblems } from '../../../../schema/protect/access.ts';
import { checkedSchema } from '../../../../subgraphs/agency/api/checked-schema.ts';
import { coordinatesOf } from '../../../../subgraphs/agency/api/execution/coordinates.ts';
import { guardByRecord } from '../../../../subgraphs/agency/api/execution/guard-by-record.ts';
import type { RecordRules } from '../../../../subgraphs/agency/api/execution/record-rules.ts';
import type { AgencyDefinition } from '../../../../subgraphs/agency/permissions/agency-definition.ts';
import { belarus } from '../../../../subgraphs/belarus/definition.ts';
import { russia } from '../../../../subgraphs/russia/definition.ts';
import { schemaOf, smallSchema } from './support.ts';

const guard =
  (schema: GraphQLSchema, rules: RecordRules = {}) =>
  () =>
    guardByRecord(schema, coordinatesOf(schema), rules);

describe('an agency’s subgraph starts', () => {
  test.each([
    ['Belarus', belarus],
    ['Russia', russia],
  ])('of %s, as it is', (_name, definition) => {
    expect(() => checkedSchema(definition)).not.toThrow();
  });

  test('not with a policy that cannot be read', () => {
    const policy = { ...belarus.policy, table: { 'ANALYST SOLVING': { own: 'A', foreign: '-------' } } };
    const definition: AgencyDefinition = { ...belarus, policy };
    expect(() => checkedSchema(definition)).toThrow('ANALYST SOLVING, own');
  });

  test('not with a retention that lacks the class of a kind of value', () => {
    const { VICTIM: _, ...years } = belarus.retention.years;
    const definition = { ...belarus, retention: { ...belarus.retention, years } } as AgencyDefinition;
    expect(() => checkedSchema(definition)).toThrow(
      'the kind of value `harms` is VICTIM, for which BELARUS has no retention: add its years to retention-periods.ts of the agency',
    );
  });
});

describe('a schema is refused', () => {
  test('not when every field with a class is in a dossier or behind its class', () => {
    expect(guard(smallSchema())).not.toThrow();
  });

  const group = 'type Query { group(id: ID @access(class: OPEN)): String @access(class: CASE) }';

  test('when nothing guards a field with a class, unless a rule does', () => {
    expect(guard(schemaOf(group))).toThrow(
      'the schema is not protected: Query.group is CASE and nothing guards it: give it a rule',
    );
    expect(guard(schemaOf(group), { 'Query.group': () => true })).not.toThrow();
  });

  test('when a list has arguments of a class, unless its resolver chooses by it', () => {
    const list = schemaOf(`type Page @access(class: OPEN) { pageInfo: String }
      type Query { list(stage: ID @access(class: CASE)): Page @access(class: OPEN) }`);
    const guardList = (lists: string[]) => () => guardByRecord(list, coordinatesOf(list), {}, lists);
    expect(guardList([])).toThrow(
      'the schema is not protected: Query.list has arguments of a class, and its resolver does not choose by it',
    );
    expect(guardList(['Query.list'])).not.toThrow();
    expect(guardList(['Query.list', 'Query.other'])).toThrow('Query.other');
  });

  test('when a type of one class is reached through a field of another', () => {
    const through = (informationClass: string) =>
      schemaOf(`type Name @access(class: IDENTITY) { full: String }
        interface Dossier { id: ID @access(class: OPEN) }
        type BelarusDossier implements Dossier { id: ID @access(class: OPEN) name: Name @access(class: ${informationClass}) }
        type Query { half: Dossier @access(class: OPEN) }`);
    expect(guard(through('CASE'))).toThrow('Name.full is IDENTITY and nothing guards it');
    expect(guard(through('IDENTITY'))).not.toThrow();
  });

  test('when a type with a class is an entity, though a field of its class leads to it too', () => {
    const types = `type Place @access(class: CASE) { name: String }
      interface Dossier { id: ID @access(class: OPEN) }
      type BelarusDossier implements Dossier { id: ID @access(class: OPEN) place: Place @access(class: CASE) }
      type Query { half: Dossier @access(class: OPEN) }`;
    expect(guard(schemaOf(types))).not.toThrow();
    expect(guard(schemaOf(`${types} union _Entity = Place`))).toThrow(
      'Place.name is CASE and nothing guards it',
    );
  });

  test('when a rule is for a field that there is not, or for one that is OPEN', () => {
    const rules = { 'Query.group': () => true, 'Query.grup': () => true };
    expect(guard(schemaOf(group), rules)).toThrow('the rule for Query.grup guards no field with a class');
    expect(guard(smallSchema(), { 'Query.version': () => true })).toThrow('the rule for Query.version');
  });

  test('when a field names an action that there is not', () => {
    const naming = (action: string) =>
      schemaOf(`type Query { a: Int @access(class: OPEN, action: "${action}") }`);
    expect(() => coordinatesOf(naming('readAll'))).toThrow('Query.a names no action');
    expect(() => coordinatesOf(naming('toString'))).toThrow('Query.a names no action');
    expect(() => coordinatesOf(naming('readReads'))).not.toThrow();
  });

  test('when a field that can be denied is non-null: for its class, or for its action', () => {
    const field = (type: string, access: string) =>
      accessProblems(schemaOf(`type Query { a: ${type} @access(${access}) }`));
    expect(field('Int!', 'class: CASE')).toEqual(['Query.a can be denied, so it must be nullable']);
    expect(field('Int!', 'class: OPEN, action: "readReads"')).toEqual([
      'Query.a takes an action and can be denied, so it must be nullable',
    ]);
    expect(field('Int', 'class: OPEN, action: "readReads"')).toEqual([]);
    expect(field('Int!', 'class: OPEN')).toEqual([]);
  });
});

describe('a coordinate', () => {
  const coordinates = coordinatesOf(smallSchema());

  test('is told of the agency’s own type, where the interface was asked too', () => {
    expect(coordinates.get('Dossier.name')?.name).toBe('BelarusDossier.name');
  });

  test('is an entrance where it leads to dossiers or a page of them', () => {
    const entrances = [...coordinates].filter(([, { isEntrance }]) => isEntrance).map(([name]) => name);
    expect(entrances).toEqual(['Query.dossier', 'Query.half', 'Query.dossiers']);
  });

  test('has the classes of those arguments that are not OPEN', () => {
    expect(coordinates.get('BelarusDossier.near')?.arguments).toEqual({ place: 'CASE' });
    expect(coordinates.get('Query.dossier')?.arguments).toEqual({});
  });
});
