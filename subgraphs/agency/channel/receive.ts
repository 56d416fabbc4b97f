import { randomUUID } from 'node:crypto';
import type { Agency } from '../../../identity/agencies.ts';
import { acceptanceOf, addressRefusal } from './accept.ts';
import { applyEvent, type Effects } from './effects.ts';
import { type ChannelEvent, readEvent } from './event.ts';
import { type Effect, type Inbox, inboxId } from './inbox.ts';
import type { ChannelKey, PeerKeys } from './keys.ts';
import type { InboxRecord } from './model.ts';
import type { Notes } from './notes.ts';
import { eventIn } from './parked.ts';
import { type RefusalReason, signReceipt } from './receipt.ts';
import { contentOf, hashOf, verifyText } from './signature.ts';
import type { Reach } from './stages.ts';

/** The largest message, in bytes of what is sent. */
export const largestMessage = 64 * 1024;

/** What became of what was sent, as its sender is told. */
export interface Reply {
  outcome: 'ACCEPTED' | 'PARKED' | RefusalReason;
  /** Signed. */
  receipt: string;
}

export interface Receiver {
  /** @throws the database's errors: then nobody is told anything, and the sender sends again */
  receive(body: string): Promise<Reply>;
  /** Applies what was stored and not applied when the process ended. */
  catchUp(): Promise<unknown>;
}

export interface ReceiverOptions {
  own: Agency;
  key: ChannelKey;
  peerKeys: PeerKeys;
  inbox: Inbox;
  notes: Notes;
  effects: Effects;
  reach: Reach;
  /** Only a run that shows what it is good for goes without. */
  deduplicates: boolean;
  /** Told that an agency can be reached. */
  heard?: (from: Agency) => void;
  now?: () => Date;
}

const atOnce = 50;

export function createReceiver(options: ReceiverOptions): Receiver {
  const { own, key, peerKeys, inbox, notes, effects, reach, deduplicates } = options;
  const { heard = () => undefined, now = () => new Date() } = options;

  async function refuse(
    body: string,
    reason: RefusalReason,
    known: { signer?: Agency; number?: number; expected?: number } = {},
  ): Promise<Reply> {
    const { signer, ...numbers } = known;
    const at = now();
    const hash = hashOf(body);
    await notes.refused({ at, reason, signer, hash, body });
    const { number, expected } = numbers;
    if (reason === 'OUT_OF_ORDER' && signer && number !== undefined && expected !== undefined)
      await notes.gap(signer, { at, number, expected });
    const told = { ...(signer && { to: signer }), ...numbers, outcome: 'REFUSED' as const, reason, hash };
    return {
      outcome: reason,
      receipt: await signReceipt({ from: own, ...told, at: at.toISOString() }, key),
    };
  }

  /** The same for the same message, however often it is made. */
  const receiptFor = (record: InboxRecord, effect: Effect): Promise<string> =>
    signReceipt(
      {
        from: own,
        to: record.from,
        outcome: effect === 'APPLIED' ? 'ACCEPTED' : 'PARKED',
        hash: record.hash,
        number: record.number,
        at: record.receivedAt.toISOString(),
      },
      key,
    );

  const apply = (event: ChannelEvent): Promise<Effect> =>
    applyEvent(effects, event, { key: deduplicates ? event.id : `${event.id} ${randomUUID()}`, now: now() });

  /** In order, and so each after all that came before it. @returns the replies by the messages' ids */
  async function catchUp(): Promise<Map<string, Reply>> {
    const replies = new Map<string, Reply>();
    for (;;) {
      const records = await inbox.unapplied(atOnce);
      for (const record of records) {
        const effect = await apply(eventIn(record));
        const receipt = await receiptFor(record, effect);
        await inbox.settle(record._id, effect, receipt);
        replies.set(record._id, { outcome: effect === 'APPLIED' ? 'ACCEPTED' : 'PARKED', receipt });
      }
      if (records.length < atOnce) return replies;
    }
  }

  async function settled(event: ChannelEvent): Promise<Reply> {
    const replies = await catchUp();
    const reply = replies.get(inboxId(event));
    if (reply) return reply;
    const record = await inbox.find(event);
    if (!record?.receipt) throw new Error('an accepted message has no receipt');
    const { outcome } = JSON.parse(contentOf(record.receipt)) as { outcome: 'ACCEPTED' | 'PARKED' };
    return { outcome, receipt: record.receipt };
  }

  return {
    async receive(body) {
      if (Buffer.byteLength(body) > largestMessage) return refuse(body, 'TOO_LARGE');
      const verified = await verifyText(body, 'concord-message', peerKeys);
      if ('refused' in verified) return refuse(body, verified.refused);
      const { text, signer } = verified;
      heard(signer);
      const event = readEvent(text);
      if (!event) return refuse(body, 'MALFORMED', { signer });
      const misaddressed = addressRefusal(event, signer, own);
      if (misaddressed) return refuse(body, misaddressed, { signer });

      await reach('BEFORE_STORING');
      const hash = hashOf(text);
      for (;;) {
        const acceptance = acceptanceOf(event, hash, await inbox.known(event));
        if (acceptance.kind === 'REFUSE') {
          const { number } = event;
          return refuse(body, acceptance.reason, { signer, number, expected: await inbox.expected(signer) });
        }
        if (acceptance.kind === 'REPEAT') {
          if (!deduplicates) await apply(event);
          return settled(event);
        }
        if (await inbox.store(event, { signed: body, hash, receivedAt: now() })) break;
      }
      await reach('BEFORE_APPLYING');
      const reply = await settled(event);
      await reach('BEFORE_ANSWERING');
      return reply;
    },
    catchUp,
  };
}
