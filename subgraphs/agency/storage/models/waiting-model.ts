import { type Connection, type Model, Schema } from 'mongoose';
import { decidedClasses, waitingKinds } from '../../../../terms/enums.ts';
import type { WaitingRecord } from '../../records/waiting/waiting-record.ts';
import { oneOf, requiredText, storedIn } from './stored-in.ts';

const waitingSchema = new Schema<WaitingRecord>(
  {
    _id: { type: String, required: true },
    kind: oneOf(waitingKinds),
    dossier: requiredText,
    of: String,
    cases: [{ type: String, required: true }],
    needs: [oneOf(decidedClasses)],
    not: String,
    since: { type: Date, required: true },
    due: Date,
    order: requiredText,
  },
  storedIn('waiting'),
);

// What is due first, of all dossiers and of those of one case.
waitingSchema.index({ kind: 1, order: 1 }, { name: 'waiting_kind' });
waitingSchema.index({ kind: 1, cases: 1, order: 1 }, { name: 'waiting_case' });

export const waitingModel = (connection: Connection): Model<WaitingRecord> =>
  connection.model<WaitingRecord>('Waiting', waitingSchema);
