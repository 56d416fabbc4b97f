/**
 * `npm run bench:channel [-- --messages 300]`: messages a second through two subgraph ends over two databases, with signing,
 * storing and receipts, against the same number of plain signed POSTs; how long a message takes from its commit to its
 * effect; and what an idle end asks of its database.
 */
import { createServer } from 'node:http';
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { writeEvent } from '../subgraphs/agency/channel/event.ts';
import { newMessageId } from '../subgraphs/agency/channel/message.ts';
import { signText, verifyText } from '../subgraphs/agency/channel/signature.ts';
import { benchEnds } from './channel-ends.ts';

const options = z
  .object({ messages: z.coerce.number().int().min(10).max(100_000).default(300) })
  .parse(parseArgs({ options: { messages: { type: 'string' } } }).values);

const say = (line: string) => void process.stdout.write(`${line}\n`);
const perSecond = (count: number, milliseconds: number) => (count / milliseconds) * 1000;
const rounded = (value: number) => (value < 10 ? value.toFixed(2) : Math.round(value).toString());

const ends = await benchEnds();
try {
  const { sender, recipient, effects } = ends;
  const message = () => ({
    id: newMessageId(new Date()),
    to: 'RUSSIA' as const,
    type: 'bench.v1',
    at: new Date(),
    data: { text: 'x'.repeat(200) },
  });

  // Through the channel: all at once, and then one at a time.
  const began = performance.now();
  for (let i = 0; i < options.messages; i++) sender.add(message());
  while (effects.size < options.messages) await sleep(5);
  const throughChannel = perSecond(options.messages, performance.now() - began);

  const delays: number[] = [];
  for (let i = 0; i < 50; i++) {
    const one = message();
    const committed = performance.now();
    sender.add(one);
    while (!effects.has(one.id)) await sleep(1);
    delays.push((effects.get(one.id) ?? 0) - committed);
  }
  delays.sort((one, other) => one - other);
  const quantile = (share: number) =>
    delays[Math.min(delays.length - 1, Math.floor(delays.length * share))] ?? 0;

  // The least that could be done: the same text, signed, posted, verified and answered.
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    await verifyText(Buffer.concat(chunks).toString(), ['concord-message'], recipient.peerKeys);
    response.end('{}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/`;
  const text = writeEvent({ ...message(), from: 'BELARUS', number: 1 });
  const plainBegan = performance.now();
  for (let i = 0; i < options.messages; i++) {
    const body = await signText(text, 'concord-message', sender.key);
    await (await fetch(url, { method: 'POST', body })).text();
  }
  const plain = perSecond(options.messages, performance.now() - plainBegan);
  server.closeAllConnections();
  server.close();

  await sleep(2_000);
  const before = sender.commands();
  await sleep(10_000);
  const idle = (sender.commands() - before) / 10;

  say(`channel: ${rounded(throughChannel)} messages a second`);
  say(
    `plain signed POST: ${rounded(plain)} a second; the channel has ${(throughChannel / plain).toFixed(2)} of it`,
  );
  say(`from commit to effect: p50 ${rounded(quantile(0.5))} ms, p99 ${rounded(quantile(0.99))} ms`);
  say(`idle: ${idle.toFixed(1)} database commands a second`);
} finally {
  await ends.stop();
}
