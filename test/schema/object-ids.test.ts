import { readFileSync } from 'node:fs';
import { buildSchema, isObjectType, isUnionType } from 'graphql';

const api = buildSchema(readFileSync('schema/built/api.graphql', 'utf8'));
const types = Object.values(api.getTypeMap()).filter((type) => !type.name.startsWith('__'));

/** True for a field `id`, by which every cache takes an object for another one of that id. */
const hasId = (name: string): boolean => {
  const type = api.getType(name);
  return isObjectType(type) && 'id' in type.getFields();
};

describe('an id is of one object', () => {
  test('so what an action is answered with names the object that it is about in another field', () => {
    const results = types.filter(isUnionType).filter(({ name }) => name.endsWith('Result'));
    expect(results.length).toBeGreaterThan(5);
    const members = new Set(results.flatMap((union) => union.getTypes().map(({ name }) => name)));
    expect([...members].filter(hasId)).toEqual([]);
    expect([...members]).toContain('UnknownRecord');
  });

  test('and so are all objects that have one a node, a value of a dossier, or an entry of a list of their own', () => {
    const nodes = types
      .filter(isObjectType)
      .filter((type) => type.getInterfaces().some(({ name }) => name === 'Node'));
    const ofOneAgency = ['InfrastructureNode', 'InstrumentNode'];
    const entries = [
      'Alert',
      'InformationRequest',
      'JointOperation',
      'ListedMeasure',
      'Notice',
      'OperationMeasure',
      'OperationReleaseDraft',
      'ParkedMessage',
      'RecordedRead',
      'SpentBudget',
      'Suspension',
      'ToldMeasure',
    ];
    const others = types
      .filter(isObjectType)
      .filter((type) => hasId(type.name) && !nodes.includes(type) && !('provenance' in type.getFields()))
      .filter((type) => !type.getInterfaces().some(({ name }) => name === 'WaitingItem'))
      .map(({ name }) => name);
    expect(others.sort()).toEqual([...ofOneAgency, ...entries].sort());
  });
});
