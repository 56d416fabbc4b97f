import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { belarusKey, keysOf, russiaKey } from '../../../support/channel-keys.ts';
import { ed25519 } from '../../../support/key-pairs.ts';
import { eventually } from './eventually.ts';
import { type ChannelEnd, channelEnd } from './support.ts';
import { messageTo } from './waiting-messages.ts';

const ends: ChannelEnd[] = [];
const servers: ReturnType<typeof createServer>[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end.stop();
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

async function end(...given: Parameters<typeof channelEnd>): Promise<ChannelEnd> {
  const made = await channelEnd(...given);
  ends.push(made);
  return made;
}
const belarusEnd = (pinned = keysOf('RUSSIA', russiaKey), key = belarusKey) =>
  end('BELARUS', { key, peerKeys: pinned });
const russiaEnd = (key = russiaKey) => end('RUSSIA', { key, peerKeys: keysOf('BELARUS', belarusKey) });

async function answering(listener: RequestListener): Promise<URL> {
  const server = createServer((request, response) => {
    request.resume();
    listener(request, response);
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/channel`);
}

/** Says something to whoever is there, and waits until the log tells what has become of it. */
async function logOf(sender: ChannelEnd, url: URL) {
  sender.waiting.add(messageTo('RUSSIA', { secret: 'content' }));
  sender.connect('RUSSIA', url);
  sender.wake();
  await eventually(() => sender.log.length > 0);
  expect(JSON.stringify(sender.log)).not.toContain('secret');
  return sender.log[0];
}
const failed = { level: 'warn', message: 'delivery failed', agency: 'RUSSIA' };

describe('a delivery that fails is logged with its reason:', () => {
  test('nobody is there', async () => {
    expect(await logOf(await belarusEnd(), new URL('http://127.0.0.1:1/channel'))).toMatchObject({
      ...failed,
      reason: 'UNREACHABLE',
    });
  });

  test('something without a channel answers', async () => {
    const url = await answering((_request, response) => response.writeHead(502).end('<html>'));
    expect(await logOf(await belarusEnd(), url)).toMatchObject({
      ...failed,
      reason: 'HTTP_STATUS',
      status: 502,
    });
  });

  test('the answer has no receipt', async () => {
    const url = await answering((_request, response) => response.end());
    expect(await logOf(await belarusEnd(), url)).toMatchObject({
      ...failed,
      reason: 'RECEIPT_REFUSED',
      detail: 'MISSING',
    });
  });

  test('the receipt is signed with a key that is not pinned', async () => {
    const russia = await russiaEnd(ed25519('russia-9'));
    expect(await logOf(await belarusEnd(), russia.url)).toMatchObject({
      ...failed,
      reason: 'RECEIPT_REFUSED',
      detail: 'UNKNOWN_KEY',
    });
  });

  test('the receipt is forged', async () => {
    const russia = await russiaEnd(ed25519('russia-1'));
    expect(await logOf(await belarusEnd(), russia.url)).toMatchObject({
      ...failed,
      reason: 'RECEIPT_REFUSED',
      detail: 'BAD_SIGNATURE',
    });
  });

  test('the recipient has signed that it does not know the key', async () => {
    const russia = await russiaEnd();
    const stranger = await belarusEnd(undefined, ed25519('belarus-9'));
    expect(await logOf(stranger, russia.url)).toMatchObject({
      ...failed,
      reason: 'REFUSED',
      detail: 'UNKNOWN_KEY',
    });
  });
});

test('messages are named by their numbers, and that they are delivered again is logged', async () => {
  const [belarus, russia] = [await belarusEnd(), await russiaEnd()];
  let isAway = false;
  const relayed = await answering(async (request, response) => {
    if (isAway) return void response.writeHead(503).end();
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const answer = await russia.post(Buffer.concat(chunks).toString());
    response.writeHead(answer.status).end(answer.receipt);
  });
  belarus.connect('RUSSIA', relayed);
  belarus.waiting.add(messageTo('RUSSIA'));
  belarus.wake();
  await eventually(() => russia.counted.length === 1);
  expect(belarus.log).toEqual([]);

  isAway = true;
  belarus.waiting.add(messageTo('RUSSIA'), messageTo('RUSSIA'));
  belarus.wake();
  await eventually(() => belarus.log.length > 0);
  expect(belarus.log).toMatchObject([
    {
      ...failed,
      kind: 'concord-message',
      first: 2,
      last: 3,
      reason: 'HTTP_STATUS',
      status: 503,
      attempts: 1,
    },
  ]);
  isAway = false;
  await eventually(() => belarus.log.length > 1);
  expect(belarus.log[1]).toMatchObject({ level: 'info', message: 'delivery recovered', agency: 'RUSSIA' });
  expect(belarus.log).toHaveLength(2);
});

test('what is refused for hours has been so since the first time', async () => {
  const russia = await russiaEnd();
  const stranger = await belarusEnd(undefined, ed25519('belarus-9'));
  await logOf(stranger, russia.url);
  const blocked = async () => (await stranger.models.peers.findById('RUSSIA').lean())?.blocked;
  await eventually(async () => (await blocked()) !== undefined);
  const first = await blocked();
  const later = { number: 7, at: new Date(Date.now() + 3_600_000) };
  await stranger.notes.blocked('RUSSIA', { ...later, reason: 'UNKNOWN_KEY' });
  expect(await blocked()).toMatchObject({ at: first?.at, number: 7, reason: 'UNKNOWN_KEY' });
  await stranger.notes.blocked('RUSSIA', { ...later, reason: 'BAD_SIGNATURE' });
  expect(await blocked()).toMatchObject({ at: later.at, reason: 'BAD_SIGNATURE' });
});
