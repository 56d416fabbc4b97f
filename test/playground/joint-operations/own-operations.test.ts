import { buildSchema, parse, validate } from 'graphql';
import type { OperationResults } from '../../../playground/joint-operations/own/own-operations.ts';
import {
  namesIn,
  namesOperation,
  operationIn,
  operationsQuestion,
  partOperation,
} from '../../../playground/joint-operations/own/own-operations.ts';
import { resultRows } from '../../../playground/joint-operations/own/result-rows.ts';
import { translator } from '../../../playground/messages/translate.ts';
import { stepOperation } from '../../../playground/step/step-operation.ts';
import { projectFile } from '../../support/schema-files.ts';
import { active } from './half.ts';

const schema = buildSchema(projectFile('schema/built/api.graphql'));
const id = 'BYO-7Q4KZ0XN3VDH9TRC';

test.each([
  ['a list', operationsQuestion.operation('BELARUS', undefined)],
  ['what both agencies know', partOperation('RUSSIA', 'common', id)],
  ['the plan', partOperation('BELARUS', 'plan', id)],
  ['the outcome', partOperation('RUSSIA', 'outcome', id)],
  ['the code names', namesOperation('BELARUS')],
  ['a step', stepOperation('RUSSIA', 'endOperation', { operation: id })],
])('what the page asks for %s is of the schema', (_what, { query }) => {
  expect(validate(schema, parse(query))).toEqual([]);
});

test('a list names a state and a place where they are chosen, and neither where they are not', () => {
  expect(operationsQuestion.operation('BELARUS', undefined).variables).toEqual({ first: 20 });
  expect(operationsQuestion.operation('BELARUS', 'SUSPENDED', 'c1').variables).toEqual({
    ...{ states: ['SUSPENDED'], first: 20, after: 'c1' },
  });
});

describe('an answer', () => {
  const listed = { id: 'BY-7Q4KZ0XN3VDH9TRC V1', dossier: { id: 'BY-7Q4KZ0XN3VDH9TRC' } };
  const planned = {
    id: 'V1',
    kind: 'SEARCH',
    state: 'PLANNED',
    date: '2026-12-05',
    window: null,
    region: null,
  };
  const line = { id: 'L1', isTold: true, need: null };
  const answerWith = (half: object | null) => ({ data: { agency: { operation: { id, half } } } });
  const common = answerWith(active);
  const outcome = answerWith({ results: null, otherResults: null, steps: [] });
  const partsWith = (...measures: object[]) => ({
    common,
    plan: answerWith({ measures, plan: [] }),
    outcome,
  });

  test('has the list, one operation and the code names', () => {
    const page = { nodes: [], pageInfo: { hasNextPage: false, endCursor: null } };
    expect(operationsQuestion.pageIn({ data: { agency: { operations: page } } }, 'BELARUS')).toEqual({
      page,
    });
    expect(operationIn(partsWith(), 'BELARUS')).toEqual({ half: active });
    expect(namesIn({ data: { agency: { operationNames: ['AVOCET'] } } }, 'BELARUS')).toEqual(['AVOCET']);
    expect(namesIn({ data: { agency: { operationNames: null } } }, 'BELARUS')).toEqual([]);
  });

  test.each([
    ['no operation of this id', { operation: null }],
    ['none that the officer may know of', { operation: { id, half: null } }],
  ])('with %s has none, and does not say which it is', (_what, agency) => {
    expect(operationIn({ common: { data: { agency } } }, 'BELARUS')).toEqual({ gap: { state: 'none' } });
  });

  test('has own measures as their dossiers tell them', () => {
    const found = operationIn(
      partsWith({ ...line, measure: { ...listed, planned, taken: null } }),
      'BELARUS',
    );
    expect(found).toMatchObject({
      half: { measures: [{ id: 'L1', of: listed.id, dossier: listed.dossier.id, measure: planned }] },
    });
  });

  test('has the reason why a measure is not told', () => {
    const receipt = {
      ...{ coordinate: 'ListedMeasure.planned', class: 'TACTICAL', owner: 'BELARUS', reason: 'CASE' },
      ...{ records: ['BY-7Q4KZ0XN3VDH9TRC'], remedy: 'Name its case.', advice: { code: 'NAME_CASE' } },
    };
    const parts = partsWith(
      { ...line, measure: { ...listed, planned: null, taken: null } },
      { ...line, measure: null },
    );
    const plan = { ...parts.plan, extensions: { redactions: [receipt] } };
    const found = operationIn({ ...parts, plan } as never, 'BELARUS');
    expect('half' in found && found.half.measures.map(({ measure }) => measure)).toEqual([
      { gap: { state: 'withheld', receipts: [receipt] } },
      { gap: { state: 'none' } },
    ]);
  });

  test('without one of its parts has the rest, and the reason why that part is missing', () => {
    const errors = [
      {
        ...{ message: 'No.', path: ['agency'] },
        extensions: { code: 'AGENCY_UNAVAILABLE', agency: 'BELARUS' as const },
      },
    ];
    const plan = { data: { agency: null }, errors };
    expect(operationIn({ common, plan }, 'BELARUS')).toEqual({
      half: {
        ...active,
        gaps: [
          { state: 'unavailable', agency: 'BELARUS' },
          { state: 'failed', code: 'NO_ANSWER' },
        ],
      },
    });
  });
});

describe('the results', () => {
  const none: OperationResults = {
    ...{
      measures: 0,
      arrested: 0,
      searched: 0,
      questioned: 0,
      blocked: 0,
      victimsFound: 0,
      victimsWarned: 0,
    },
    ...{ things: [], seized: [], returned: [], added: [] },
  };
  const t = translator('en');

  test('of both agencies stand beside each other, and are not added', () => {
    const own = { ...none, arrested: 2, seized: [{ amount: '12500.50', currency: 'BYN' }] };
    const other = { ...none, arrested: 3, seized: [{ amount: '900', currency: 'RUB' }] };
    expect(resultRows(t, own, other)).toEqual([
      { title: 'People arrested', own: '2', other: '3' },
      { title: 'Money seized or frozen, BYN', own: '12,500.50', other: '0' },
      { title: 'Money seized or frozen, RUB', own: '0', other: '900' },
    ]);
  });

  test('that the other agency has not told yet are told from those of which there are none', () => {
    expect(resultRows(t, { ...none, measures: 1 }, null)).toEqual([
      { title: 'Measures done', own: '1', other: null },
    ]);
    expect(resultRows(t, none, none)).toEqual([]);
  });
});
