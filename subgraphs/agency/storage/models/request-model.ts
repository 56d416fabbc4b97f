import { type Connection, type Model, Schema } from 'mongoose';
import { agencyNames } from '../../../../terms/agencies.ts';
import { requestBoxes, requestStates } from '../../../../terms/enums.ts';
import type { RequestRecord } from '../../records/requests/request-record.ts';
import { oneOf, partOptions, requiredText, storedIn } from './stored-in.ts';
import { storedMessage } from './stored-message.ts';

/** Decided and checked by the transitions alone, which nothing is written past. */
const whole = { type: Schema.Types.Mixed, required: true };

const requestSchema = new Schema<RequestRecord>(
  {
    _id: { type: String, required: true },
    version: { type: Number, required: true },
    unseen: Number,
    box: oneOf(requestBoxes),
    other: oneOf(agencyNames),
    place: requiredText,
    half: whole,
    content: whole,
    words: whole,
    dossier: String,
    others: { type: [String], default: undefined },
    cases: { type: [String], default: undefined },
    state: oneOf(requestStates),
    lists: [{ type: String, required: true }],
    due: Date,
    seekAt: Date,
    hiddenAt: Date,
    waits: String,
    not: String,
    order: String,
    assignedTo: String,
    awaits: { type: [String], default: undefined },
    asks: String,
    warned: new Schema(
      { of: { type: Date, required: true }, count: { type: Number, required: true } },
      { _id: false },
    ),
    draftedWith: String,
    taken: [
      new Schema({ by: requiredText, key: requiredText, fingerprint: requiredText, at: Date }, partOptions),
    ],
    pending: { type: [storedMessage], default: undefined },
  },
  // A request without words yet has them empty, not absent.
  { ...storedIn('requests'), minimize: false },
);

// The newest first, of those that a viewer may know of, in any state and in one.
requestSchema.index({ box: 1, lists: 1, place: -1 }, { name: 'request_list' });
requestSchema.index({ box: 1, lists: 1, state: 1, place: -1 }, { name: 'request_state' });
requestSchema.index({ box: 1, lists: 1, assignedTo: 1, place: -1 }, { name: 'request_assigned' });
// What waits, the first due first, of those that a viewer may know of: for any of them, and for those to whom it is assigned.
requestSchema.index(
  { waits: 1, lists: 1, order: 1 },
  { partialFilterExpression: { waits: { $exists: true } }, name: 'request_waits' },
);
requestSchema.index(
  { waits: 1, lists: 1, assignedTo: 1, order: 1 },
  { partialFilterExpression: { waits: { $exists: true } }, name: 'request_waits_for' },
);
// The same draft, sent twice at once, is one; and so is the same question, asked by two officers.
requestSchema.index({ draftedWith: 1 }, { unique: true, sparse: true, name: 'request_drafted_with' });
requestSchema.index({ asks: 1 }, { unique: true, sparse: true, name: 'request_asks' });
// Those that time changes next.
requestSchema.index({ due: 1 }, { sparse: true, name: 'request_due' });
// Those whose subject is looked up again, the one that has waited longest first.
requestSchema.index({ seekAt: 1 }, { sparse: true, name: 'request_seek_at' });
// Those whose receipts have not come in.
requestSchema.index({ awaits: 1 }, { sparse: true, name: 'request_awaits' });
// What keeps a dossier from erasure, and what is itself erased.
requestSchema.index({ dossier: 1, state: 1, place: 1 }, { sparse: true, name: 'request_of_dossier' });
requestSchema.index({ others: 1, state: 1, place: 1 }, { sparse: true, name: 'request_of_others' });
requestSchema.index({ place: 1 }, { name: 'request_place' });
// Messages that wait for their numbers, oldest first.
requestSchema.index({ 'pending.id': 1 }, { sparse: true, name: 'request_pending' });

export const requestModel = (connection: Connection): Model<RequestRecord> =>
  connection.model<RequestRecord>('Request', requestSchema);
