import { buildSchema, parse, validate } from 'graphql';
import { boxesOf } from '../../../playground/requests/half/boxes-of.ts';
import {
  articlesIn,
  articlesOperation,
  criteriaWithheld,
  halfIn,
  requestOperation,
  requestsQuestion,
} from '../../../playground/requests/half/own-requests.ts';
import { projectFile } from '../../support/schema-files.ts';
import { received } from './half.ts';

const schema = buildSchema(projectFile('schema/built/api.graphql'));

test.each([
  ['a list', requestsQuestion.operation('BELARUS', { box: 'SENT' })],
  ['one', requestOperation('RUSSIA', 'BYQ-0000000000000000')],
  ['the articles', articlesOperation('BELARUS')],
])('what the page asks for %s is of the schema', (_what, { query }) => {
  expect(validate(schema, parse(query))).toEqual([]);
});

test('a list names a state and a place where they are chosen, and neither where they are not', () => {
  expect(requestsQuestion.operation('BELARUS', { box: 'SENT' }).variables).toEqual({
    box: 'SENT',
    first: 20,
  });
  expect(requestsQuestion.operation('BELARUS', { box: 'RECEIVED', state: 'DRAFT' }, 'c1').variables).toEqual({
    box: 'RECEIVED',
    states: ['DRAFT'],
    first: 20,
    after: 'c1',
  });
});

test.each([
  [['LIAISON'], ['RECEIVED', 'SENT']],
  [['OVERSEER'], ['RECEIVED', 'SENT']],
  [['INVESTIGATOR'], ['SENT']],
  [
    ['INVESTIGATOR', 'SUPERVISOR'],
    ['RECEIVED', 'SENT'],
  ],
] as const)('an officer who is %j looks into %j', (roles, boxes) => {
  expect(boxesOf({ roles: [...roles] })).toEqual(boxes);
});

describe('an answer', () => {
  test('has the list, and one request', () => {
    const page = { nodes: [], pageInfo: { hasNextPage: false, endCursor: null } };
    expect(requestsQuestion.pageIn({ data: { agency: { requests: page } } }, 'BELARUS')).toEqual({ page });
    const request = { id: 'BYQ-1', half: received };
    expect(halfIn({ data: { agency: { request } } }, 'BELARUS')).toEqual({ half: received });
  });

  test.each([
    ['no request of this id', { request: null }],
    ['none that the officer may know of', { request: { id: 'BYQ-1', half: null } }],
  ])('with %s has none, and does not say which it is', (_what, agency) => {
    expect(halfIn({ data: { agency } }, 'BELARUS')).toEqual({ gap: { state: 'none' } });
  });

  test('of an agency that is down says so', () => {
    const errors = [
      {
        message: 'No.',
        path: ['agency'],
        extensions: { code: 'AGENCY_UNAVAILABLE', agency: 'BELARUS' as const },
      },
    ];
    expect(requestsQuestion.pageIn({ data: { agency: null }, errors }, 'BELARUS')).toEqual({
      gap: { state: 'unavailable', agency: 'BELARUS' },
    });
  });

  test('has the receipts of what this request names its person by', () => {
    const receipt = (coordinate: string, ...records: string[]) => ({
      coordinate,
      class: 'CONTACT' as const,
      owner: 'BELARUS' as const,
      reason: 'CASE' as const,
      records,
      remedy: 'Name its case.',
    });
    const own = receipt('RequestSubject.criteria', 'BYQ-1');
    const redactions = [
      own,
      receipt('RequestSubject.criteria', 'BYQ-2'),
      receipt('HistoryEntry.changes', 'BYQ-1'),
    ];
    expect(criteriaWithheld({ data: {}, extensions: { redactions } }, 'BYQ-1')).toEqual([own]);
  });

  test('has of the articles those in force', () => {
    const article = (code: string, validTo: string | null) => ({ code, validTo, be: 'б', ru: 'р', en: 'e' });
    const articles = [article('209', null), article('209-1', '2020-01-01')];
    expect(articlesIn({ data: { agency: { articles } } }, 'BELARUS').map(({ code }) => code)).toEqual([
      '209',
    ]);
  });
});
