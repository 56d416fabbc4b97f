import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Receipt, signReceipt } from '../../../../subgraphs/agency/channel/wire/receipt.ts';
import { hashOf } from '../../../../subgraphs/agency/channel/wire/signature.ts';
import { belarusKey, keyOf, keysOf, russiaKey } from '../../../support/channel-keys.ts';
import { eventually } from './eventually.ts';
import { type ChannelEnd, channelEnd } from './support.ts';
import { messageTo } from './waiting-messages.ts';

let belarus: ChannelEnd;
let server: Server;
let posts: number;
/** Milliseconds for which the sender has waited between its posts; once it is refused for good it waits until the test ends. */
let waits: number[];
const blockedFor = 15_000;
/** Once it is refused for good: until that wait ends, which no test lets it, it posts nothing. */
const sendsNoMore = () => eventually(() => waits.includes(blockedFor));
const wait = async (milliseconds: number, signal: AbortSignal): Promise<void> => {
  waits.push(milliseconds);
  await sleep(milliseconds === blockedFor ? 3_600_000 : milliseconds, undefined, { signal });
};
beforeEach(async () => {
  posts = 0;
  waits = [];
  belarus = await channelEnd('BELARUS', {
    key: belarusKey,
    peerKeys: keysOf('RUSSIA', russiaKey),
    timings: { sender: { pause: { first: 20, longest: 500 }, beforeResend: 25, blockedFor, sleep: wait } },
  });
});
afterEach(async () => {
  await belarus.stop();
  server.closeAllConnections();
  server.close();
});

/** A recipient that signs what it likes. */
async function recipient(answerTo: (line: string) => Partial<Receipt> | undefined): Promise<void> {
  server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const lines = Buffer.concat(chunks).toString().split('\n');
    const receipts: string[] = [];
    for (const line of lines) {
      const { payload } = JSON.parse(line) as { payload: string };
      const text = Buffer.from(payload, 'base64url').toString();
      const at = new Date().toISOString();
      const isGreeting = 'received' in JSON.parse(text);
      if (!isGreeting) posts++;
      const greeted = { outcome: 'GREETED' as const, hash: hashOf(text), expected: 1 };
      const answer = isGreeting ? greeted : answerTo(line);
      if (!answer) break;
      const receipt = { from: 'RUSSIA' as const, to: 'BELARUS' as const, hash: hashOf(text), at, ...answer };
      receipts.push(await signReceipt(receipt as Receipt, keyOf(russiaKey)));
      if (receipt.outcome === 'REFUSED') break;
    }
    response.end(receipts.join('\n'));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  belarus.connect('RUSSIA', new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`));
}

const say = (...ns: number[]) => {
  belarus.waiting.add(...ns.map((n) => messageTo('RUSSIA', { n })));
  belarus.wake();
};
const blocked = async () => (await belarus.models.peers.findById('RUSSIA').lean())?.blocked;
const outOfOrder = (line: string, expected: number) =>
  ({ outcome: 'REFUSED', reason: 'OUT_OF_ORDER', hash: hashOf(line), expected }) as const;

describe('a recipient that asks for other messages', () => {
  test.each([2, 1_000_000])(
    'such as number %d, which was never given before this one, is asked no more',
    async (expected) => {
      await recipient((line) => outOfOrder(line, expected));
      say(1);
      await eventually(async () => (await blocked()) !== undefined);
      expect(await blocked()).toMatchObject({ number: 1, reason: 'OUT_OF_ORDER', expected });
      await sendsNoMore();
      expect(posts).toBe(1);
    },
  );

  test('of a number below one signs no receipt', async () => {
    await recipient((line) => outOfOrder(line, 0));
    say(1);
    await eventually(() => posts > 4);
    expect(posts).toBeLessThan(10);
    expect(waits).toEqual([]);
    expect(await blocked()).toBeUndefined();
    expect(await belarus.outbox.head('RUSSIA', 5)).toHaveLength(1);
  });

  test('over and over, without taking any, is sent them once more and then no more', async () => {
    let isHostile = false;
    await recipient((line) => {
      if (!isHostile) return { outcome: 'ACCEPTED', number: numberIn(line) };
      return outOfOrder(line, 1);
    });
    say(1, 2);
    await eventually(async () => (await belarus.outbox.head('RUSSIA', 5)).length === 0 && posts === 2);
    isHostile = true;
    say(3);
    await eventually(async () => (await blocked()) !== undefined);
    await sendsNoMore();
    expect(waits.filter((each) => each === 25)).toHaveLength(1);
    expect(posts).toBeLessThanOrEqual(6);
    expect(await blocked()).toMatchObject({ reason: 'OUT_OF_ORDER' });
  });
});

const numberIn = (line: string) => {
  const { payload } = JSON.parse(line) as { payload: string };
  return Number(JSON.parse(Buffer.from(payload, 'base64url').toString()).sequence);
};

describe('a receipt', () => {
  test('that is to another agency acknowledges nothing, and one to this agency does', async () => {
    let to: Receipt['to'] = 'RUSSIA';
    await recipient((line) => ({ outcome: 'ACCEPTED', number: numberIn(line), to }));
    say(1);
    await eventually(() => posts > 1);
    expect(await belarus.outbox.head('RUSSIA', 5)).toHaveLength(1);
    to = 'BELARUS';
    await eventually(async () => (await belarus.outbox.head('RUSSIA', 5)).length === 0);
  });

  test('for some of what was sent acknowledges those, and the others are sent again', async () => {
    await recipient((line) =>
      numberIn(line) % 3 === 0 && posts < 4 ? undefined : { outcome: 'ACCEPTED', number: numberIn(line) },
    );
    say(1, 2, 3, 4);
    await eventually(async () => (await belarus.models.outbox.countDocuments({ open: null })) === 4);
    expect(posts).toBe(3 + 2);
  });

  test('that is given again does not take the place of the first', async () => {
    await recipient((line) => ({ outcome: 'ACCEPTED', number: numberIn(line) }));
    say(1);
    await eventually(async () => (await belarus.models.outbox.countDocuments({ open: null })) === 1);
    const before = await belarus.models.outbox.findOne({ number: 1 }).lean();
    await belarus.outbox.sendAgainFrom('RUSSIA', 1);
    say(2);
    await eventually(async () => (await belarus.models.outbox.countDocuments({ open: null })) === 2);
    expect(posts).toBe(3);
    expect(await belarus.models.outbox.findOne({ number: 1 }).lean()).toEqual(before);
  });
});

test('an answer without an end is read no further than an answer goes', async () => {
  let sent = 0;
  let attempts = 0;
  server = createServer((request, response) => {
    attempts++;
    const chunk = Buffer.alloc(1 << 16, 65);
    const write = () => {
      if (response.destroyed) return;
      sent += chunk.length;
      if (response.write(chunk)) setImmediate(write);
      else response.once('drain', write);
    };
    request.resume();
    write();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  belarus.connect('RUSSIA', new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`));
  say(1);
  // Sooner than an attempt is given up for its time: it is for its length that each of these was.
  await eventually(() => attempts === 5, 9_000);
  expect(sent).toBeGreaterThan(0);
  // What both ends of a few connections hold in their buffers.
  expect(sent).toBeLessThan(32 * 2 ** 20);
});

test('what is too large to be sent holds up nothing: it is put aside at home, and counted', async () => {
  await recipient((line) => ({ outcome: 'ACCEPTED', number: numberIn(line) }));
  belarus.waiting.add(messageTo('RUSSIA', { text: 'x'.repeat(50_000) }));
  say(1);
  await eventually(async () => (await belarus.models.outbox.countDocuments({ open: null })) === 1);
  expect(await belarus.models.outbox.countDocuments()).toBe(1);
  expect(await belarus.state.peer('RUSSIA')).toMatchObject({ unsent: 1, queued: 0 });
});
