import { once } from 'node:events';
import { request } from 'node:http';
import { connect, type Socket } from 'node:net';
import { TurnsOfStrangers } from '../../../server/connections/turns-of-strangers.ts';
import { listen } from '../../../server/create-http-server.ts';
import { quietServer } from './quiet-server.ts';

const head = (length: number) =>
  `POST /graphql HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\ncontent-length: ${length}\r\n\r\n`;

async function served() {
  const app = quietServer();
  const strangers = new TurnsOfStrangers(['/others']);
  strangers.bound(app);
  app.post('/graphql', async (asked) => {
    if (asked.headers.authorization) strangers.hasSigned(asked);
    return { data: null };
  });
  app.post('/others', async () => ({ data: null }));
  const port = await listen(app, { host: '127.0.0.1', port: 0, variable: 'PORT' });
  const post = (from: string, path = '/graphql', headers: Record<string, string> = {}) =>
    new Promise<{ status?: number; retryAfter?: string }>((resolve, reject) => {
      const asked = request({
        host: '127.0.0.1',
        port,
        path,
        method: 'POST',
        localAddress: from,
        agent: false,
        headers: { 'content-type': 'application/json', 'content-length': 2, ...headers },
      });
      asked.once('error', reject);
      asked.once('response', (answer) => {
        answer.resume();
        const { statusCode: status, headers: told } = answer;
        resolve({ status, retryAfter: told['retry-after'] } as { status: number; retryAfter?: string });
      });
      asked.end('{}');
    });
  const sockets: Socket[] = [];
  /** Sends requests on one connection, each once the last was answered. */
  const converse = async (requests: readonly string[]): Promise<string[]> => {
    const socket = connect({ host: '127.0.0.1', port });
    sockets.push(socket);
    const statuses: string[] = [];
    for (const each of requests) {
      socket.write(each);
      const [answer] = (await once(socket, 'data')) as [Buffer];
      statuses.push(answer.toString().split(' ', 2)[1] ?? '');
    }
    return statuses;
  };
  const hold = async (from: string) => {
    const socket = connect({ host: '127.0.0.1', port, localAddress: from });
    socket.on('error', () => undefined);
    sockets.push(socket);
    await once(socket, 'connect');
    socket.write(`${head(1_000)}{`);
    return socket;
  };
  const stop = async () => {
    for (const socket of sockets) socket.destroy();
    await app.close();
  };
  return { post, hold, converse, stop };
}

test('strangers whose bodies do not come wait for each other, and an address from which a gateway has signed does not wait', async () => {
  const { post, hold, stop } = await served();
  const signed = { authorization: 'signed' };
  expect((await post('127.0.0.1', '/graphql', signed)).status).toBe(200);
  for (let n = 0; n < 64; n += 1) await hold('127.0.0.2');
  expect(await post('127.0.0.2')).toEqual({ status: 429, retryAfter: '1' });
  expect((await post('127.0.0.1')).status).toBe(200);
  expect((await post('127.0.0.2', '/others')).status).toBe(200);
  // Their bodies have five seconds.
  expect((await post('127.0.0.3')).status).toBe(200);
  await stop();
});

test('a stranger who hangs up makes room', async () => {
  const { post, hold, stop } = await served();
  const held = await Promise.all(Array.from({ length: 8 }, () => hold('127.0.0.2')));
  const waiting = post('127.0.0.3');
  held[0]?.destroy();
  expect((await waiting).status).toBe(200);
  await stop();
});

test('reads of a connection on which a gateway has signed are not looked at before the parser', async () => {
  const { converse, stop } = await served();
  const asked = (headers: string) =>
    `POST /graphql HTTP/1.1\r\nhost: a\r\n${headers}content-type: application/json\r\ncontent-length: 2\r\n\r\n{}`;
  const many = Array.from({ length: 120 }, (_, n) => `x-${n}: a\r\n`).join('');
  expect(await converse([asked(''), asked(many)])).toEqual(['200', '431']);
  expect(await converse([asked('authorization: signed\r\n'), asked(many)])).toEqual(['200', '200']);
  await stop();
});
