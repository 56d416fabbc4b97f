import { type Connection, type Model, Schema } from 'mongoose';
import { agencyNames } from '../../../../terms/agencies.ts';
import type { SuspensionRecord } from '../../records/suspensions/suspension-record.ts';
import { partOptions, storedIn } from './stored-in.ts';
import { storedMessage } from './stored-message.ts';

const step = new Schema({ at: { type: Date, required: true }, by: String, reason: String }, partOptions);

const suspensionSchema = new Schema<SuspensionRecord>(
  {
    _id: { type: String, required: true },
    agency: { type: String, enum: agencyNames, required: true },
    subject: { type: String, required: true },
    isActive: Boolean,
    suspended: { type: step, required: true },
    further: { type: [step], default: undefined },
    reinstated: step,
    pending: { type: [storedMessage], default: undefined },
  },
  storedIn('suspensions'),
);
// Nobody is suspended twice at once.
suspensionSchema.index(
  { isActive: 1, agency: 1, subject: 1 },
  { unique: true, partialFilterExpression: { isActive: true }, name: 'suspension_active' },
);
// The newest first.
suspensionSchema.index({ agency: 1, _id: -1 }, { name: 'suspension_page' });
suspensionSchema.index(
  { isActive: 1, agency: 1, _id: -1 },
  { partialFilterExpression: { isActive: true }, name: 'suspension_in_force' },
);
// Those that were undone, for the retention run.
suspensionSchema.index({ 'reinstated.at': 1 }, { sparse: true, name: 'suspension_undone' });
// Messages that wait for their numbers, oldest first.
suspensionSchema.index({ 'pending.id': 1 }, { sparse: true, name: 'suspension_pending' });

export const suspensionModel = (connection: Connection): Model<SuspensionRecord> =>
  connection.model<SuspensionRecord>('Suspension', suspensionSchema);
