import { loopTurn } from '../../../../server/event-loop/loop-turn.ts';
import type { Agency } from '../../../../terms/agencies.ts';
import type { ChannelRefusalReason } from '../../../../terms/enums.ts';
import { type Inbox, inboxId, type KnownMessage } from '../stores/inbox.ts';
import type { InboxRecord } from '../stores/inbox-record.ts';
import type { Notes } from '../stores/notes.ts';
import { largestBody, mostMessages } from '../wire/message-limits.ts';
import type { ChannelKey, PeerKeys } from '../wire/peer-keys.ts';
import { isSignedWith, type Receipt, signReceipt } from '../wire/receipt.ts';
import { hashOf } from '../wire/signature.ts';
import { acceptancesOf } from './acceptance.ts';
import type { ArrivedIn } from './arrived-in.ts';
import { type ArrivedGreeting, type ArrivedMessage, examine, linesOf, type Refused } from './examine.ts';
import type { Strangers } from './strangers.ts';

/** The answer to one line of a body. */
export interface Reply {
  outcome: Receipt['outcome'];
  /** Present where the outcome is REFUSED. */
  reason?: ChannelRefusalReason;
  /** Signed; absent where too many strangers ask for one. */
  receipt?: string;
}

/** The request that a body came with. */
export interface AskedFor {
  /** Tells that the sender has hung up; then nothing more is done for the body. */
  isGone?: () => boolean;
  /** Called once the signature of the first line is good. */
  isFrom?: (agency: Agency) => void;
}

export interface Receiver {
  /**
   * It costs much, and bounds nothing: see `bodyTurns`.
   * @returns a reply to each line, in order, until the first that is refused: the lines behind it are not looked at; one without a
   * receipt where it is not taken now, and may be sent again
   * @throws the database's errors: then no receipt is given, and the sender sends again
   */
  receive(body: string, asked?: AskedFor): Promise<Reply[]>;
  /** The reply to a body that was too large to be read. */
  refuseUnread(): Promise<Reply>;
}

export interface ReceiverOptions {
  own: Agency;
  key: ChannelKey;
  peerKeys: PeerKeys;
  inbox: Inbox;
  notes: Pick<Notes, 'refused' | 'gap' | 'greeted'>;
  strangers: Pick<Strangers, 'refused' | 'mayBeAnswered'>;
  arrivedIn?: Pick<ArrivedIn, 'note'>;
  /** Called when messages of an agency were stored, and are to be applied. */
  stored?: (from: Agency) => void;
  /** Called when an agency can be reached. */
  heard?: (from: Agency) => void;
  /** Called when an agency has greeted, with the number of messages that it has received. */
  greeted?: (from: Agency, received: number) => void;
  /** Called for each receipt that is given; a stranger has no agency. */
  given?: (to: Agency | undefined, reply: Omit<Reply, 'receipt'>) => void;
  now?: () => Date;
}

const nothing = () => undefined;

/** No receipt, and so no word on the messages: their sender sends them again. */
const notNow: readonly Reply[] = [{ outcome: 'REFUSED' }];

type Stored = Pick<InboxRecord, 'hash' | 'number' | 'receivedAt'>;

/** The signed replies of a receiver. */
function repliesOf(options: ReceiverOptions) {
  const { own, key, inbox, notes, strangers, greeted = nothing, given = nothing } = options;
  const { now = () => new Date() } = options;

  async function refuse(
    { line, signer, refused: reason }: Refused,
    numbers: { number?: number; expected?: number } = {},
  ): Promise<Reply> {
    const at = now();
    const hash = hashOf(line);
    const refusal = { at, reason, hash, body: line };
    const reply = { outcome: 'REFUSED' as const, reason };
    const { number, expected } = numbers;
    if (signer) {
      await notes.refused({ ...refusal, signer });
      if (reason === 'OUT_OF_ORDER' && number !== undefined && expected !== undefined)
        await notes.gap(signer, { at, number, expected });
    } else {
      strangers.refused(refusal);
      if (!strangers.mayBeAnswered()) return reply;
    }
    given(signer, reply);
    const content = { ...(signer && { to: signer }), ...numbers, ...reply, hash };
    const receipt = await signReceipt({ from: own, ...content, at: at.toISOString() }, key);
    return { ...reply, receipt };
  }

  async function answerGreeting({ signer, hash, greeting }: ArrivedGreeting): Promise<Reply> {
    const at = now();
    const { sent, received } = greeting;
    await notes.greeted(signer, { at, sent, received });
    const expected = await inbox.expected(signer);
    greeted(signer, received);
    const reply = { outcome: 'GREETED' as const };
    given(signer, reply);
    const content = { to: signer, ...reply, hash, expected };
    return { ...reply, receipt: await signReceipt({ from: own, ...content, at: at.toISOString() }, key) };
  }

  const acknowledgement = (to: Agency, { hash, number, receivedAt }: Stored): Promise<string> => {
    const content = { to, outcome: 'ACCEPTED' as const, hash, number };
    return signReceipt({ from: own, ...content, at: receivedAt.toISOString() }, key);
  };

  /**
   * The receipt that was kept with a message, as long as its key is in use: the sender does not know a retired key any more,
   * and would send for ever. Signed anew it says the same, and the kept one stays as the evidence.
   */
  const receiptAgain = async (to: Agency, stored: KnownMessage): Promise<string> =>
    (await isSignedWith(stored.receipt, own, key)) ? stored.receipt : acknowledgement(to, stored);

  return { refuse, answerGreeting, acknowledgement, receiptAgain };
}

/** Accepts messages of one sender, as far as they follow each other. */
function accepting(
  options: ReceiverOptions,
  { refuse, acknowledgement, receiptAgain }: ReturnType<typeof repliesOf>,
) {
  const { inbox, arrivedIn, given = nothing, now = () => new Date() } = options;

  async function recordOf({ line, signer, text, hash, event }: ArrivedMessage): Promise<InboxRecord> {
    const { number, type } = event;
    const receivedAt = now();
    return {
      _id: inboxId(event),
      from: signer,
      number,
      type,
      signed: line,
      event: text,
      hash,
      receivedAt,
      state: 'STORED',
      receipt: await acknowledgement(signer, { hash, number, receivedAt }),
    };
  }

  return async function accept(from: Agency, messages: readonly ArrivedMessage[]): Promise<Reply[]> {
    const named = messages.map(({ event: { id, number }, hash }) => ({ id, number, hash }));
    for (;;) {
      const known = await inbox.known(from, named);
      const acceptances = acceptancesOf(named, known);
      const taken = messages.slice(0, acceptances.length);
      const isToStore = (_message: ArrivedMessage, index: number) => acceptances[index]?.kind === 'STORE';
      const records = await Promise.all(taken.filter(isToStore).map(recordOf));
      // Before they are stored: they can be applied in the moment that they are.
      arrivedIn?.note(records.map(({ _id }) => _id));
      if (records.length > 0 && !(await inbox.store(records))) continue;
      const repeats = taken.filter((_message, index) => acceptances[index]?.kind === 'REPEAT');
      const repeated = known.filter(({ id }) => repeats.some(({ event }) => event.id === id));
      const receipts = new Map([
        ...(await Promise.all(
          repeated.map(async (stored) => [stored.id, await receiptAgain(from, stored)] as const),
        )),
        ...records.map(({ _id, receipt }) => [_id.slice(from.length + 1), receipt] as const),
      ]);
      return Promise.all(
        taken.map(async (message, index): Promise<Reply> => {
          const { id, number } = message.event;
          const acceptance = acceptances[index];
          if (acceptance?.kind === 'REFUSE')
            return refuse(
              { ...message, refused: acceptance.reason },
              { number, expected: await inbox.expected(from) },
            );
          const reply = { outcome: 'ACCEPTED' as const };
          given(from, reply);
          return { ...reply, receipt: receipts.get(id) as string };
        }),
      );
    }
  };
}

/** Takes messages of other agencies. It keeps nothing itself: each request is answered from the stores. */
export function createReceiver(options: ReceiverOptions): Receiver {
  const { own, peerKeys, stored = nothing, heard = nothing } = options;
  const replies = repliesOf(options);
  const { refuse, answerGreeting } = replies;
  const accept = accepting(options, replies);

  /** Takes a body of messages whose first is genuine, line by line, so that others have the loop meanwhile. */
  async function receiveFrom(
    first: ArrivedMessage,
    lines: readonly string[],
    mayGoOn: () => Promise<boolean>,
  ): Promise<Reply[]> {
    const { signer } = first;
    const messages = [first];
    let refused: Refused | undefined;
    for (const line of lines.slice(1)) {
      const arrived = await examine(line, { own, keys: peerKeys, mayGoOn });
      if (!arrived) return [...notNow];
      if ('refused' in arrived) refused = arrived;
      else if ('greeting' in arrived) refused = { ...arrived, refused: 'MALFORMED' };
      else if (arrived.signer !== signer) refused = { ...arrived, refused: 'WRONG_AGENCY' };
      else messages.push(arrived);
      if (refused) break;
    }
    if (!(await mayGoOn())) return [...notNow];
    const given = await accept(signer, messages);
    stored(signer);
    const areAccepted = given.length === messages.length && given.at(-1)?.outcome === 'ACCEPTED';
    if (refused && areAccepted) given.push(await refuse(refused));
    return given;
  }

  return {
    async receive(body, { isGone = () => false, isFrom = nothing } = {}) {
      const mayGoOn = async () => {
        if (loopTurn.isOver()) await loopTurn.next();
        return !isGone();
      };
      if (!(await mayGoOn())) return [...notNow];
      const lines = linesOf(body);
      if (Buffer.byteLength(body) > largestBody || lines.length > mostMessages)
        return [await refuse({ line: body, refused: 'TOO_LARGE' })];
      // Before the rest is looked at, so that a stranger has no more than one of his lines examined.
      const first = await examine(lines[0] ?? '', { own, keys: peerKeys, mayGoOn });
      if (!first) return [...notNow];
      if (first.signer) isFrom(first.signer);
      if ('refused' in first) return [await refuse(first)];
      heard(first.signer);
      if ('greeting' in first) return [await answerGreeting(first)];
      return receiveFrom(first, lines, mayGoOn);
    },
    refuseUnread: () => refuse({ line: '', refused: 'TOO_LARGE' }),
  };
}
