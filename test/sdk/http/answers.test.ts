import { getEventListeners, once } from 'node:events';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { VisibilityDocument } from '../../../sdk/src/generated/operations.ts';
import { loopbackServer } from '../../support/loopback-server.ts';
import { answer, type Behaviour, clientOf, gatewayThat, problemOf } from '../support/gateway.ts';

const variables = { document: '{ __typename }' };
const whole = { data: { visibility: null } };

const problemWith = async (behaves: Behaviour, options = {}) => {
  const { url } = await gatewayThat(behaves);
  return problemOf(clientOf(url, options).query(VisibilityDocument, variables));
};

const text =
  (body: string, type: string, status = 200): Behaviour =>
  (_request, response) => {
    response.writeHead(status, { 'content-type': type }).end(body);
  };

/** An answer with a receipt whose advice is this JSON. */
const advised = (advice: string) =>
  `{"data":{"visibility":null},"extensions":{"redactions":[{"coordinate":"X.y","class":"CASE","owner":"RUSSIA","reason":"ROLE","remedy":"Ask.","records":null,"advice":${advice}}]}}`;

describe('an answer that is none of GraphQL', () => {
  test.each<[string, Behaviour]>([
    ['a page of HTML', text('<html>Sign in</html>', 'text/html')],
    ['a page of HTML that says it is JSON', text('<html>', 'application/json')],
    ['JSON that says it is text', text('{"data":{"visibility":null}}', 'text/plain')],
    ['half of its JSON', text('{"data":{"visibility":', 'application/json')],
    ['nothing', text('', 'application/json')],
    ['a list', text('[]', 'application/json')],
    ['neither data nor errors', text('{}', 'application/json')],
    ['no data and no errors', text('{"data":null,"errors":[]}', 'application/json')],
    ['data that is text', text('{"data":"x"}', 'application/json')],
    ['errors that are text', text('{"data":{},"errors":"x"}', 'application/json')],
    ['an error without a message', text('{"data":{},"errors":[{}]}', 'application/json')],
    [
      'a receipt that cannot be read, since a withheld field would look absent',
      text('{"data":{},"extensions":{"redactions":[{"coordinate":"X.y"}]}}', 'application/json'),
    ],
    [
      'a restriction that cannot be read, since a value would look free to use',
      text('{"data":{},"extensions":{"handling":[{"coordinate":"X.y"}]}}', 'application/json'),
    ],
    ['extensions that are a list', text('{"data":{},"extensions":[]}', 'application/json')],
    ['extensions that are text', text('{"data":{},"extensions":"x"}', 'application/json')],
    ['receipts that are text', text('{"data":{},"extensions":{"redactions":"x"}}', 'application/json')],
    ['a path that is text', text('{"data":{},"errors":[{"message":"x","path":"x"}]}', 'application/json')],
    ['a receipt with an advice that is a sentence', text(advised('"Ask."'), 'application/json')],
  ])('%s', async (_name, behaves) => {
    expect(await problemWith(behaves)).toEqual({ code: 'ANSWER_MALFORMED' });
  });

  test.each([
    '{"data":{"visibility":null},"errors":null,"extensions":null}',
    '{"data":{"visibility":null},"errors":[{"message":"x","path":null,"extensions":null}]}',
    '{"data":{"visibility":null},"errors":[{"message":"x","path":["visibility"],"extensions":{"code":null}}]}',
  ])('is not one that writes null for what is not there: %s', async (body) => {
    expect(await problemWith(text(body, 'application/json'))).not.toEqual({ code: 'ANSWER_MALFORMED' });
  });

  test('is not one whose receipts have an advice', async () => {
    expect(await problemWith(text(advised('{"code":"ASK_RELEASE"}'), 'application/json'))).toBe('none');
  });

  test('names the request and the status', async () => {
    const { url } = await gatewayThat((_request, response) => {
      response
        .writeHead(502, { 'content-type': 'text/html', 'x-request-id': 'from-the-gateway' })
        .end('<html>');
    });
    await expect(clientOf(url).query(VisibilityDocument, variables)).rejects.toMatchObject({
      status: 502,
      requestId: 'from-the-gateway',
    });
  });
});

describe('a connection', () => {
  test('that breaks off in the middle of the answer', async () => {
    const broken: Behaviour = (_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': 1_000 });
      response.write('{"data":', () => response.destroy());
    };
    expect(await problemWith(broken)).toEqual({ code: 'NETWORK_FAILED' });
  });

  test('that is refused', async () => {
    const { url, stop } = await gatewayThat((_request, response) => answer(response, whole));
    await stop();
    const failed = clientOf(url).query(VisibilityDocument, variables);
    await expect(failed).rejects.toMatchObject({
      problem: { code: 'NETWORK_FAILED' },
      requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      cause: expect.anything(),
    });
  });

  test('on which nothing comes ends with the deadline', async () => {
    expect(await problemWith(() => undefined, { deadline: 50 })).toEqual({ code: 'DEADLINE_EXCEEDED' });
  });

  test('on which the answer never ends ends with the deadline', async () => {
    const endless: Behaviour = (_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' }).write('{"data":');
    };
    expect(await problemWith(endless, { deadline: 100 })).toEqual({ code: 'DEADLINE_EXCEEDED' });
  });

  test('is given up when its caller says so, before and while it waits', async () => {
    const { url, reached } = await gatewayThat(() => undefined);
    const before = clientOf(url).query(VisibilityDocument, variables, { signal: AbortSignal.abort() });
    expect(await problemOf(before)).toEqual({ code: 'ABORTED' });
    expect(reached).toEqual([]);
    const controller = new AbortController();
    const during = clientOf(url).query(VisibilityDocument, variables, { signal: controller.signal });
    setTimeout(() => controller.abort(), 30);
    expect(await problemOf(during)).toEqual({ code: 'ABORTED' });
  });

  test('that is given up names its request', async () => {
    const { url } = await gatewayThat(() => undefined);
    const ask = (options: object) =>
      clientOf(url).query(VisibilityDocument, variables, { requestId: 'my-request-1', ...options });
    const named = { requestId: 'my-request-1' };
    await expect(ask({ deadline: 50 })).rejects.toMatchObject(named);
    await expect(ask({ signal: AbortSignal.timeout(50) })).rejects.toMatchObject(named);
  });

  test('leaves nothing on a signal that outlives it', async () => {
    const controller = new AbortController();
    const { signal } = controller;
    const { url } = await gatewayThat((_request, response, number) =>
      number % 2 === 0 ? answer(response, whole) : response.destroy(),
    );
    const concord = clientOf(url, { around: (_attempt, send) => send() });
    const listening: number[] = [];
    for (let times = 0; times < 6; times++) {
      const asked = problemOf(concord.query(VisibilityDocument, variables, { signal }));
      listening.push(getEventListeners(signal, 'abort').length);
      await asked;
    }
    expect(listening).toEqual([1, 1, 1, 1, 1, 1]);
    expect(getEventListeners(signal, 'abort')).toEqual([]);
  });
});

describe('a redirect', () => {
  test.each([301, 302, 303, 307, 308])(
    'of %i is not followed: no request and no token leave for there',
    async (status) => {
      const elsewhere: unknown[] = [];
      const other = await loopbackServer((request, response) => {
        elsewhere.push(request.headers);
        response.end('{}');
      });
      const { url } = await gatewayThat((_request, response) => {
        response.writeHead(status, { location: `${other.url}?token=secret` }).end();
      });
      const failed = clientOf(url).query(VisibilityDocument, variables);
      await expect(failed).rejects.toMatchObject({
        problem: { code: 'REDIRECTED' },
        message: expect.not.stringMatching(/secret|token-1|127\.0\.0\.1/),
      });
      expect(elsewhere).toEqual([]);
    },
  );

  test('to the same place is not followed either', async () => {
    const { url, reached } = await gatewayThat((_request, response, number) => {
      if (number === 0) response.writeHead(307, { location: '/elsewhere' }).end();
      else answer(response, whole);
    });
    expect(await problemOf(clientOf(url).query(VisibilityDocument, variables))).toEqual({
      code: 'REDIRECTED',
    });
    expect(reached).toHaveLength(1);
  });
});

describe('a large answer', () => {
  const megabyte = 'x'.repeat(1024 * 1024);
  const sending =
    (megabytes: number, headers = {}): Behaviour =>
    async (_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json', ...headers });
      const closed = once(response, 'close');
      response.write('{"data":{"visibility":null},"extensions":{"x":"');
      for (let sent = 0; sent < megabytes && !response.destroyed; sent++) {
        if (!response.write(megabyte)) await Promise.race([once(response, 'drain'), closed]);
      }
      response.end('"}}');
    };

  test('of 50 MB is refused', async () => {
    expect(await problemWith(sending(50))).toEqual({ code: 'ANSWER_TOO_LARGE' });
  });

  test('of 50 MB that says so is refused before it is read', async () => {
    const saying = sending(50, { 'content-length': 50 * 1024 * 1024 + 50 });
    expect(await problemWith(saying)).toEqual({ code: 'ANSWER_TOO_LARGE' });
  });

  const compressed =
    (encoding: string, body: Buffer): Behaviour =>
    (_request, response) =>
      response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': encoding }).end(body);
  const fast = { params: { [constants.BROTLI_PARAM_QUALITY]: 2 } };
  const bomb = Buffer.alloc(50 * 1024 * 1024, ' ');

  test.each([
    ['gzip', gzipSync],
    ['br', (body: Buffer) => brotliCompressSync(body, fast)],
  ])('of 50 MB that came as a few kB of %s is refused', async (encoding, compress) => {
    const small = compress(bomb);
    expect(small.byteLength).toBeLessThan(300_000);
    expect(await problemWith(compressed(encoding, small))).toEqual({ code: 'ANSWER_TOO_LARGE' });
  });

  test('that was compressed and is below the limit is read', async () => {
    const padded = `{"data":{"visibility":null}${' '.repeat(1_000_000)}}`;
    expect(await problemWith(compressed('gzip', gzipSync(padded)))).toBe('none');
  });

  test('below the limit is read', async () => {
    expect(await problemWith(sending(15))).toBe('none');
  });

  test('over a limit of the client’s own is refused', async () => {
    expect(await problemWith(sending(1), { maxAnswerBytes: 1000 })).toEqual({ code: 'ANSWER_TOO_LARGE' });
  });
});
