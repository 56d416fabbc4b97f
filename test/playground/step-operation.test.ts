import { buildSchema, isObjectType, parse, validate } from 'graphql';
import { stepDocuments } from '../../playground/generated/operations.ts';
import { actedIn } from '../../playground/step/acted.ts';
import { type StepName, stepOperation } from '../../playground/step/step-operation.ts';
import { actions } from '../../terms/actions.ts';
import { projectFile } from '../support/schema-files.ts';

const schema = buildSchema(projectFile('schema/built/api.graphql'));
const steps = Object.keys(stepDocuments) as StepName[];

test('the page takes every step on requests, alerts and measures', () => {
  const expected = Object.keys(actions).filter((name) =>
    /^(?!read).*(Request|Answer|Alert|Measure)$|^(questionForm|countersignWords|callWidelyShared)$/.test(
      name,
    ),
  );
  expect(steps).toEqual(expect.arrayContaining(expected));
});

test.each(steps)('%s is sent as the schema has it, to the officer’s own agency', (step) => {
  for (const agency of ['BELARUS', 'RUSSIA'] as const) {
    const { query, variables } = stepOperation(agency, step, { version: 1 } as never);
    expect(validate(schema, parse(query))).toEqual([]);
    expect(query).toContain(`agency:${agency.toLowerCase()}{taken:${step}(input:$input)`);
    expect(variables).toEqual({ input: { version: 1 } });
  }
});

test('no step asks a refusal for the id of a record, by which it would be read as taken', () => {
  const asked = steps.flatMap((step) => {
    const { query } = stepOperation('BELARUS', step, {} as never);
    return [...query.matchAll(/on (\w+)\{of/g)].map(([, type]) => String(type));
  });
  const isRefusal = (name: string) => {
    const type = schema.getType(name);
    return isObjectType(type) && type.getInterfaces().some((each) => each.name === 'Refusal');
  };
  expect(asked).toContain('RecordedAlert');
  expect(asked.filter(isRefusal)).toEqual([]);
});

test('the outcome of a step stands under the name by which it is read', () => {
  const taken = { __typename: 'RecordedDeputy', of: 'mila' };
  expect(actedIn({ data: { agency: { taken } } })).toEqual({ state: 'taken', id: 'mila', isRepeat: false });
});
