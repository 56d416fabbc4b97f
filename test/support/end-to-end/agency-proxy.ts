import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  request,
  type ServerResponse,
} from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { until } from './until.ts';

/** What a subgraph answered. */
interface Answered {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

/** One request of the gateway on its way to a subgraph. */
export interface Exchange {
  request: IncomingMessage;
  body: Buffer;
  response: ServerResponse;
  /** Asks the subgraph itself. */
  forward(): Promise<Answered>;
}

/** What stands between the gateway and an agency does with a request. */
export type Behaviour = (exchange: Exchange) => unknown;

const json = { 'content-type': 'application/json' };

/** Answers, and then it is over. */
export const answering =
  (status: number, body: string, headers: Record<string, string> = json): Behaviour =>
  ({ response }) =>
    response.writeHead(status, headers).end(body);

export const passing: Behaviour = async ({ response, forward }) => {
  const { status, headers, body } = await forward();
  response.writeHead(status, headers).end(body);
};

/** Never says anything. */
export const hanging: Behaviour = () => undefined;

export const resetting: Behaviour = ({ request: { socket } }) => socket.resetAndDestroy();

/** Begins to answer and breaks off. */
export const breakingOff: Behaviour = async ({ response, forward }) => {
  const { status, headers, body } = await forward();
  response.writeHead(status, headers).write(body.subarray(0, body.length / 2), () => response.destroy());
};

/** Answers, a piece at a time. */
export const inPieces =
  (pieces: number, pause: number): Behaviour =>
  async ({ response, forward }) => {
    const { status, headers, body } = await forward();
    response.writeHead(status, headers);
    const size = Math.ceil(body.length / pieces);
    for (let start = 0; start < body.length && !response.destroyed; start += size) {
      response.write(body.subarray(start, start + size));
      await sleep(pause);
    }
    response.end();
  };

/** Answers what the subgraph does, with something changed. */
export const changing =
  (change: (text: string) => string): Behaviour =>
  async ({ response, forward }) => {
    const { status, body } = await forward();
    response.writeHead(status, json).end(change(body.toString()));
  };

async function bodyOf(message: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function forwarded(upstream: string, { method, url = '/', headers }: IncomingMessage, body: Buffer) {
  return new Promise<Answered>((resolve, reject) => {
    // A connection of its own each time, so that nothing of an outage is left for the next request.
    const outgoing = request(new URL(url, upstream), { method: method ?? 'GET', headers, agent: false });
    outgoing.once('error', reject);
    outgoing.once('response', (incoming) => {
      bodyOf(incoming).then(
        (received) =>
          resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, body: received }),
        reject,
      );
    });
    outgoing.end(body);
  });
}

export interface AgencyProxy {
  /** Where the gateway has to be sent for it. */
  url: string;
  /** From the next request on. */
  behave(behaviour: Behaviour): void;
  /** Keeps back what the subgraph answers from now on. */
  hold(): { reached(): Promise<void>; release(): void };
}

/** A proxy between the gateway and a subgraph, which passes everything on until it is told to behave otherwise. */
export async function agencyProxy(upstream: string): Promise<AgencyProxy> {
  let behaviour = passing;
  const server = createServer(async (incoming, response) => {
    const body = await bodyOf(incoming);
    try {
      // What the gateway asks every second is none of a test's requests.
      const behave = incoming.url === '/suspensions' ? passing : behaviour;
      await behave({
        request: incoming,
        body,
        response,
        forward: () => forwarded(upstream, incoming, body),
      });
    } catch {
      // The subgraph broke off, and so does its proxy.
      incoming.socket.resetAndDestroy();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  afterAll(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  return {
    url: `http://127.0.0.1:${port}/graphql`,
    behave: (next) => {
      behaviour = next;
    },
    hold: () => {
      let held = 0;
      let release: () => void = () => undefined;
      const released = new Promise<void>((resolve) => {
        release = resolve;
      });
      behaviour = async (exchange) => {
        const answered = await exchange.forward();
        held += 1;
        await released;
        exchange.response.writeHead(answered.status, answered.headers).end(answered.body);
      };
      return { reached: () => until(() => held > 0, 10_000), release };
    },
  };
}
