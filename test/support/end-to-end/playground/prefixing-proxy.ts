import { createServer, request } from 'node:http';

/** A proxy that serves what is at `upstream` under a path of its own, as one in front of several services does. */
export function prefixingProxy(upstream: string, prefix: string): () => string {
  let address = '';
  const server = createServer((incoming, response) => {
    const { method = 'GET', url = '/', headers } = incoming;
    if (!url.startsWith(`${prefix}/`)) return response.writeHead(404).end();
    const outgoing = request(new URL(url.slice(prefix.length), upstream), { method, headers }, (answered) => {
      response.writeHead(answered.statusCode ?? 502, answered.headers);
      answered.pipe(response);
    });
    outgoing.once('error', () => response.destroy());
    return incoming.pipe(outgoing);
  });
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
    const bound = server.address();
    address = `http://localhost:${typeof bound === 'object' ? bound?.port : 0}${prefix}`;
  });
  afterAll(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  return () => address;
}
