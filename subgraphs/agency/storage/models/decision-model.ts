import { type Connection, type Model, Schema } from 'mongoose';
import { linkStates } from '../../../../terms/enums.ts';
import type { DecisionRecord } from '../../records/decisions/decision-record.ts';
import { oneOf, requiredText, storedIn } from './stored-in.ts';

const decisionSchema = new Schema<DecisionRecord>(
  {
    _id: { type: String, required: true },
    list: oneOf(['RELEASE', 'LINK']),
    dossier: requiredText,
    of: requiredText,
    state: oneOf(['PROPOSED', 'GRANTED', 'RECALLED', ...linkStates]),
    order: requiredText,
  },
  storedIn('decisions'),
);

// Those of a state, the earliest to end first.
decisionSchema.index({ list: 1, state: 1, order: 1 }, { name: 'decision_state' });

export const decisionModel = (connection: Connection): Model<DecisionRecord> =>
  connection.model<DecisionRecord>('Decision', decisionSchema);
