import { type Connection, type Model, Schema } from 'mongoose';
import { alertStates } from '../../../../../terms/enums.ts';
import type { AlertRecord } from '../../../records/alerts/alert-record.ts';
import { oneOf, partOptions, requiredText, storedIn } from '../stored-in.ts';
import { storedMessage } from '../stored-message.ts';

const alertSchema = new Schema<AlertRecord>(
  {
    _id: { type: String, required: true },
    version: { type: Number, required: true },
    // Decided and checked by the transition alone, which nothing is written past.
    alert: { type: Schema.Types.Mixed, required: true },
    case: requiredText,
    indicator: requiredText,
    dossiers: [requiredText],
    own: requiredText,
    theirs: requiredText,
    reference: requiredText,
    pair: requiredText,
    place: requiredText,
    state: oneOf(alertStates),
    due: Date,
    order: String,
    taken: [new Schema({ by: requiredText, key: requiredText, fingerprint: requiredText }, partOptions)],
    pending: { type: [storedMessage], default: undefined },
  },
  storedIn('alerts'),
);

// Two tokens that are equal raise one alert of a case, however often they are compared.
alertSchema.index({ pair: 1 }, { unique: true, name: 'alert_pair' });
// The newest first, of all cases and of one, in any state and in one.
alertSchema.index({ place: -1 }, { name: 'alert_list' });
alertSchema.index({ state: 1, place: -1 }, { name: 'alert_state' });
alertSchema.index({ case: 1, place: -1 }, { name: 'alert_case' });
alertSchema.index({ case: 1, state: 1, place: -1 }, { name: 'alert_case_state' });
// What ends with a token, of either agency.
alertSchema.index({ own: 1 }, { name: 'alert_own' });
alertSchema.index({ theirs: 1 }, { name: 'alert_theirs' });
// Those that are erased with a dossier, and those that have lost all.
alertSchema.index({ dossiers: 1 }, { name: 'alert_dossiers' });
// Those that time changes next.
alertSchema.index({ due: 1 }, { sparse: true, name: 'alert_due' });
// What waits for a second officer of a case, what is due first.
alertSchema.index(
  { case: 1, order: 1 },
  { partialFilterExpression: { order: { $exists: true } }, name: 'alert_waits' },
);
// Messages that wait for their numbers, oldest first.
alertSchema.index({ 'pending.id': 1 }, { sparse: true, name: 'alert_pending' });

export const alertModel = (connection: Connection): Model<AlertRecord> =>
  connection.model<AlertRecord>('Alert', alertSchema);
