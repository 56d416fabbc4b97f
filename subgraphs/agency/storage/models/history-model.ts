import { type Connection, type Model, Schema } from 'mongoose';
import { historyActions, historyReasons } from '../../../../terms/enums.ts';
import { mandateSchema } from '../../../../terms/mandate.ts';
import type { StoredEntry } from '../../records/history/history-entry.ts';
import { oneOf, partOptions, requiredText, storedIn } from './stored-in.ts';

const historySchema = new Schema<StoredEntry>(
  {
    _id: { type: String, required: true },
    record: requiredText,
    version: { type: Number, required: true },
    at: { type: Date, required: true },
    by: requiredText,
    mandate: {
      type: new Schema(
        Object.fromEntries(Object.keys(mandateSchema.shape).map((field) => [field, { type: String }])),
        partOptions,
      ),
      required: true,
    },
    action: oneOf(historyActions),
    changes: [
      new Schema(
        { field: requiredText, value: String, before: String, after: String, reason: String },
        partOptions,
      ),
    ],
    code: { type: String, enum: [...historyReasons] },
    keptUntil: Date,
    idempotency: {
      type: new Schema({ key: requiredText, fingerprint: requiredText }, partOptions),
      required: true,
    },
  },
  storedIn('history'),
);

// Whether a request has taken its step before.
historySchema.index({ record: 1, 'idempotency.key': 1 }, { name: 'history_request' });
// The steps that another agency has caused, of which only the latest stay.
historySchema.index(
  { record: 1, version: 1 },
  { name: 'history_told', partialFilterExpression: { action: 'TELL_LINK' } },
);
// What is left of dossiers that were erased, for the retention run.
historySchema.index({ keptUntil: 1 }, { sparse: true, name: 'history_kept' });

export const historyModel = (connection: Connection): Model<StoredEntry> =>
  connection.model<StoredEntry>('HistoryEntry', historySchema);
