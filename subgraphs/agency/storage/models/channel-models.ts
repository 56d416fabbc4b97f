import { type Connection, type Model, Schema } from 'mongoose';
import { type Agency, agencyNames } from '../../../../terms/agencies.ts';
import {
  type ChannelRefusalReason,
  channelBlockReasons,
  channelRefusalReasons,
} from '../../../../terms/enums.ts';
import type { InboxRecord } from '../../channel/stores/inbox-record.ts';
import type { OutboxRecord } from '../../channel/stores/outbox-record.ts';
import { type PeerRecord, strangers } from '../../channel/stores/peer-record.ts';
import { partOptions, storedIn } from './stored-in.ts';

/** A line that was not accepted; it is never shown as a message. */
export interface RefusedRecord {
  /** A place among so many: the oldest gives way. */
  _id: string;
  at: Date;
  reason: ChannelRefusalReason;
  /** The agency that has signed it; absent where no known one has. */
  signer?: Agency;
  hash: string;
  /** The beginning of the line. */
  body: string;
}

/** A text that is there, and is empty once the content of a message has been erased: a backup takes it so. */
const untilErased = (field: string) => ({
  type: String,
  required(this: object): boolean {
    return typeof Reflect.get(this, field) !== 'string';
  },
});

const text = { type: String, required: true };
const count = { type: Number, required: true };
const date = { type: Date, required: true };
const agency = { type: String, enum: agencyNames, required: true };

const outboxSchema = new Schema<OutboxRecord>(
  {
    _id: text,
    to: agency,
    number: count,
    type: text,
    event: untilErased('event'),
    queuedAt: date,
    open: Boolean,
    acknowledgedAt: Date,
    receipt: String,
  },
  storedIn('outbox'),
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
    signed: untilErased('signed'),
    event: untilErased('event'),
    hash: text,
    receivedAt: date,
    state: { type: String, enum: ['STORED', 'APPLIED', 'PARKED', 'DISMISSED'], required: true },
    tryAgainAt: Date,
    reason: String,
    dismissed: new Schema({ by: text, at: date, reason: text }, partOptions),
    firstDismissal: new Schema({ by: text, at: date, reason: text }, partOptions),
    receipt: text,
  },
  storedIn('inbox'),
);
// However often a message arrives, and at however many instances, it is accepted once.
inboxSchema.index({ from: 1, number: 1 }, { unique: true, name: 'inbox_number' });
inboxSchema.index({ from: 1, state: 1, number: 1 }, { name: 'inbox_state' });
// Those that are tried again, the ones that have waited longest first.
inboxSchema.index(
  { from: 1, tryAgainAt: 1 },
  { partialFilterExpression: { tryAgainAt: { $exists: true } }, name: 'inbox_try_again' },
);
// Those that wait for an officer, of every agency, the longest parked first.
inboxSchema.index(
  { state: 1, receivedAt: 1, _id: 1 },
  { partialFilterExpression: { state: 'PARKED' }, name: 'inbox_parked' },
);

const refusedSchema = new Schema<RefusedRecord>(
  {
    _id: text,
    at: date,
    reason: { type: String, enum: channelRefusalReasons, required: true },
    signer: { type: String, enum: agencyNames },
    hash: text,
    body: { type: String, default: '' },
  },
  storedIn('refused'),
);

const peerSchema = new Schema<PeerRecord>(
  {
    _id: { type: String, enum: [...agencyNames, strangers], required: true },
    refused: count,
    lastRefused: new Schema(
      { at: date, reason: { type: String, enum: channelRefusalReasons, required: true } },
      partOptions,
    ),
    gaps: count,
    lastGap: new Schema({ at: date, expected: count, number: count }, partOptions),
    blocked: new Schema(
      {
        at: date,
        number: count,
        reason: { type: String, enum: channelBlockReasons, required: true },
        expected: Number,
      },
      partOptions,
    ),
    lastGreeting: new Schema({ at: date, sent: count, received: count }, partOptions),
    numbersFrom: Number,
  },
  storedIn('peers'),
);

export const channelModels = (connection: Connection) => ({
  outbox: connection.model<OutboxRecord>('Outbox', outboxSchema) as Model<OutboxRecord>,
  inbox: connection.model<InboxRecord>('Inbox', inboxSchema) as Model<InboxRecord>,
  refused: connection.model<RefusedRecord>('Refused', refusedSchema) as Model<RefusedRecord>,
  peers: connection.model<PeerRecord>('Peer', peerSchema) as Model<PeerRecord>,
});
export type ChannelModels = ReturnType<typeof channelModels>;
