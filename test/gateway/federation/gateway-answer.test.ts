import { gatewayAnswer } from '../../../gateway/federation/gateway-answer.ts';
import { unpresented } from '../../../gateway/federation/subgraph-answer.ts';
import {
  answered,
  entities,
  maybeSent,
  mutation,
  notSent,
  refused,
  root,
  suspect,
  unavailable,
} from './fetches.ts';

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
