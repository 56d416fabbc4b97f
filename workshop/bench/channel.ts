/**
 * `npm run bench:channel [-- --messages 300]`: messages a second from the sender's dossiers into the recipient's notices, with
 * all that both subgraphs do on the way, one at a time and fifty together, against the same number of plain signed POSTs; how
 * long a message takes from its commit to its arrival; and what an idle end asks of its database.
 */
import { createServer } from 'node:http';
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { writeEvent } from '../../subgraphs/agency/channel/wire/channel-event.ts';
import { mostMessages } from '../../subgraphs/agency/channel/wire/message-limits.ts';
import { signText, verifyText } from '../../subgraphs/agency/channel/wire/signature.ts';
import type { Message } from '../../subgraphs/agency/records/messages/message.ts';
import { releaseNotice } from '../../subgraphs/agency/records/notices/notice-messages.ts';
import { benchEnds } from './channel/bench-ends.ts';

const options = z
  .object({ messages: z.coerce.number().int().min(10).max(100_000).default(300) })
  .parse(parseArgs({ options: { messages: { type: 'string' } } }).values);

const say = (line: string) => void process.stdout.write(`${line}\n`);
const perSecond = (count: number, milliseconds: number) => (count / milliseconds) * 1000;
const rounded = (value: number) => (value < 10 ? value.toFixed(2) : Math.round(value).toString());

const ends = await benchEnds();
try {
  const { sender, recipient } = ends;
  const { notices } = recipient.models;
  let made = 0;
  const message = (dossier: string): Message => {
    const from = new Date(Date.now() + made++);
    const release = {
      id: `V${made}`,
      to: 'RUSSIA' as const,
      classes: ['IDENTITY' as const],
      purposes: ['INVESTIGATION' as const],
      from,
      until: new Date(from.getTime() + 86_400_000),
      reason: 'to measure',
      proposedBy: 'bench',
      proposedAt: from,
    };
    return releaseNotice('GRANTED', dossier, release, from);
  };

  /** All are there before the first is sent. */
  async function throughChannel(atOnce: number): Promise<number> {
    const before = await notices.countDocuments();
    const perDossier = Math.ceil(options.messages / sender.dossiers.length);
    let left = options.messages;
    for (const dossier of sender.dossiers) {
      const count = Math.min(perDossier, left);
      left -= count;
      if (count > 0) await sender.commit(dossier, ...Array.from({ length: count }, () => message(dossier)));
    }
    const began = performance.now();
    await sender.start(atOnce);
    while ((await notices.countDocuments()) < before + options.messages) await sleep(20);
    return perSecond(options.messages, performance.now() - began);
  }
  const singly = await throughChannel(1);
  const together = await throughChannel(mostMessages);

  const delays: number[] = [];
  for (let i = 0; i < 50; i++) {
    const dossier = sender.dossiers[i % sender.dossiers.length] ?? '';
    const one = message(dossier);
    await sender.commit(dossier, one);
    const committed = performance.now();
    while (!(await notices.exists({ _id: `BELARUS ${one.id}` }))) await sleep(1);
    delays.push(performance.now() - committed);
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
  const text = writeEvent({ ...message(sender.dossiers[0] ?? ''), from: 'BELARUS', number: 1 });
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

  const shareOf = (rate: number) => (rate / plain).toFixed(2);
  say(`plain signed POST: ${rounded(plain)} a second`);
  say(`channel, one at a time: ${rounded(singly)} messages a second, ${shareOf(singly)} of that`);
  say(
    `channel, ${mostMessages} together: ${rounded(together)} messages a second, ${shareOf(together)} of that`,
  );
  say(`from commit to arrival: p50 ${rounded(quantile(0.5))} ms, p99 ${rounded(quantile(0.99))} ms`);
  say(`idle: ${idle.toFixed(1)} database commands a second`);
} finally {
  await ends.stop();
}
