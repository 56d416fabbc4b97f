import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo, createServer as createTcpServer, type Server as TcpServer } from 'node:net';
import { reach } from '../../../workshop/embedded-mongodb/reach.ts';

async function listening(server: TcpServer, use: (url: URL) => Promise<void>): Promise<void> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  try {
    await use(new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/mongodb.tgz`));
  } finally {
    server.close();
  }
}

function answering(status: number) {
  return createServer((_request, response) => response.writeHead(status).end());
}

describe('a download host is reached or given up', () => {
  test.each([200, 405])('one that answers %i is reached', (status) =>
    listening(answering(status), async (url) => {
      await expect(reach(url, 5_000, {})).resolves.toBeUndefined();
    }),
  );

  test.each([403, 404, 503])('one that answers %i is not', (status) =>
    listening(answering(status), async (url) => {
      await expect(reach(url, 5_000, {})).rejects.toThrow(`answers ${status} for /mongodb.tgz`);
    }),
  );

  test('one that takes the connection and stays silent is given up when the time is over', async () => {
    const silent = createTcpServer((socket) => void socket.on('error', () => undefined).resume());
    await listening(silent, async (url) => {
      const start = Date.now();
      await expect(reach(url, 300, {})).rejects.toThrow(/did not answer within 0.3 s/);
      expect(Date.now() - start).toBeLessThan(2_000);
    });
  });

  test('one that is not there is given up at once', async () => {
    const start = Date.now();
    await expect(reach(new URL('http://127.0.0.1:1/mongodb.tgz'), 5_000, {})).rejects.toThrow(/ECONNREFUSED/);
    expect(Date.now() - start).toBeLessThan(1_000);
  });

  test('a proxy in the environment is asked, since the download will go through it', () =>
    listening(answering(200), async (url) => {
      const behindNothing = { https_proxy: 'http://127.0.0.1:1' };
      await expect(reach(url, 5_000, behindNothing)).rejects.toThrow(/ECONNREFUSED/);
      await expect(reach(url, 5_000, {})).resolves.toBeUndefined();
    }));
});
