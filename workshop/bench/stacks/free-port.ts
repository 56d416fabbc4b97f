import { createServer } from 'node:net';

const given = new Set<number>();

/** A port that nobody listens on, and that nobody has been given before: whoever was may not listen yet. */
export async function freePort(): Promise<number> {
  for (;;) {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
    const address = server.address();
    await new Promise((resolve) => server.close(resolve));
    const port = typeof address === 'object' && address ? address.port : 0;
    if (given.has(port)) continue;
    given.add(port);
    return port;
  }
}
