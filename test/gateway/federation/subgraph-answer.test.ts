import { errors } from 'undici';
import { judgeAnswer, judgeFailure } from '../../../gateway/federation/subgraph-answer.ts';

const judged = (status: number, body: string) => judgeAnswer(status, Buffer.from(body));

const answered = { kind: 'answered', data: null, errors: [], extensions: {} };
const outage = (reason: string, sent = true) => ({ kind: 'outage', reason, sent });
const withCode = (code: unknown) => JSON.stringify({ errors: [{ message: 'No.', extensions: { code } }] });

describe('an answer', () => {
  test.each([
    ['data', '{"data":{"russia":null}}', { ...answered, data: { russia: null } }],
    ['data that is null', '{"data":null}', answered],
    [
      'data and errors',
      '{"data":{"a":1},"errors":[{"message":"No.","path":["a",0]}]}',
      { ...answered, data: { a: 1 }, errors: [{ message: 'No.', path: ['a', 0] }] },
    ],
    ['errors alone', '{"errors":[{"message":"No."}]}', { ...answered, errors: [{ message: 'No.' }] }],
    [
      'extensions',
      '{"data":{},"extensions":{"redactions":[]}}',
      { ...answered, data: {}, extensions: { redactions: [] } },
    ],
    ['members that GraphQL does not know', '{"data":{},"more":1}', { ...answered, data: {} }],
  ])('is one with %s', (_what, body, expected) => {
    expect(judged(200, body)).toEqual(expected);
  });

  test('keeps what an error says beyond its message', () => {
    const error = { message: 'No.', locations: [{ line: 1, column: 1 }], extensions: { code: 'FORBIDDEN' } };
    const answer = judged(200, JSON.stringify({ data: null, errors: [error] }));
    expect(answer).toEqual({ ...answered, errors: [error] });
  });

  test.each([200, 201, 202])('may come with status %i', (status) => {
    expect(judged(status, '{"data":{}}')).toEqual({ ...answered, data: {} });
  });
});

describe('no GraphQL answer', () => {
  test.each([
    ['nothing', ''],
    ['a page', '<html></html>'],
    ['half an answer', '{"data":{"russia":'],
    ['null', 'null'],
    ['a list', '[{"data":{}}]'],
    ['text', '"data"'],
    ['neither data nor errors', '{}'],
    ['extensions alone', '{"extensions":{}}'],
    ['data that is a list', '{"data":[]}'],
    ['data that is text', '{"data":"{}"}'],
    ['errors that are no list', '{"data":{},"errors":{"message":"No."}}'],
    ['an error without a message', '{"data":{},"errors":[{}]}'],
    ['a path that is none', '{"data":{},"errors":[{"message":"No.","path":"a.b"}]}'],
  ])('is %s', (_what, body) => {
    expect(judged(200, body)).toEqual(outage('no GraphQL answer'));
  });
});

describe('a status', () => {
  test.each([500, 502, 503, 504])('%i is an outage, whatever comes with it', (status) => {
    expect(judged(status, '{"data":{"russia":null}}')).toEqual(outage(`status ${status}`));
    expect(judged(status, withCode('UNAVAILABLE'))).toEqual(outage(`status ${status}`));
  });

  test('408 is an outage: the request has not arrived in time; any other of 400 to 499 is a refusal', () => {
    expect(judged(408, '')).toEqual(outage('status 408'));
    expect(judged(408, withCode('UNAUTHENTICATED'))).toEqual(outage('status 408'));
    expect(judged(409, withCode('UNAUTHENTICATED')).kind).toBe('refused');
  });

  test('503 of a subgraph that does not know who asks says so, and that nothing was done', () => {
    const error = { message: 'No keys.', extensions: { code: 'UNAVAILABLE', agency: 'BELARUS' } };
    expect(judged(503, JSON.stringify({ errors: [error] }))).toEqual({
      kind: 'outage',
      reason: 'identity provider',
      sent: false,
      cause: 'No keys.',
    });
    expect(judged(500, JSON.stringify({ errors: [error] }))).toEqual(outage('status 500'));
  });

  test.each([301, 302, 304, 307, 308])('%i is an outage: a redirect is not followed', (status) => {
    expect(judged(status, '{"data":{"russia":null}}')).toEqual(outage(`redirect ${status}`));
  });

  test.each([400, 401, 403, 404, 413, 429, 499])(
    '%i is a refusal, with the code of its first error',
    (status) => {
      const code = 'IDENTITY_REFUSED';
      expect(judged(status, withCode(code))).toEqual({ kind: 'refused', status, code, message: 'No.' });
    },
  );

  test.each([
    ['a page', '<html></html>'],
    ['data', '{"data":{}}'],
    ['no error', '{"errors":[]}'],
  ])('400 with %s is a refusal without a code', (_what, body) => {
    expect(judged(400, body)).toEqual({ kind: 'refused', status: 400, code: undefined, message: '' });
  });

  test('400 with a code that is no text is a refusal without one', () => {
    expect(judged(400, withCode(42))).toHaveProperty('code', undefined);
  });
});

describe('a request that failed', () => {
  const failure = (code: string) => Object.assign(new Error('10.0.0.7:4002'), { code });

  test.each(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'])(
    'with %s has not reached the subgraph',
    (code) => {
      expect(judgeFailure(failure(code))).toEqual(outage(code, false));
    },
  );

  test.each([
    'ECONNRESET',
    'EPIPE',
    'UND_ERR_SOCKET',
    'UND_ERR_HEADERS_TIMEOUT',
    'UND_ERR_RES_EXCEEDED_MAX_SIZE',
  ])('with %s may have reached it', (code) => {
    expect(judgeFailure(failure(code))).toEqual(outage(code));
  });

  test('at every address of the host is judged by the first', () => {
    const all = (...codes: string[]) => new AggregateError(codes.map(failure), 'all failed');
    expect(judgeFailure(all('ECONNREFUSED', 'ECONNREFUSED'))).toEqual(outage('ECONNREFUSED', false));
    expect(judgeFailure(all('ECONNRESET'))).toEqual(outage('ECONNRESET'));
  });

  test('before it was connected has not reached the subgraph', () => {
    expect(judgeFailure(new errors.ConnectTimeoutError('late'))).toEqual(outage('connect timeout', false));
  });

  test('at the deadline may have reached it', () => {
    expect(judgeFailure(new DOMException('late', 'TimeoutError'))).toEqual(outage('deadline'));
    expect(judgeFailure(new DOMException('stopped', 'AbortError'))).toEqual(outage('deadline'));
  });

  test.each([[new Error('10.0.0.7')], ['10.0.0.7'], [undefined], [null]])(
    'for any other reason may have reached it, and no address is told',
    (thrown) => {
      expect(judgeFailure(thrown)).toEqual(outage('connection broke'));
    },
  );
});
