import { buildSchema, parse, validate } from 'graphql';
import type { WaitingItemFragment } from '../../playground/generated/operations.ts';
import {
  type MeasureNotice,
  mayHaveNotices,
  noticesQuestion,
  placeOf,
} from '../../playground/waiting/measure-notices.ts';
import { operationNotices } from '../../playground/waiting/operation-notices.ts';
import {
  mayHaveWaiting,
  type NamedItem,
  nameOfItem,
  waitingQuestion,
} from '../../playground/waiting/waiting-list.ts';
import { actions } from '../../terms/actions.ts';
import { roles } from '../../terms/enums.ts';
import { projectFile } from '../support/schema-files.ts';

const schema = buildSchema(projectFile('schema/built/api.graphql'));
const page = { nodes: [], counts: [], pageInfo: { hasNextPage: false, endCursor: null } };

test.each(['BELARUS', 'RUSSIA'] as const)('what the page asks of %s is of the schema', (agency) => {
  for (const question of [waitingQuestion, noticesQuestion, operationNotices])
    expect(validate(schema, parse(question.operation(agency, undefined).query))).toEqual([]);
});

test('the question names a kind and a place where they are chosen, and neither where they are not', () => {
  expect(waitingQuestion.operation('BELARUS', undefined).variables).toEqual({ first: 20 });
  expect(waitingQuestion.operation('BELARUS', 'MESSAGE_PARKED', 'c1').variables).toEqual({
    first: 20,
    kinds: ['MESSAGE_PARKED'],
    after: 'c1',
  });
});

test('the view is there for the roles that may read what waits, and for no other', () => {
  expect(roles.filter((role) => mayHaveWaiting({ roles: [role] }))).toEqual([...actions.readWaiting]);
  expect(roles.filter((role) => mayHaveNotices({ roles: [role] }))).toEqual([...actions.readNotices]);
});

describe('an answer', () => {
  test('has the list', () => {
    expect(waitingQuestion.pageIn({ data: { agency: { waiting: page } } }, 'BELARUS')).toEqual({ page });
  });

  test('says why it has none', () => {
    const receipt = {
      coordinate: 'BelarusQuery.waiting',
      class: 'OPEN',
      owner: 'BELARUS',
      reason: 'ROLE',
      records: null,
      remedy: 'Ask.',
      advice: { code: 'ACTION_OF_ROLES' },
    };
    const withheld = { data: { agency: { waiting: null } }, extensions: { redactions: [receipt] } };
    expect(waitingQuestion.pageIn(withheld as never, 'BELARUS')).toEqual({
      gap: { state: 'withheld', receipts: [receipt] },
    });
  });
});

describe('the notices of measures', () => {
  const notice: MeasureNotice = {
    ...{ id: 'N1', kind: 'MEASURE_CONFLICT', at: '2026-11-25T09:00:00Z' },
    ...{ dossier: 'BY-0000000000', measure: 'V1' },
  };

  test('are those of the answer, a page at a time', () => {
    const notices = { nodes: [notice], pageInfo: page.pageInfo };
    expect(noticesQuestion.operation('BELARUS', undefined, 'c1').variables).toEqual({
      first: 20,
      after: 'c1',
    });
    expect(noticesQuestion.pageIn({ data: { agency: { notices } } }, 'BELARUS')).toEqual({ page: notices });
    expect(noticesQuestion.pageIn({ data: { agency: { notices: null } } }, 'BELARUS')).toEqual({
      gap: { state: 'none' },
    });
  });

  test('lead to the measure, where its dossier is still there', () => {
    expect(placeOf(notice)).toEqual({ dossier: 'BY-0000000000', measure: 'V1' });
    expect(placeOf({ ...notice, dossier: null })).toBeUndefined();
  });
});

test('the notices of joint operations are those of the answer, a page at a time', () => {
  const notice = { id: 'N1', kind: 'OPERATION_PROPOSED', at: '2026-11-25T09:00:00Z', operation: 'RUO-1' };
  const notices = { nodes: [notice], pageInfo: page.pageInfo };
  expect(operationNotices.operation('RUSSIA', undefined, 'c1').variables).toEqual({ first: 20, after: 'c1' });
  expect(operationNotices.pageIn({ data: { agency: { notices } } }, 'RUSSIA')).toEqual({ page: notices });
  expect(operationNotices.pageIn({ data: { agency: { notices: null } } }, 'RUSSIA')).toEqual({
    gap: { state: 'none' },
  });
});

describe('the name of what waits', () => {
  const item = { id: 'i', since: '2026-11-25T09:00:00Z', due: null, steps: [] };
  const dossier = { id: 'BY-0000000000' };
  test.each<[WaitingItemFragment, NamedItem]>([
    [
      {
        ...item,
        __typename: 'WaitingRelease',
        kind: 'RELEASE_TO_GRANT',
        dossier,
        release: { id: 'V', to: 'RUSSIA' },
      },
      { agency: 'RUSSIA', text: '', dossier: dossier.id },
    ],
    [
      {
        ...item,
        __typename: 'WaitingLink',
        kind: 'LINK_TO_ANSWER',
        dossier,
        link: { dossier: null, reference: 'H1' },
      },
      { text: 'H1', dossier: dossier.id },
    ],
    [
      { ...item, __typename: 'WaitingValues', kind: 'VALUES_TO_COUNTERSIGN', dossier: null },
      { text: '', dossier: undefined },
    ],
    [
      {
        ...item,
        __typename: 'WaitingGroup',
        kind: 'GROUP_TO_COUNTERSIGN',
        group: { id: 'BYG', name: 'Heron' },
      },
      { text: 'Heron', dossier: undefined },
    ],
    [
      {
        ...item,
        __typename: 'WaitingMessage',
        kind: 'MESSAGE_PARKED',
        from: 'RUSSIA',
        message: { id: 'm', type: 't' },
      },
      { agency: 'RUSSIA', text: 't', dossier: undefined },
    ],
    [
      { ...item, __typename: 'WaitingRequest', kind: 'REQUEST_TO_ACCEPT', request: { id: 'RUQ-1' } },
      { request: 'RUQ-1', text: '', dossier: undefined },
    ],
    [
      {
        ...item,
        __typename: 'WaitingAlert',
        kind: 'WIDELY_SHARED_TO_COUNTERSIGN',
        alert: { id: 'BYA-1' },
      },
      { alert: 'BYA-1', text: '', dossier: undefined },
    ],
    [
      {
        ...item,
        __typename: 'WaitingMeasure',
        kind: 'MEASURE_TO_AUTHORISE',
        measure: { dossier, planned: { id: 'V1', kind: 'SEARCH' }, taken: null },
      },
      { measure: { dossier: dossier.id, measure: 'V1', kind: 'SEARCH' }, text: '', dossier: dossier.id },
    ],
    [
      {
        ...item,
        __typename: 'WaitingMeasure',
        kind: 'MEASURE_TO_FINISH',
        measure: { dossier, planned: null, taken: { id: 'V2', kind: 'ARREST' } },
      },
      { measure: { dossier: dossier.id, measure: 'V2', kind: 'ARREST' }, text: '', dossier: dossier.id },
    ],
    [
      {
        ...item,
        __typename: 'WaitingOperation',
        kind: 'OPERATION_TO_ANSWER',
        operation: { id: 'BYO-1' },
      },
      { operation: 'BYO-1', text: '', dossier: undefined },
    ],
    // Erased while it was asked for, or of a class that is closed.
    [
      {
        ...item,
        __typename: 'WaitingMeasure',
        kind: 'MEASURE_UNAUTHORISED',
        measure: { dossier: null, planned: null, taken: { id: 'V2', kind: 'ARREST' } },
      },
      { text: '', dossier: undefined },
    ],
    [
      {
        ...item,
        __typename: 'WaitingMeasure',
        kind: 'MEASURE_UNAUTHORISED',
        measure: { dossier, planned: null, taken: null },
      },
      { text: '', dossier: dossier.id },
    ],
  ])('%# is told with the dossier that can be opened', (found, named) => {
    expect(nameOfItem(found)).toEqual(named);
  });
});
