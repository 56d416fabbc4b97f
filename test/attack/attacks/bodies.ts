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
import { broken, keepsFromAll } from './standing-texts.ts';

/** A body of the largest messages that Russia may sign, numbered far ahead, whose data takes long to look at. */
async function bodyOfMessages(target: Target): Promise<string> {
  const jwk = keyOf(target, 'russia-channel');
  const key = { kid: String(jwk.kid), key: createPrivateKey({ key: jwk as never, format: 'jwk' }) };
  const data = Object.fromEntries(Array.from({ length: 2_600 }, (_none, n) => [`k${n}`, { a: n }]));
  const at = new Date();
  const lines = Array.from({ length: mostMessages }, (_none, n) =>
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

/** Posts a body from an address of its own and hangs up as soon as it is written. */
function postsAndGoes(port: number, body: string, from: string): Promise<void> {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port, localAddress: from });
    const end = () => {
      socket.destroy();
      resolve();
    };
    socket.on('error', end);
    socket.setTimeout(8_000, end);
    socket.write(
      `POST /channel HTTP/1.1\r\nhost: x\r\ncontent-type: application/jose+json\r\ncontent-length: ${body.length}\r\n\r\n${body}`,
      () => setTimeout(end, 300),
    );
  });
}

/** Posts 120 such bodies at a time, three times. */
async function floods(target: Target): Promise<void> {
  const body = await bodyOfMessages(target);
  const port = Number(new URL(target.belarus).port);
  for (let round = 0; round < 3; round += 1) {
    await Promise.all(
      Array.from({ length: 120 }, (_none, n) => postsAndGoes(port, body, `127.0.0.${10 + (n % 9)}`)),
    );
    await sleep(500);
  }
}

export const bodyAttacks: readonly Attack[] = [
  {
    mend: 'one body of an agency',
    name: 'bodies of genuine messages that hang up once they are written, by the other agency, beside which an agency answers nobody',
    makesOutages: true,
    control: broken,
    attempt: (target) => keepsFromAll(target, target.belarus, () => floods(target)),
  },
];
