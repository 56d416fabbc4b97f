import { writeEvent } from '../../../../subgraphs/agency/channel/wire/channel-event.ts';
import {
  largestBody,
  largestEvent,
  largestMessage,
  mostMessages,
} from '../../../../subgraphs/agency/channel/wire/message-limits.ts';
import { readReceipt } from '../../../../subgraphs/agency/channel/wire/receipt.ts';
import { hashOf, signText } from '../../../../subgraphs/agency/channel/wire/signature.ts';
import { belarusKey, keyOf, keysOf, russiaKey } from '../../../support/channel-keys.ts';
import { ed25519, type KeyPair } from '../../../support/key-pairs.ts';
import { eventually } from './eventually.ts';
import { type ChannelEnd, channelEnd } from './support.ts';
import { messageTo } from './waiting-messages.ts';

let russia: ChannelEnd;
let commands: string[];
let taken = 0;
beforeAll(async () => {
  russia = await channelEnd('RUSSIA', { key: russiaKey, peerKeys: keysOf('BELARUS', belarusKey) });
  // What is tried again is looked for beside them, whenever it is due.
  russia.connection.getClient().on('commandStarted', ({ commandName, command }) => {
    if (!command.filter?.tryAgainAt) commands.push(commandName);
  });
});
afterAll(() => russia.stop());

const event = (number: number, data: Record<string, unknown> = { number }) =>
  writeEvent({ ...messageTo('RUSSIA', data), from: 'BELARUS', number });
const sign = (text: string, key: KeyPair = belarusKey) => signText(text, 'concord-message', keyOf(key));
const send = async (lines: string[]) => {
  commands = [];
  const { status, receipt } = await russia.post(lines.join('\n'));
  const read = (line: string) => readReceipt(line, keysOf('RUSSIA', russiaKey), 'BELARUS');
  return { status, receipts: await Promise.all(receipt.split('\n').map(read)), text: receipt };
};
const next = (count: number) => Array.from({ length: count }, (_, index) => event(taken + index + 1));
const applied = () =>
  eventually(async () => (await russia.models.inbox.countDocuments({ state: 'STORED' })) === 0);

describe('messages that come together', () => {
  // This test is the first: messages that another test sends are still being applied while the next one runs.
  test('of a stranger are refused at the first', async () => {
    const stranger = ed25519('stranger-1');
    const { receipts } = await send(await Promise.all(next(5).map((text) => sign(text, stranger))));
    expect(receipts).toHaveLength(1);
    expect(receipts[0]).toMatchObject({ outcome: 'REFUSED', reason: 'UNKNOWN_KEY' });
    expect(commands).toEqual([]);
  });

  test('are answered with a receipt each, after one look and one write', async () => {
    const texts = next(mostMessages);
    const { status, receipts } = await send(await Promise.all(texts.map((text) => sign(text))));
    expect(status).toBe(200);
    expect(receipts.map((receipt) => receipt?.outcome)).toEqual(texts.map(() => 'ACCEPTED'));
    expect(receipts.map((receipt) => receipt?.hash)).toEqual(texts.map(hashOf));
    expect(commands.slice(0, 2)).toEqual(['find', 'insert']);
    expect(commands.filter((name) => name === 'insert')).toHaveLength(1);
    taken += mostMessages;
    await applied();
    expect(russia.counted.map(({ data }) => (data as { number: number }).number)).toEqual(
      texts.map((_text, index) => index + 1),
    );
  });

  test('again are answered with the same receipts, and have no second effect', async () => {
    const lines = await Promise.all(next(3).map((text) => sign(text)));
    const { text } = await send(lines);
    await applied();
    const effects = russia.counted.length;
    expect((await send(lines)).text).toBe(text);
    expect(commands).not.toContain('insert');
    expect(russia.counted).toHaveLength(effects);
    taken += 3;
  });

  test('are taken up to the first that is refused; of those behind it nothing is told or noted', async () => {
    const [first, second, third] = next(3) as [string, string, string];
    const { status, receipts } = await send([await sign(first), `${await sign(second)}x`, await sign(third)]);
    expect(status).toBe(422);
    expect(receipts.map((receipt) => receipt?.reason ?? receipt?.outcome)).toEqual(['ACCEPTED', 'NOT_JSON']);
    taken++;
    expect(await russia.inbox.expected('BELARUS')).toBe(taken + 1);
    const again = await send([await sign(second), await sign(third)]);
    expect(again.receipts.map((receipt) => receipt?.outcome)).toEqual(['ACCEPTED', 'ACCEPTED']);
    taken += 2;
  });

  test('with a number left out are taken up to it, and the next number is told', async () => {
    const [first, , third] = next(3) as [string, string, string];
    const { receipts } = await send([await sign(first), await sign(third)]);
    taken++;
    expect(receipts[1]).toMatchObject({ reason: 'OUT_OF_ORDER', number: taken + 2, expected: taken + 1 });
  });

  test('at many instances at once are accepted once', async () => {
    const lines = await Promise.all(next(20).map((text) => sign(text)));
    const answers = await Promise.all(Array.from({ length: 6 }, () => send(lines)));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    taken += 20;
    expect(await russia.models.inbox.countDocuments()).toBe(taken);
  });

  test('are too many over fifty, and not so at fifty of the largest', async () => {
    expect(largestBody).toBe(50 * 65_536 + 50);
    const texts = next(mostMessages + 1);
    const lines = await Promise.all(texts.map((text) => sign(text)));
    expect((await send(lines)).receipts[0]).toMatchObject({ reason: 'TOO_LARGE' });
    const padded = (text: string) => text.replace('"number":', `"text":"${'x'.repeat(48_000)}","number":`);
    const large = await Promise.all(texts.slice(0, mostMessages).map((text) => sign(padded(text))));
    expect(large.every((line) => line.length > 64_000 && line.length <= largestMessage)).toBe(true);
    const { receipts } = await send(large);
    expect(receipts.map((receipt) => receipt?.outcome)).toEqual(lines.slice(1).map(() => 'ACCEPTED'));
    taken += mostMessages;
  });
});

test('the largest event, once it is signed, is no larger than a message', async () => {
  expect(largestEvent).toBe(48_384);
  const longId = ed25519(`belarus-${'k'.repeat(192)}`);
  const size = async (bytes: number) => (await sign('x'.repeat(bytes), longId)).length;
  expect(await size(largestEvent)).toBeLessThanOrEqual(largestMessage);
  expect(await size(largestEvent + 1_000)).toBeGreaterThan(largestMessage);
});
