import { describe, expect, test } from '@jest/globals';
import { parse } from 'graphql';
import { agencyTypes } from '../../../gateway/federation/agency-types.ts';
import { type Fetch, gatewayAnswer } from '../../../gateway/federation/gateway-answer.ts';
import { type SubgraphAnswer, unpresented } from '../../../gateway/federation/subgraph-answer.ts';
import { schemaOf, supergraphSdl } from '../../support/schema-files.ts';

const types = agencyTypes(schemaOf(supergraphSdl()));
const suspect = { __typename: 'Suspect', id: 'BY-0000000000' };
const halves = parse(
  'query ($representations: [_Any!]!) { _entities(representations: $representations) { __typename ... on Suspect { russia { id } } } }',
);
const root: Fetch = {
  agency: 'RUSSIA',
  document: parse('{ russia { dossiers { nodes { id } } } more }'),
  representations: undefined,
  types,
};
const mutation: Fetch = { ...root, document: parse('mutation { russia { release { id } } }') };
const entities = (...representations: { __typename?: string }[]): Fetch => ({
  agency: 'RUSSIA',
  document: halves,
  representations,
  types,
});

const notSent: SubgraphAnswer = { kind: 'outage', reason: 'ECONNREFUSED', sent: false };
const maybeSent: SubgraphAnswer = { kind: 'outage', reason: 'deadline', sent: true };
const answered = (
  data: Record<string, unknown> | null,
  errors: { message: string }[] = [],
  extensions = {},
): SubgraphAnswer => ({ kind: 'answered', data, errors, extensions });
const refused = (code: string | undefined, status = 401): SubgraphAnswer => ({
  kind: 'refused',
  status,
  code,
  message: 'The token has expired. Sign in again.',
});

const unavailable = {
  message: 'RUSSIA does not answer at the moment; what it holds is missing here. Try again later.',
  extensions: { code: 'AGENCY_UNAVAILABLE', agency: 'RUSSIA' },
};
const denied = { message: 'No.', path: ['_entities', 0, 'russia'], extensions: { code: 'FORBIDDEN' } };

describe('an agency to which the caller’s own does not make them known', () => {
  const why = { kind: 'unavailable', reason: 'ECONNREFUSED' } as const;

  test('leaves out what it would answer, and the error names the caller’s own', () => {
    expect(gatewayAnswer(entities(suspect), unpresented(why, 'BELARUS', 'RUSSIA'))).toEqual({
      data: { _entities: [null] },
      errors: [
        {
          message: expect.stringMatching(
            /^BELARUS cannot confirm who you are .* what RUSSIA holds is missing/,
          ),
          path: ['_entities', 0, 'russia'],
          extensions: { code: 'AGENCY_UNAVAILABLE', agency: 'BELARUS' },
        },
      ],
    });
  });

  test('was not asked to act', () => {
    expect(gatewayAnswer(mutation, unpresented(why, 'BELARUS', 'RUSSIA')).errors).toMatchObject([
      { extensions: { code: 'AGENCY_UNAVAILABLE', agency: 'BELARUS' } },
    ]);
  });

  test('says what is wrong with the caller’s own token', () => {
    const expired = { kind: 'refused', code: 'UNAUTHENTICATED', message: 'It has expired.' } as const;
    expect(gatewayAnswer(root, unpresented(expired, 'BELARUS', 'RUSSIA')).errors).toMatchObject([
      { message: 'It has expired.', extensions: { code: 'UNAUTHENTICATED' } },
    ]);
  });
});

describe('an agency that is down', () => {
  test('leaves its root fields out, with one error at the first', () => {
    expect(gatewayAnswer(root, maybeSent)).toEqual({
      data: {},
      errors: [{ ...unavailable, path: ['russia'] }],
    });
  });

  test('leaves the one entity out, with an error at its field', () => {
    expect(gatewayAnswer(entities(suspect), notSent)).toEqual({
      data: { _entities: [null] },
      errors: [{ ...unavailable, path: ['_entities', 0, 'russia'] }],
    });
  });

  test('leaves several entities out, with one error for all of them, without a path', () => {
    expect(gatewayAnswer(entities(suspect, suspect, suspect), notSent)).toEqual({
      data: { _entities: [null, null, null] },
      errors: [unavailable],
    });
  });

  test('tells the agency, never the reason', () => {
    const answer = gatewayAnswer(root, { kind: 'outage', reason: 'status 502 of 10.0.0.7:4002', sent: true });
    expect(JSON.stringify(answer)).not.toMatch(/502|10\.0\.0\.7/);
  });
});

describe('an agency that does not know who asks', () => {
  const cause = 'The identity provider of BELARUS does not answer.';
  const answer = { kind: 'outage', reason: 'identity provider', sent: false, cause } as const;

  test('is told with the cause, and has done nothing of a mutation', () => {
    const message = `${cause} What RUSSIA holds is missing here.`;
    const error = { message, extensions: { code: 'AGENCY_UNAVAILABLE', agency: 'RUSSIA' } };
    expect(gatewayAnswer(entities(suspect), answer).errors).toEqual([
      { ...error, path: ['_entities', 0, 'russia'] },
    ]);
    expect(gatewayAnswer(mutation, answer).errors).toEqual([{ ...error, path: ['russia'] }]);
  });
});

describe('a mutation', () => {
  test('that may have reached the agency has an unknown outcome', () => {
    expect(gatewayAnswer(mutation, maybeSent)).toEqual({
      data: {},
      errors: [
        {
          message:
            'RUSSIA did not confirm in time, so the action may or may not have happened. Ask again with the same idempotency-key.',
          path: ['russia'],
          extensions: { code: 'OUTCOME_UNKNOWN', agency: 'RUSSIA' },
        },
      ],
    });
  });

  test('that never left has not happened', () => {
    expect(gatewayAnswer(mutation, notSent).errors).toEqual([{ ...unavailable, path: ['russia'] }]);
  });

  test('is the only operation whose outcome can be unknown', () => {
    expect(gatewayAnswer(root, maybeSent).errors).toEqual([{ ...unavailable, path: ['russia'] }]);
  });

  test('that was answered with neither data nor errors has an unknown outcome', () => {
    expect(gatewayAnswer(mutation, answered(null)).errors).toHaveLength(1);
    expect(gatewayAnswer(mutation, answered(null)).errors?.[0]).toHaveProperty(
      'extensions.code',
      'OUTCOME_UNKNOWN',
    );
  });
});

describe('an agency that refuses the request', () => {
  test('because the caller’s token has just expired, says so', () => {
    expect(gatewayAnswer(root, refused('UNAUTHENTICATED'))).toEqual({
      data: {},
      errors: [
        {
          message: 'The token has expired. Sign in again.',
          path: ['russia'],
          extensions: { code: 'UNAUTHENTICATED', agency: 'RUSSIA' },
        },
      ],
    });
  });

  test.each([
    'IDENTITY_REFUSED',
    'BAD_REQUEST',
    'GRAPHQL_VALIDATION_FAILED',
    'AGENCY_UNAVAILABLE',
    undefined,
  ])('for %s, which is a fault of ours, is not taken for an outage, and says nothing of it', (code) => {
    expect(gatewayAnswer(root, refused(code, 400))).toEqual({
      data: {},
      errors: [
        { message: '', path: ['russia'], extensions: { code: 'INTERNAL_SERVER_ERROR', agency: 'RUSSIA' } },
      ],
    });
  });

  test('leaves the entities of the other agency as they are', () => {
    expect(gatewayAnswer(entities(suspect), refused('IDENTITY_REFUSED')).data).toEqual({
      _entities: [null],
    });
  });
});

describe('the entities that an agency answers', () => {
  const half = { __typename: 'Suspect', russia: { id: 'RU-0000000000' } };

  test('are passed on, with errors and extensions', () => {
    const extensions = { redactions: [{ coordinate: 'RussiaDossier.names' }] };
    expect(gatewayAnswer(entities(suspect), answered({ _entities: [half] }, [denied], extensions))).toEqual({
      data: { _entities: [half] },
      errors: [denied],
      extensions,
    });
  });

  test('that are null without a reason are an outage, and the others stay', () => {
    expect(gatewayAnswer(entities(suspect, suspect), answered({ _entities: [half, null] }))).toEqual({
      data: { _entities: [half, null] },
      errors: [unavailable],
      extensions: {},
    });
  });

  test('that are null for a reason stay so, and the reason is passed on', () => {
    expect(gatewayAnswer(entities(suspect), answered({ _entities: [null] }, [denied]))).toEqual({
      data: { _entities: [null] },
      errors: [denied],
      extensions: {},
    });
  });

  test('that are no objects are left out', () => {
    for (const wrong of ['text', 7, true, [half]])
      expect(gatewayAnswer(entities(suspect), answered({ _entities: [wrong] }))).toMatchObject({
        data: { _entities: [null] },
        errors: [unavailable],
      });
  });

  test.each([
    ['fewer than were asked for', { _entities: [] }],
    ['more than were asked for', { _entities: [half, half] }],
    ['no list', { _entities: half }],
    ['null', { _entities: null }],
    ['missing', { russia: null }],
  ])('that are %s are an outage of all of them', (_what, data) => {
    expect(gatewayAnswer(entities(suspect), answered(data))).toEqual({
      data: { _entities: [null] },
      errors: [{ ...unavailable, path: ['_entities', 0, 'russia'] }],
    });
  });
});

describe('an answer without data', () => {
  test('and without a reason is an outage', () => {
    expect(gatewayAnswer(root, answered(null))).toEqual({
      data: {},
      errors: [{ ...unavailable, path: ['russia'] }],
    });
    expect(gatewayAnswer(entities(suspect), answered(null))).toMatchObject({ data: { _entities: [null] } });
  });

  test('is null for what was asked, with its reason', () => {
    expect(gatewayAnswer(root, answered(null, [{ message: 'No.' }]))).toEqual({
      data: {},
      errors: [{ message: 'No.' }],
      extensions: {},
    });
    expect(gatewayAnswer(entities(suspect, suspect), answered(null, [{ message: 'No.' }]))).toEqual({
      data: { _entities: [null, null] },
      errors: [{ message: 'No.' }],
      extensions: {},
    });
  });
});

describe('the root that an agency answers', () => {
  test('is passed on, where null is an answer too', () => {
    const data = { russia: null, more: 1 };
    expect(gatewayAnswer(root, answered(data))).toEqual({ data, extensions: {} });
    expect(gatewayAnswer(root, answered(data))).not.toHaveProperty('errors');
  });

  test('has nothing for a field that it leaves out', () => {
    expect(gatewayAnswer(root, answered({ more: 1 }))).toHaveProperty('data', { more: 1 });
  });
});

describe('a record that is gone by the time it is asked about', () => {
  const dossiers = parse(
    'query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on RussiaDossier { matchTokens } } }',
  );
  const record = { __typename: 'RussiaDossier', id: 'RU-0000000000' };
  const asked: Fetch = { agency: 'RUSSIA', document: dossiers, representations: [record, record], types };

  test('is null, and no outage', () => {
    const there = { __typename: 'RussiaDossier', matchTokens: 'tokens' };
    expect(gatewayAnswer(asked, answered({ _entities: [null, there] }))).toEqual({
      data: { _entities: [null, there] },
      extensions: {},
    });
  });

  test('is told from an agency that is down, of whose records nothing feeds another fetch', () => {
    expect(gatewayAnswer(asked, notSent)).toEqual({
      data: { _entities: [null, null] },
      errors: [unavailable],
    });
  });
});

describe('a search', () => {
  const search = parse(
    'query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on RussiaSearch { matches } } }',
  );
  const representations = [{ __typename: 'RussiaSearch', question: 'q' }];
  const asked: Fetch = { agency: 'RUSSIA', document: search, representations, types };
  const unanswered = { data: { _entities: [{ __typename: 'RussiaSearch', matches: null }] } };

  test('goes on without an agency that is down: null is what its merging takes for that', () => {
    expect(gatewayAnswer(asked, notSent)).toMatchObject(unanswered);
    expect(gatewayAnswer(asked, answered(null, [denied]))).toMatchObject({ ...unanswered, errors: [denied] });
  });

  test('that an agency answers with null for no reason is an outage', () => {
    expect(gatewayAnswer(asked, answered({ _entities: [null] }))).toMatchObject({
      ...unanswered,
      errors: [{ ...unavailable, path: ['_entities', 0, 'matches'] }],
    });
  });
});
