import { GraphQLError, type GraphQLFormattedError, parse } from 'graphql';
import {
  callerError,
  type ErrorCode,
  errorCodes,
  internalError,
  refusal,
  safeError,
} from '../../server/errors.ts';

/** The error as Apollo Server gives it to its formatter. */
const shown = (error: GraphQLError): GraphQLFormattedError => safeError(error.toJSON(), error);

const codes = Object.keys(errorCodes) as ErrorCode[];
const told = codes.filter((code) => code !== 'INTERNAL_SERVER_ERROR');

describe('an error with a code of ours', () => {
  test.each(told)('%s is shown with its message', (code) => {
    expect(shown(callerError(code, 'What to do.'))).toEqual({ message: 'What to do.', extensions: { code } });
  });

  test('keeps its path and its locations', () => {
    const error = { path: ['suspect', 'russia'], locations: [{ line: 1, column: 3 }] };
    const formatted = { message: 'Gone.', ...error, extensions: { code: 'AGENCY_UNAVAILABLE' } };
    expect(safeError(formatted, undefined)).toEqual(formatted);
  });

  test('keeps agency and request id, and no other extension', () => {
    const error = callerError('AGENCY_UNAVAILABLE', 'Gone.', {
      agency: 'RUSSIA',
      requestId: 'request-1',
      serviceName: 'russia',
      stacktrace: ['at /srv/app.ts'],
      http: { status: 503 },
    });
    expect(shown(error).extensions).toEqual({
      code: 'AGENCY_UNAVAILABLE',
      agency: 'RUSSIA',
      requestId: 'request-1',
    });
  });

  test('keeps agency and request id only as text', () => {
    const error = callerError('AGENCY_UNAVAILABLE', 'Gone.', { agency: { url: 'http://10.0.0.7' } });
    expect(shown(error).extensions).toEqual({ code: 'AGENCY_UNAVAILABLE' });
  });

  test('is cut after 500 characters, and not before', () => {
    expect(shown(callerError('BAD_USER_INPUT', 'x'.repeat(500))).message).toBe('x'.repeat(500));
    expect(shown(callerError('BAD_USER_INPUT', 'x'.repeat(501))).message).toBe(`${'x'.repeat(500)}…`);
  });
});

describe('an error that is our fault', () => {
  const secret = 'connect ECONNREFUSED 10.0.0.7:27017';

  test('shows nothing of an error without a code', () => {
    const error = new GraphQLError(secret, { originalError: new Error(secret) });
    expect(shown(error)).toEqual(internalError);
  });

  test.each(['DOWNSTREAM_SERVICE_ERROR', 'not_found', 'constructor', 'toString', '__proto__', '', 404, null])(
    'shows nothing of an error with the code %j',
    (code) => {
      expect(shown(new GraphQLError(secret, { extensions: { code } }))).toEqual(internalError);
    },
  );

  test('shows nothing of one that says itself that it is internal', () => {
    const error = new GraphQLError(secret, {
      extensions: { code: 'INTERNAL_SERVER_ERROR', stacktrace: ['at /srv/app.ts'], agency: 'RUSSIA' },
    });
    expect(shown(error)).toEqual(internalError);
  });

  test('shows nothing of what is no GraphQL error at all', () => {
    expect(safeError({ message: secret }, new TypeError(secret))).toEqual(internalError);
    expect(safeError({ message: secret }, secret)).toEqual(internalError);
  });

  test('shows where in the answer it is, without which a null could not be told from an absent value', () => {
    const error = new GraphQLError(secret, { path: ['belarus', 'dossiers'] });
    expect(shown(error)).toEqual({ ...internalError, path: ['belarus', 'dossiers'] });
  });
});

describe('the code of a rule of ours', () => {
  /** Apollo Server wraps what a validation rule reports, and writes its own code over it. */
  const validationError = (own: Record<string, unknown>) => {
    const reported = new GraphQLError('Too deep.', { extensions: own });
    const extensions = { ...own, code: 'GRAPHQL_VALIDATION_FAILED' };
    return new GraphQLError('Too deep.', { originalError: reported, extensions });
  };

  test('is kept over that of Apollo', () => {
    expect(shown(validationError({ code: 'QUERY_TOO_LARGE' })).extensions).toEqual({
      code: 'QUERY_TOO_LARGE',
    });
  });

  test('is that of Apollo when the rule has none, or one that is not ours', () => {
    expect(shown(validationError({})).extensions).toEqual({ code: 'GRAPHQL_VALIDATION_FAILED' });
    expect(shown(validationError({ code: 'OTHER' })).extensions).toEqual({
      code: 'GRAPHQL_VALIDATION_FAILED',
    });
  });
});

test('a document of too many tokens is too large, not malformed', () => {
  const parseError = (text: string, maxTokens: number) => {
    try {
      parse(text, { maxTokens });
    } catch (error) {
      const { message } = error as GraphQLError;
      return safeError({ message, extensions: { code: 'GRAPHQL_PARSE_FAILED' } }, error).extensions?.code;
    }
    return undefined;
  };
  expect(parseError('{ a b }', 4)).toBeUndefined();
  expect(parseError('{ a b }', 3)).toBe('QUERY_TOO_LARGE');
  expect(parseError('{ a b', 4)).toBe('GRAPHQL_PARSE_FAILED');
});

test('a refusal sets the HTTP status of its code, and an error of one field sets none', () => {
  for (const code of codes)
    expect(refusal(code, 'No.').extensions).toEqual({ code, http: { status: errorCodes[code] } });
  expect(callerError('FORBIDDEN', 'No.').extensions).toEqual({ code: 'FORBIDDEN' });
});

test('an extension cannot take the place of the code', () => {
  expect(callerError('FORBIDDEN', 'No.', { code: 'NOT_FOUND' }).extensions).toEqual({ code: 'FORBIDDEN' });
});
