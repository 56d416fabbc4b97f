import { type Connection, type Model, Schema } from 'mongoose';
import { type Agency, agencyNames } from '../../../../terms/agencies.ts';
import { type RefusalReason, refusalReasons } from '../../channel/wire/receipt.ts';

/** A message that was given its number, and what became of it. Kept, with its receipt, as evidence. */
export interface OutboxRecord {
  /** The message's id. */
  _id: string;
  to: Agency;
  number: number;
  type: string;
  /** The text that is signed. */
  event: string;
  queuedAt: Date;
  /** While it must be sent; absent once it was acknowledged. */
  open?: true;
  acknowledgedAt?: Date;
  /** The recipient's signed receipt, the first of them. */
  receipt?: string;
}

/** Who has dismissed a parked message, and why. */
export interface Dismissal {
  by: string;
  at: Date;
  reason: string;
}

/** A message that was accepted. Kept, as it was signed, as evidence. */
export interface InboxRecord {
  /** The sender and the message's id. */
  _id: string;
  from: Agency;
  number: number;
  type: string;
  /** The signed message as it came. */
  signed: string;
  /** What was signed, as it was verified: what is applied and shown is this. */
  event: string;
  hash: string;
  /** On this agency's clock, as is the rest. */
  receivedAt: Date;
  /** STORED until its effect is in the records; PARKED when it cannot be; DISMISSED by an officer who leaves it at that. */
  state: 'STORED' | 'APPLIED' | 'PARKED' | 'DISMISSED';
  /** Why it was parked. */
  reason?: string;
  dismissed?: Dismissal;
  /** The officer who has dismissed a message that takes something back, while it waits for a second one. */
  firstDismissal?: Dismissal;
  /** What its sender was answered. */
  receipt: string;
}

/** What was not accepted; never shown as a message. */
export interface RefusedRecord {
  /** A place among so many: the oldest gives way. */
  _id: string;
  at: Date;
  reason: RefusalReason;
  /** Who has signed it; absent where nobody has. */
  signer?: Agency;
  hash: string;
  /** The beginning of it. */
  body: string;
}

/** RESTORED: the other agency has more messages than this one knows to have sent, so this one's database is an older one. */
export const blockedReasons = [...refusalReasons, 'RESTORED'] as const;

/** Why nothing goes on to another agency. */
export interface Blocked {
  /** Since when. */
  at: Date;
  /** The message that it does not take; RESTORED: the last one that it has. */
  number: number;
  reason: (typeof blockedReasons)[number];
  /** The number that it takes next, if it has told it. */
  expected?: number;
}

/** Under what all is counted that nobody who is known has signed. */
export const strangers = 'STRANGERS';

/** What a channel to or from another agency remembers beside its messages. */
export interface PeerRecord {
  _id: Agency | typeof strangers;
  refused: number;
  lastRefused?: { at: Date; reason: RefusalReason };
  gaps: number;
  lastGap?: { at: Date; expected: number; number: number };
  blocked?: Blocked;
  /** What it has last said of itself: how many messages it has sent and received. */
  lastGreeting?: { at: Date; sent: number; received: number };
  /** Numbers go on from here, where those before it were given by a database that was restored since. */
  numbersFrom?: number;
}

const text = { type: String, required: true };
const count = { type: Number, required: true };
const date = { type: Date, required: true };
const agency = { type: String, enum: agencyNames, required: true };
const part = { _id: false, strict: 'throw' } as const;

const options = (collection: string) =>
  ({
    collection,
    strict: 'throw',
    strictQuery: 'throw',
    versionKey: false,
    autoIndex: false,
    autoCreate: false,
  }) as const;

const outboxSchema = new Schema<OutboxRecord>(
  {
    _id: text,
    to: agency,
    number: count,
    type: text,
    event: text,
    queuedAt: date,
    open: Boolean,
    acknowledgedAt: Date,
    receipt: String,
  },
  options('outbox'),
);
// Of two that give a number at once, one gives it.
outboxSchema.index({ to: 1, number: 1 }, { unique: true, name: 'outbox_number' });
outboxSchema.index({ to: 1, open: 1, number: 1 }, { name: 'outbox_open' });
outboxSchema.index({ type: 1, _id: 1 }, { name: 'outbox_type' });

const inboxSchema = new Schema<InboxRecord>(
  {
    _id: text,
    from: agency,
    number: count,
    type: text,
    signed: text,
    event: text,
    hash: text,
    receivedAt: date,
    state: { type: String, enum: ['STORED', 'APPLIED', 'PARKED', 'DISMISSED'], required: true },
    reason: String,
    dismissed: new Schema({ by: text, at: date, reason: text }, part),
    firstDismissal: new Schema({ by: text, at: date, reason: text }, part),
    receipt: text,
  },
  options('inbox'),
);
// However often a message arrives, and at however many instances, it is accepted once.
inboxSchema.index({ from: 1, number: 1 }, { unique: true, name: 'inbox_number' });
inboxSchema.index({ from: 1, state: 1, number: 1 }, { name: 'inbox_state' });

const refusedSchema = new Schema<RefusedRecord>(
  {
    _id: text,
    at: date,
    reason: { type: String, enum: refusalReasons, required: true },
    signer: { type: String, enum: agencyNames },
    hash: text,
    body: { type: String, default: '' },
  },
  options('refused'),
);

const peerSchema = new Schema<PeerRecord>(
  {
    _id: { type: String, enum: [...agencyNames, strangers], required: true },
    refused: count,
    lastRefused: new Schema(
      { at: date, reason: { type: String, enum: refusalReasons, required: true } },
      part,
    ),
    gaps: count,
    lastGap: new Schema({ at: date, expected: count, number: count }, part),
    blocked: new Schema(
      {
        at: date,
        number: count,
        reason: { type: String, enum: blockedReasons, required: true },
        expected: Number,
      },
      part,
    ),
    lastGreeting: new Schema({ at: date, sent: count, received: count }, part),
    numbersFrom: Number,
  },
  options('peers'),
);

export const channelModels = (connection: Connection) => ({
  outbox: connection.model<OutboxRecord>('Outbox', outboxSchema) as Model<OutboxRecord>,
  inbox: connection.model<InboxRecord>('Inbox', inboxSchema) as Model<InboxRecord>,
  refused: connection.model<RefusedRecord>('Refused', refusedSchema) as Model<RefusedRecord>,
  peers: connection.model<PeerRecord>('Peer', peerSchema) as Model<PeerRecord>,
});
export type ChannelModels = ReturnType<typeof channelModels>;
