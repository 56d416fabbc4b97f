import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';
import {
  type ConnectionTimings,
  createHttpServer,
  listen,
  refuseOtherMethods,
} from '../../server/create-http-server.ts';
import { createRegistry } from '../../server/create-registry.ts';
import { createLog } from '../../server/log.ts';

const open: FastifyInstance[] = [];
const sockets: Socket[] = [];
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  for (const app of open.splice(0)) await app.close();
});

const minute = 60_000;

/** A server with an address that answers, and one that refuses who asks. */
async function served(
  connections: Partial<ConnectionTimings> = {},
  isWorthParsing?: () => Promise<boolean>,
): Promise<number> {
  const app = createHttpServer({
    log: createLog('test', 'silent'),
    mode: 'production',
    registry: createRegistry(),
    bodyLimit: 100_000,
    ...(isWorthParsing && { isWorthParsing }),
    notReady: async () => [],
    connections: { headers: minute, request: minute, silence: minute, every: 20, ...connections },
  });
  app.post('/graphql', async ({ body }) => ({ data: typeof body }));
  app.get('/private', async (_request, reply) => reply.code(401).send({}));
  app.get('/endless', () => new Promise(() => undefined));
  app.get('/accepted', async ({ headers }) => ({ accept: headers.accept }));
  app.get('/cookies', async ({ headers }) => ({ cookie: headers.cookie }));
  refuseOtherMethods(app, '/graphql', ['POST']);
  open.push(app);
  return listen(app, { host: '127.0.0.1', port: 0, variable: 'PORT' });
}

/** A connection on which the test writes itself, and what comes back until it is closed. */
function raw(port: number) {
  const socket = connect(port, '127.0.0.1');
  sockets.push(socket);
  let text = '';
  socket.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk;
  });
  socket.on('error', () => undefined);
  const closed = once(socket, 'close').then(() => text);
  return { socket, closed };
}

const post = (host: string, body = '{}', length = body.length) =>
  `POST /graphql HTTP/1.1\r\nhost: ${host}\r\ncontent-type: application/json\r\ncontent-length: ${length}\r\nconnection: close\r\n\r\n${body}`;

describe('a connection', () => {
  test('on which a request comes is answered', async () => {
    const { socket, closed } = raw(await served());
    socket.write(post('localhost'));
    expect(await closed).toMatch(/^HTTP\/1.1 200 /);
  });

  test.each([
    ['', 'host: a\r\n', 200],
    [' that expect something', 'host: a\r\nexpect: x\r\n', 200],
    [' that expect to go on', 'host: a\r\nexpect: 100-continue\r\n', 200],
    [' that name no host', '', 400],
  ])('on which requests%s come before the last was answered is cut off', async (_what, headers, status) => {
    const port = await served();
    const { socket, closed } = raw(port);
    const asked = `GET /accepted HTTP/1.1\r\n${headers}\r\n`;
    socket.write(asked);
    await once(socket, 'data');
    socket.write(asked);
    await once(socket, 'data');
    socket.write(asked.repeat(1_000));
    const answered = (await closed).match(new RegExp(`HTTP/1.1 ${status} `, 'g')) ?? [];
    expect(answered.length).toBeGreaterThanOrEqual(2);
    expect(answered.length).toBeLessThan(10);
  });

  test('on which a request with a hundred headers comes is answered, and one with more is refused and closed', async () => {
    const port = await served();
    const asked = (count: number) =>
      `GET /accepted HTTP/1.1\r\nhost: a\r\nconnection: close\r\n${'a:\r\n'.repeat(count - 2)}\r\n`;
    for (const [count, status] of [
      [100, 200],
      [101, 431],
    ] as const) {
      const { socket, closed } = raw(port);
      socket.write(asked(count));
      expect(await closed).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    }
  });

  test('on which a body comes in chunks is told to send its length, and closed', async () => {
    const { socket, closed } = raw(await served());
    socket.write(
      'POST /graphql HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n',
    );
    for (let n = 0; n < 100; n += 1) socket.write('1\r\n \r\n');
    expect(await closed).toMatch(/^HTTP\/1.1 411 [\s\S]*BAD_REQUEST/);
  });

  test('on which nothing comes is closed', async () => {
    const { closed } = raw(await served({ headers: 50 }));
    expect(await closed).toMatch(/^(HTTP\/1.1 408 |$)/);
  });

  test('on which headers come a byte at a time is closed', async () => {
    const { socket, closed } = raw(await served({ headers: 50 }));
    const trickle = setInterval(() => socket.write('x'), 10);
    socket.write('POST /graphql HTTP/1.1\r\nx-');
    expect(await closed).toMatch(/^(HTTP\/1.1 408 |$)/);
    clearInterval(trickle);
  });

  test('on which a body comes a byte at a time is closed', async () => {
    const { socket, closed } = raw(await served({ headers: 20, request: 50 }));
    const trickle = setInterval(() => socket.write(' '), 10);
    socket.write(post('localhost', '{', 1_000));
    expect(await closed).toMatch(/^(HTTP\/1.1 408 |$)/);
    clearInterval(trickle);
  });

  test('on which nothing moves any more is closed', async () => {
    const { socket, closed } = raw(await served({ silence: 50 }));
    socket.write('GET /endless HTTP/1.1\r\nhost: localhost\r\n\r\n');
    expect(await closed).toBe('');
  });
});

describe('a request', () => {
  test('that names an empty host is a bad request', async () => {
    const { socket, closed } = raw(await served());
    socket.write(post(''));
    const answer = await closed;
    expect(answer).toMatch(/^HTTP\/1.1 400 /);
    expect(answer).toContain('"code":"BAD_REQUEST"');
  });

  test('by a method that is none of the address’s is told which are', async () => {
    const port = await served();
    for (const method of ['GET', 'PUT', 'DELETE', 'PATCH']) {
      const answer = await fetch(`http://127.0.0.1:${port}/graphql`, { method });
      expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'POST']);
      expect(await answer.json()).toMatchObject({ errors: [{ extensions: { code: 'BAD_REQUEST' } }] });
    }
  });

  test('by such a method is told so whatever its body says that it is', async () => {
    const port = await served();
    for (const type of ['application/json', 'application/json; charset=iso-8859-1', 'text/plain']) {
      const answer = await fetch(`http://127.0.0.1:${port}/graphql`, {
        method: 'DELETE',
        headers: { 'content-type': type },
      });
      expect([type, answer.status, answer.headers.get('allow')]).toEqual([type, 405, 'POST']);
    }
  });

  test.each([
    ['application/json', 200],
    ['application/json; charset=UTF-8', 200],
    ['application/json;charset="utf8"', 200],
    ['application/json; charset=iso-8859-1', 415],
    ['application/json; foo=bar; charset=windows-1251', 415],
  ])('of the type %s is answered with %i', async (type, status) => {
    const answer = await fetch(`http://127.0.0.1:${await served()}/graphql`, {
      method: 'POST',
      headers: { 'content-type': type },
      body: '{}',
    });
    expect(answer.status).toBe(status);
    if (status === 415)
      expect(await answer.json()).toMatchObject({
        errors: [
          { message: 'Send JSON in UTF-8, and no other charset.', extensions: { code: 'BAD_REQUEST' } },
        ],
      });
  });

  test.each([
    ['small', 'let in', 100, true, 'object'],
    ['large', 'let in', 50_000, true, 'object'],
    ['small', 'not known', 100, false, 'object'],
    ['large', 'not known', 50_000, false, 'undefined'],
  ])(
    'with a %s body of somebody who is %s has it parsed only where it is worth it',
    async (_size, _who, length, isWorth, data) => {
      const port = await served({}, async () => isWorth);
      const answer = await fetch(`http://127.0.0.1:${port}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query: 'a'.repeat(length) }),
      });
      expect(await answer.json()).toEqual({ data });
    },
  );

  test('with a content type of thousands of blanks is refused before a library parses it', async () => {
    const answer = await fetch(`http://127.0.0.1:${await served()}/graphql`, {
      method: 'POST',
      headers: { 'content-type': `application/json;${' '.repeat(300)}charset` },
      body: '{}',
    });
    expect(answer.status).toBe(415);
    expect(await answer.json()).toMatchObject({ errors: [{ extensions: { code: 'BAD_REQUEST' } }] });
  });

  test('with cookies by the hundred has none, since each of them is parsed', async () => {
    const address = `http://127.0.0.1:${await served()}/cookies`;
    const cookies = async (count: number) => {
      const cookie = Array.from({ length: count }, (_none, n) => `a${n}=%`).join('; ');
      return (await (await fetch(address, { headers: { cookie } })).json()) as { cookie?: string };
    };
    expect((await cookies(50)).cookie).toContain('a49=%');
    expect((await cookies(51)).cookie).toBeUndefined();
  });

  test('that is not let in is told how to be, and whether it was the token', async () => {
    const address = `http://127.0.0.1:${await served()}/private`;
    const challenge = async (headers: Record<string, string>) =>
      (await fetch(address, { headers })).headers.get('www-authenticate');
    expect(await challenge({})).toBe('Bearer realm="concord"');
    expect(await challenge({ authorization: 'Bearer x' })).toBe(
      'Bearer realm="concord", error="invalid_token"',
    );
  });
});

test('an accept of more types than any client sends counts as any: choosing among them would take long', async () => {
  const port = await served();
  const acceptedOf = async (accept: string) => {
    const answer = await fetch(`http://127.0.0.1:${port}/accepted`, { headers: { accept } });
    return ((await answer.json()) as { accept: string }).accept;
  };
  expect(await acceptedOf('application/json')).toBe('application/json');
  expect(await acceptedOf('/,'.repeat(512))).toBe('/,'.repeat(512));
  expect(await acceptedOf('/,'.repeat(513))).toBe('*/*');
});
