import { type Connection, type Model, Schema } from 'mongoose';
import { agencyNames } from '../../../../terms/agencies.ts';
import { operationStates } from '../../../../terms/enums.ts';
import type { OperationRecord } from '../../records/operations/operation-record.ts';
import { oneOf, partOptions, requiredText, storedIn } from './stored-in.ts';
import { storedMessage } from './stored-message.ts';

const operationSchema = new Schema<OperationRecord>(
  {
    _id: { type: String, required: true },
    version: { type: Number, required: true },
    other: oneOf(agencyNames),
    place: requiredText,
    // Decided and checked by the transitions alone, which nothing is written past.
    operation: { type: Schema.Types.Mixed, required: true },
    state: oneOf(operationStates),
    lists: [{ type: String, required: true }],
    name: String,
    due: Date,
    over: Date,
    ended: Date,
    waits: String,
    not: String,
    order: String,
    measures: { type: [String], default: undefined },
    scoped: { type: [String], default: undefined },
    releasing: { type: [String], default: undefined },
    proposedWith: String,
    taken: [
      new Schema({ by: requiredText, key: requiredText, fingerprint: requiredText, at: Date }, partOptions),
    ],
    pending: { type: [storedMessage], default: undefined },
  },
  // A side without members yet has them empty, not absent.
  { ...storedIn('operations'), minimize: false },
);

// The newest first, of those that a viewer may know of.
operationSchema.index({ lists: 1, place: -1 }, { name: 'operation_list' });
// What waits, the first due first, of those that a viewer may know of.
operationSchema.index(
  { waits: 1, lists: 1, order: 1 },
  { partialFilterExpression: { waits: { $exists: true } }, name: 'operation_waits' },
);
// The same proposal, sent twice at once, is one; and a code name is given to one operation at a time.
operationSchema.index({ proposedWith: 1 }, { unique: true, sparse: true, name: 'operation_proposed_with' });
operationSchema.index({ name: 1 }, { unique: true, sparse: true, name: 'operation_name' });
// Those that time changes next.
operationSchema.index({ due: 1 }, { sparse: true, name: 'operation_due' });
// Those that have measures in an open plan.
operationSchema.index({ measures: 1 }, { sparse: true, name: 'operation_measures' });
// Those whose measures are noted in dossiers.
operationSchema.index({ scoped: 1 }, { sparse: true, name: 'operation_scoped' });
// Those that have given releases which may still open something.
operationSchema.index({ releasing: 1 }, { sparse: true, name: 'operation_releasing' });
// Those that are counted by the day on which they came, and by the one on which they ended.
operationSchema.index({ place: 1 }, { name: 'operation_place' });
operationSchema.index({ ended: 1 }, { sparse: true, name: 'operation_ended' });
// Those that the agency has with another one, or has had; and what is erased.
operationSchema.index({ other: 1, state: 1 }, { name: 'operation_other' });
operationSchema.index({ over: 1 }, { sparse: true, name: 'operation_over' });
// Messages that wait for their numbers, oldest first.
operationSchema.index({ 'pending.id': 1 }, { sparse: true, name: 'operation_pending' });

export const operationModel = (connection: Connection): Model<OperationRecord> =>
  connection.model<OperationRecord>('Operation', operationSchema);
