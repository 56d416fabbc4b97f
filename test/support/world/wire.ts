import { applyRecord } from '../../../subgraphs/agency/channel/in/apply-record.ts';
import { createReceiver, type Receiver, type Reply } from '../../../subgraphs/agency/channel/in/receiver.ts';
import { Strangers } from '../../../subgraphs/agency/channel/in/strangers.ts';
import type { ChannelStores } from '../../../subgraphs/agency/channel/stores/channel-stores.ts';
import type { AppliedMessage, ApplyResult } from '../../../subgraphs/agency/channel/stores/inbox.ts';
import type { InboxRecord } from '../../../subgraphs/agency/channel/stores/inbox-record.ts';
import { readEvent } from '../../../subgraphs/agency/channel/wire/channel-event.ts';
import { examineReceipt } from '../../../subgraphs/agency/channel/wire/receipt.ts';
import { signText } from '../../../subgraphs/agency/channel/wire/signature.ts';
import type { OpenedAgency } from '../../../subgraphs/agency/opened-agency.ts';
import type { Message } from '../../../subgraphs/agency/records/messages/message.ts';
import { channelStores } from '../../../subgraphs/agency/storage/channel/channel-stores.ts';
import { isPassing } from '../../../subgraphs/agency/storage/driver-errors/is-passing.ts';
import { keyOf, keysOf } from '../channel-keys.ts';
import { ed25519 } from '../key-pairs.ts';
import { otherSide, type Side, sides } from './sides.ts';

/** What becomes of signed lines on their way: `hand` gives them to the other agency. @returns the replies that come back */
export type Transport = (
  from: Side,
  lines: readonly string[],
  hand: (lines: readonly string[]) => Promise<Reply[]>,
) => Promise<readonly Reply[]>;

/** What a sender says instead of a message; undefined for nothing. */
export type Saying = (message: Message) => Message | undefined;

/** What a process does twice before it is said to be done, as where it ended between the two. */
export interface Twice {
  numbering?: boolean;
  applying?: boolean;
}

export interface Wire {
  /** The keys that the agencies sign with. */
  channelKeys: Readonly<Record<Side, ReturnType<typeof keyOf>>>;
  stores: Readonly<Record<Side, ChannelStores>>;
  /** What each agency has applied, in its order. */
  heard: Readonly<Record<Side, Message[]>>;
  /** Loses, holds, doubles or reorders what is sent, until it is set otherwise. */
  transport: Transport;
  twice: Twice;
  /** Sends all that waits at an agency, and has the other one apply it. @returns what came of each message */
  carryFrom(from: Side, saying?: Saying): Promise<ApplyResult[]>;
  /** Carries both ways until nothing waits that can be delivered. */
  carry(saying?: Saying): Promise<ApplyResult[]>;
}

export const wirePairs = { BELARUS: ed25519('belarus-channel'), RUSSIA: ed25519('russia-channel') };
/** The public keys that an agency knows its own receipts by. */
export const ownKeysOf = (side: Side) => keysOf(side, wirePairs[side]);

export const parkedOf = (results: readonly ApplyResult[]): number =>
  results.filter((result) => typeof result === 'object').length;

/** Messages that are sent together. */
const atOnce = 50;

/**
 * The channel between two agencies in its own form: numbered and signed, received and given receipts for, applied from the inbox. A test
 * carries it by hand, and says what becomes of it on its way.
 */
export function wireBetween(
  of: Readonly<Record<Side, Pick<OpenedAgency, 'pending' | 'effects' | 'background'>>>,
  now: () => Date,
): Wire {
  const channelKeys = { BELARUS: keyOf(wirePairs.BELARUS), RUSSIA: keyOf(wirePairs.RUSSIA) };
  const peerKeys = (own: Side) => ownKeysOf(otherSide(own));
  const storesOf = (side: Side) => channelStores(side, of[side].background);
  const stores = { BELARUS: storesOf('BELARUS'), RUSSIA: storesOf('RUSSIA') };
  const heard: Wire['heard'] = { BELARUS: [], RUSSIA: [] };

  function receiverOf(own: Side): Receiver {
    const { inbox, notes } = stores[own];
    const onError = (error: unknown) => {
      throw error;
    };
    const strangers = new Strangers(notes, { onError });
    return createReceiver({
      own,
      key: channelKeys[own],
      peerKeys: peerKeys(own),
      inbox,
      notes,
      strangers,
      now,
    });
  }
  const receivers = { BELARUS: receiverOf('BELARUS'), RUSSIA: receiverOf('RUSSIA') };

  async function collect(from: Side, saying: Saying): Promise<void> {
    const { outbox } = stores[from];
    for (const source of of[from].pending) {
      for (;;) {
        const { messages, letGo } = await source.read(atOnce);
        const said = messages.flatMap((message) => saying(message) ?? []);
        const inOrder = said.sort((one, other) => (one.id < other.id ? -1 : 1));
        await outbox.queue(inOrder);
        if (it.twice.numbering) await outbox.queue(inOrder);
        await letGo();
        if (messages.length < atOnce) break;
      }
    }
  }

  /** @returns whether there may be more to send */
  async function deliver(from: Side): Promise<boolean> {
    const to = otherSide(from);
    const messages = await stores[from].outbox.head(to, atOnce);
    if (messages.length === 0) return false;
    const lines = await Promise.all(
      messages.map(({ event }) => signText(event, 'concord-message', channelKeys[from])),
    );
    const replies = await it.transport(from, lines, (given) => receivers[to].receive(given.join('\n')));
    const receipts: { id: string; receipt: string; at: Date }[] = [];
    for (const [place, { outcome, reason, receipt = '' }] of replies.entries()) {
      const examined = await examineReceipt(receipt, peerKeys(from), from);
      const message = messages[place];
      if (outcome !== 'ACCEPTED' || 'refused' in examined || !message)
        throw new Error(`${to} takes no message ${place + 1} of ${messages.length}: ${reason ?? receipt}`);
      receipts.push({ id: message._id, receipt, at: now() });
    }
    if (receipts.length > 0) await stores[from].outbox.acknowledge(receipts);
    return receipts.length === atOnce;
  }

  async function apply(at: Side): Promise<ApplyResult[]> {
    const { inbox } = stores[at];
    const results: ApplyResult[] = [];
    const applyEach = async (records: readonly InboxRecord[]) => {
      const applied: AppliedMessage[] = [];
      for (const record of records) {
        const given = { now: now(), isPassing };
        if (it.twice.applying) await applyRecord(of[at].effects, record, given);
        const result = await applyRecord(of[at].effects, record, given);
        const event = readEvent(record.event);
        if (event) heard[at].push(event);
        results.push(result);
        applied.push({ id: record._id, result });
      }
      if (applied.length > 0) await inbox.mark(applied);
      return records.length;
    };
    while ((await applyEach(await inbox.unapplied(otherSide(at), atOnce))) === atOnce);
    return results;
  }

  const it: Wire = {
    channelKeys,
    stores,
    heard,
    transport: (_from, lines, hand) => hand(lines),
    twice: {},
    async carryFrom(from, saying = (message) => message) {
      await collect(from, saying);
      while (await deliver(from));
      return apply(otherSide(from));
    },
    async carry(saying) {
      const results: ApplyResult[] = [];
      // An agency that has applied nothing since it was asked has nothing more to say.
      const speaking = new Set<Side>(sides);
      for (const from of speaking) {
        speaking.delete(from);
        const came = await it.carryFrom(from, saying);
        results.push(...came);
        if (came.length > 0) speaking.add(otherSide(from));
      }
      return results;
    },
  };
  return it;
}
