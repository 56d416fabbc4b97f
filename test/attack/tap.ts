import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type IncomingMessage, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { linked } from '../support/end-to-end/demo.ts';

/** A fetch of the gateway, or a delivery of the other agency's channel, as an operator of a subgraph sees it. */
export interface Caught {
  headers: IncomingHttpHeaders;
  body: string;
}

/**
 * How what is asked comes to nothing: the subgraph is at work on it until nobody waits any more, or the answer is larger than a gateway
 * should read, or has more receipts than an honest one, or says, later than the other agency's, that the other one has nothing, or has a page
 * that is longer than was asked, or a list that is no page and has one person in many places.
 */
export type Burden = 'without end' | 'too large' | 'full of receipts' | Rewriting;

/** What becomes of an honest answer. */
type Rewriting = 'for the other too' | 'a long page' | 'a short list' | 'a long list';

const tooLarge = `{"data":{},"extensions":{"padding":"${'x'.repeat(17 * 1024 * 1024)}"}}`;

const receipt = (record: number) => ({
  coordinate: 'BelarusDossier.contacts',
  class: 'CONTACT',
  owner: 'BELARUS',
  reason: 'NOT_RELEASED',
  records: [String(record)],
  remedy: 'Ask.',
});
const redactions = Array.from({ length: 25_000 }, (_none, n) => receipt(n));
const fullOfReceipts = JSON.stringify({
  data: null,
  errors: [{ message: 'No.' }],
  extensions: { redactions },
});

/** Milliseconds after which the other agency has answered for itself. */
const afterTheOther = 300;

/** An agency's answer, which says of each entity that Belarus has nothing of it. */
function withoutBelarus(answer: string): string {
  const { data, ...rest } = JSON.parse(answer) as { data?: { _entities?: (object | null)[] } };
  const entities = data?._entities?.map((entity) => entity && { ...entity, belarus: null });
  return JSON.stringify({ ...rest, data: { ...data, _entities: entities } });
}

/** An agency's answer with a page of its dossiers that names the first of them a thousand times. */
function withLongPage(answer: string): string {
  const { data, ...rest } = JSON.parse(answer) as {
    data?: { russia?: { dossiers?: { nodes?: unknown[] } | null } | null };
  };
  const dossiers = data?.russia?.dossiers;
  if (dossiers?.nodes) dossiers.nodes = Array(1_000).fill(dossiers.nodes[0]);
  return JSON.stringify({ ...rest, data });
}

/** An agency's answer in which an alert is about one person in so many places: its dossiers are no page. */
const withAlertOn =
  (places: number) =>
  (answer: string): string => {
    const { data, ...rest } = JSON.parse(answer) as { data?: { russia?: object } };
    const suspect = { __typename: 'Suspect', id: `S-${linked.belarus}` };
    const dossiers = Array(places).fill({ __typename: 'RussiaDossier', suspect });
    return JSON.stringify({ ...rest, data: { ...data, russia: { alerts: { nodes: [{ dossiers }] } } } });
  };

const rewritten: Readonly<Record<Rewriting, (answer: string) => string>> = {
  'for the other too': withoutBelarus,
  'a long page': withLongPage,
  'a short list': withAlertOn(10),
  'a long list': withAlertOn(6_000),
};

const isRewriting = (how: Burden | undefined): how is Rewriting => how !== undefined && how in rewritten;

/** Milliseconds that a health check takes meanwhile, as one of a subgraph does that is busy. */
const busyFor = 500;

/** A rogue operator's place in front of a subgraph: passes everything on, and keeps what it saw. */
export interface Tap {
  /** Where the gateway is to be sent. */
  url: string;
  /** Where the other agency's channel is to be sent. */
  channel: string;
  /** What has come by since the last call. */
  take(): Caught[];
  /**
   * Stands for a subgraph to which what contains a text is a burden.
   * @returns what ends it
   */
  burden(text: string, how: Burden): () => void;
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
  let burdened: { text: string; how: Burden } | undefined;
  const server = createServer(async (incoming, response) => {
    const body = await read(incoming);
    const { method = 'GET', url = '/', headers } = incoming;
    // What the gateway asks for itself, such as who is suspended, is no fetch, and may come by at any moment.
    const isForItself = headers['concord-identity'] !== undefined && headers.authorization === undefined;
    if (method === 'POST' && !isForItself) caught.push({ headers, body: body.toString() });
    if (burdened && method === 'GET') await sleep(busyFor);
    const how = burdened && body.includes(burdened.text) ? burdened.how : undefined;
    if (how !== undefined && !isRewriting(how)) {
      if (how === 'too large') response.end(tooLarge);
      else if (how === 'full of receipts') response.end(fullOfReceipts);
      else await once(response, 'close');
      return;
    }
    const outgoing = request(new URL(url, upstream), { method, headers, agent: false });
    outgoing.once('error', () => response.destroy());
    outgoing.once('response', async (answer) => {
      if (isRewriting(how)) {
        const text = (await read(answer)).toString();
        await sleep(afterTheOther);
        response.end(rewritten[how](text));
        return;
      }
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
    burden: (text, how) => {
      burdened = { text, how };
      return () => {
        burdened = undefined;
      };
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
