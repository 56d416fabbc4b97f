import { createServer, type IncomingHttpHeaders, type IncomingMessage, request } from 'node:http';

/** A fetch of the gateway, or a delivery of the other agency's channel, as an operator of a subgraph sees it. */
export interface Caught {
  headers: IncomingHttpHeaders;
  body: string;
}

/** A rogue operator's place in front of a subgraph: passes everything on, and keeps what it saw. */
export interface Tap {
  /** Where the gateway is to be sent. */
  url: string;
  /** Where the other agency's channel is to be sent. */
  channel: string;
  /** What has come by since the last call. */
  take(): Caught[];
  close(): Promise<void>;
}

async function read(message: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** @param upstream where the subgraph itself is */
export async function openTap(upstream: string): Promise<Tap> {
  let caught: Caught[] = [];
  const server = createServer(async (incoming, response) => {
    const body = await read(incoming);
    const { method = 'GET', url = '/', headers } = incoming;
    if (method === 'POST') caught.push({ headers, body: body.toString() });
    const outgoing = request(new URL(url, upstream), { method, headers, agent: false });
    outgoing.once('error', () => response.destroy());
    outgoing.once('response', (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    outgoing.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the tap has no port');
  const place = `http://127.0.0.1:${address.port}`;
  return {
    url: `${place}/graphql`,
    channel: `${place}/channel`,
    take: () => {
      const taken = caught;
      caught = [];
      return taken;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
