import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { writeEvent } from '../../../../subgraphs/agency/channel/wire/channel-event.ts';
import { signText } from '../../../../subgraphs/agency/channel/wire/signature.ts';
import { belarusKey, keyOf, keysOf, russiaKey } from '../../../support/channel-keys.ts';
import { waitFor } from '../../../support/wait-for.ts';
import { type ChannelEnd, channelEnd } from './support.ts';
import { messageTo } from './waiting-messages.ts';

let russia: ChannelEnd;
const sockets: Socket[] = [];
beforeAll(async () => {
  russia = await channelEnd('RUSSIA', { key: russiaKey, peerKeys: keysOf('BELARUS', belarusKey) });
});
afterEach(() => {
  for (const socket of sockets.splice(0)) socket.destroy();
});
afterAll(() => russia.stop());

const signed = (number: number) =>
  signText(
    writeEvent({ ...messageTo('RUSSIA', { number }), from: 'BELARUS', number }),
    'concord-message',
    keyOf(belarusKey),
  );

/** Begins to post a body, and keeps its end to itself. */
async function hold(from: string): Promise<Socket> {
  const socket = connect({ host: '127.0.0.1', port: Number(russia.url.port), localAddress: from });
  socket.on('error', () => undefined);
  sockets.push(socket);
  await once(socket, 'connect');
  socket.write('POST /channel HTTP/1.1\r\nhost: a\r\ncontent-length: 1000\r\n\r\n{');
  return socket;
}

const answerOf = async (socket: Socket): Promise<string> =>
  String((await once(socket, 'data'))[0]).slice(0, 'HTTP/1.1 429'.length);

describe('bodies of strangers that do not come', () => {
  test('wait for each other, one too many of an address is refused, and a stranger from elsewhere waits', async () => {
    for (let n = 0; n < 8; n += 1) await hold('127.0.0.2');
    expect(await answerOf(await hold('127.0.0.2'))).toBe('HTTP/1.1 429');
    const elsewhere = await hold('127.0.0.3');
    let isAnswered = false;
    elsewhere.once('data', () => {
      isAnswered = true;
    });
    elsewhere.write('x'.repeat(999));
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(isAnswered).toBe(false);
    // The address before it in turn has one more.
    for (const socket of sockets.slice(0, 2)) socket.destroy();
    await waitFor(() => expect(isAnswered).toBe(true), 10_000);
  });

  test('keep nobody waiting for longer than five seconds', async () => {
    const held = await Promise.all(Array.from({ length: 4 }, () => hold('127.0.0.2')));
    await Promise.all(held.map((socket) => once(socket, 'close')));
    const last = await hold('127.0.0.2');
    last.write('x'.repeat(999));
    expect(await answerOf(last)).toBe('HTTP/1.1 422');
  });

  test('do not keep an agency waiting whose genuine messages came from its address', async () => {
    expect((await russia.post(await signed(1))).status).toBe(200);
    for (let n = 0; n < 40; n += 1) await hold(`127.0.0.${2 + (n % 8)}`);
    expect((await russia.post(await signed(2))).status).toBe(200);
  });
});

test('of an agency nine bodies of one address are one too many, and eight are not', async () => {
  expect((await russia.post(await signed(3))).status).toBe(200);
  const held = [];
  for (let n = 0; n < 8; n += 1) held.push(await hold('127.0.0.1'));
  expect(await answerOf(await hold('127.0.0.1'))).toBe('HTTP/1.1 429');
  held[0]?.write('x'.repeat(999));
  expect(await answerOf(held[0] as Socket)).toBe('HTTP/1.1 422');
});
