import { createPrivateKey } from 'node:crypto';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { writeEvent } from '../../../subgraphs/agency/channel/wire/channel-event.ts';
import { mostMessages } from '../../../subgraphs/agency/channel/wire/message-limits.ts';
import { signText } from '../../../subgraphs/agency/channel/wire/signature.ts';
import { newMessageId } from '../../../subgraphs/agency/records/messages/message.ts';
import { keyOf } from '../../support/end-to-end/tokens.ts';
import type { Attack } from '../attack.ts';
import type { Target } from '../target.ts';
import { broken, keepsFromAll, soon } from './standing-texts.ts';
import { isLive, untilWhole } from './standstill.ts';

/** A body of so many of the largest messages that Russia may sign, numbered far ahead, whose data takes long to look at. */
async function bodyOfMessages(target: Target, messages: number): Promise<string> {
  const jwk = keyOf(target, 'russia-channel');
  const key = { kid: String(jwk.kid), key: createPrivateKey({ key: jwk as never, format: 'jwk' }) };
  const data = Object.fromEntries(Array.from({ length: 2_600 }, (_none, n) => [`k${n}`, { a: n }]));
  const at = new Date();
  const lines = Array.from({ length: messages }, (_none, n) =>
    signText(
      writeEvent({
        id: newMessageId(at),
        from: 'RUSSIA',
        to: 'BELARUS',
        number: 900_000 + n,
        type: 'concord.indicator.token.v1',
        at,
        data,
      }),
      'concord-message',
      key as never,
    ),
  );
  return (await Promise.all(lines)).join('\n');
}

/** A request as it is written on a connection. It is made once, so that posting it keeps nobody busy who watches. */
const requestOf = (path: string, type: string, body: string): Buffer =>
  Buffer.from(
    `POST ${path} HTTP/1.1\r\nhost: x\r\ncontent-type: ${type}\r\ncontent-length: ${body.length}\r\n\r\n${body}`,
  );

/** Posts a body again and again on a thousand connections from eight addresses, until a time. */
function hammers(port: number, path: string, body: string, until: number): void {
  const request = requestOf(path, 'application/json', body);
  const open = (n: number) => {
    if (performance.now() > until) return;
    const socket = connect({ host: '127.0.0.1', port, localAddress: `127.0.0.${10 + (n % 8)}` });
    socket.on('error', () => undefined);
    socket.on('connect', () => socket.write(request));
    socket.on('data', (answer) => {
      if (!answer.toString('latin1').startsWith('HTTP/1.1')) return;
      if (performance.now() > until) socket.destroy();
      else socket.write(request);
    });
    socket.on('close', () => setTimeout(open, 50 + n / 5, n));
    setTimeout(() => socket.destroy(), until + 15_000 - performance.now()).unref();
  };
  // Spread, as the kernel drops what comes to a full backlog, and then nobody is answered for another reason.
  for (let n = 0; n < 1_000; n += 1) setTimeout(open, n, n);
}

/** Tells whether Belarus answers nobody for a while, as a body is posted to it on a thousand connections. */
async function standsBeside(target: Target, path: string, body: string): Promise<boolean> {
  const until = performance.now() + 10_000;
  hammers(Number(new URL(target.belarus).port), path, body, until);
  let stands = false;
  while (performance.now() < until && !stands) {
    await sleep(300);
    stands = !(await isLive(target.belarus, soon));
  }
  await untilWhole(target);
  return stands;
}

/** The body with a signature that is not on it. */
const forged = (body: string): string =>
  body.replace(/"signature":"(.)/, (_found, first) => `"signature":"${first === 'A' ? 'B' : 'A'}`);

/** Posts a request from an address of its own and hangs up as soon as it is written. */
function postsAndGoes(port: number, request: Buffer, from: string): Promise<void> {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port, localAddress: from });
    const end = () => {
      socket.destroy();
      resolve();
    };
    socket.on('error', end);
    socket.setTimeout(8_000, end);
    socket.write(request, () => setTimeout(end, 300));
  });
}

/** Posts a request to Belarus 240 times at once. */
async function floods(target: Target, request: Buffer): Promise<void> {
  const port = Number(new URL(target.belarus).port);
  await Promise.all(
    Array.from({ length: 240 }, (_none, n) => postsAndGoes(port, request, `127.0.0.${10 + (n % 9)}`)),
  );
}

export const bodyAttacks: readonly Attack[] = [
  {
    mend: 'one body of an agency',
    name: 'bodies of genuine messages that hang up once they are written, by the other agency, beside which an agency answers nobody',
    makesOutages: true,
    control: broken,
    async attempt(target) {
      const body = await bodyOfMessages(target, mostMessages);
      const request = requestOf('/channel', 'application/jose+json', body);
      return keepsFromAll(target, target.belarus, () => floods(target, request));
    },
  },
  {
    mend: 'turns of bodies',
    name: 'genuine messages of 63 kB on a thousand connections, by the other agency, beside which an agency answers nobody',
    makesOutages: true,
    control: broken,
    attempt: async (target) => standsBeside(target, '/channel', await bodyOfMessages(target, 1)),
  },
  {
    mend: 'turns of bodies',
    name: 'forged messages of 63 kB on a thousand connections, by a stranger who knows the id of the other agency’s key',
    makesOutages: true,
    control: broken,
    attempt: async (target) => standsBeside(target, '/channel', forged(await bodyOfMessages(target, 1))),
  },
  {
    mend: 'turns of strangers',
    name: 'unsigned bodies of 63 kB to an agency’s port on a thousand connections, beside which it answers nobody',
    makesOutages: true,
    control: broken,
    attempt: (target) => standsBeside(target, '/graphql', 'x'.repeat(63_000)),
  },
];
