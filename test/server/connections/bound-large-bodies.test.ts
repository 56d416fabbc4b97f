import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { boundLargeBodies } from '../../../server/connections/bound-large-bodies.ts';
import { listen } from '../../../server/create-http-server.ts';
import { waitFor } from '../../support/wait-for.ts';
import { quietServer } from './quiet-server.ts';

test('of one address 32 large bodies are read at a time, and small ones beside them; one that is gone makes room', async () => {
  const app = quietServer();
  boundLargeBodies(app);
  app.post('/graphql', async () => ({ data: null }));
  const port = await listen(app, { host: '127.0.0.1', port: 0, variable: 'PORT' });
  const url = `http://127.0.0.1:${port}/graphql`;
  const post = (length: number) =>
    fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: 'a'.repeat(length) }),
    });
  const sockets: Socket[] = [];
  for (let n = 0; n < 32; n += 1) {
    const socket = connect(port, '127.0.0.1');
    socket.on('error', () => undefined);
    await once(socket, 'connect');
    socket.write(
      'POST /graphql HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\ncontent-length: 70000\r\n\r\n{',
    );
    sockets.push(socket);
  }
  await waitFor(async () => expect((await post(70_000)).status).toBe(429), 10_000);
  const refused = await post(70_000);
  expect([
    refused.headers.get('retry-after'),
    ((await refused.json()) as { errors: [{ extensions: { code: string } }] }).errors[0].extensions.code,
  ]).toEqual(['1', 'TOO_MANY_REQUESTS']);
  expect((await post(10)).status).toBe(200);
  sockets[0]?.destroy();
  await waitFor(async () => expect((await post(70_000)).status).toBe(200), 10_000);
  for (const socket of sockets) socket.destroy();
  await app.close();
});
