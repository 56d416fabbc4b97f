import { type Connection, type Model, Schema } from 'mongoose';
import { measureStates, measureUrgencies } from '../../../../terms/enums.ts';
import type { MeasureRow } from '../../records/measures/measure-row.ts';
import { oneOf, requiredText, storedIn } from '../models/stored-in.ts';

const measureSchema = new Schema<MeasureRow>(
  {
    _id: { type: String, required: true },
    dossier: requiredText,
    of: requiredText,
    cases: [{ type: String, required: true }],
    state: oneOf(measureStates),
    until: String,
    order: requiredText,
    alone: { type: String, enum: ['UNAUTHORISED', 'AUTHORISED_SINCE', ...measureUrgencies] },
    aloneAt: Date,
  },
  storedIn('measures'),
);

// Those of a case and a state, the earliest to begin first.
measureSchema.index({ cases: 1, state: 1, order: 1 }, { name: 'measure_case' });
// Those that fewer than two officers have taken.
measureSchema.index(
  { aloneAt: 1 },
  { partialFilterExpression: { aloneAt: { $exists: true } }, name: 'measure_alone' },
);

export const measureModel = (connection: Connection): Model<MeasureRow> =>
  connection.model<MeasureRow>('Measure', measureSchema);
