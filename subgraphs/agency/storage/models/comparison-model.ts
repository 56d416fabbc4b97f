import { type Connection, type Model, Schema } from 'mongoose';
import type { ComparisonRecord } from '../../records/comparisons/comparison-record.ts';
import { storedIn } from './stored-in.ts';

const comparisonSchema = new Schema<ComparisonRecord>(
  {
    _id: { type: String, required: true },
    values: [{ type: Number, required: true }],
    changes: { type: Number, required: true },
    until: { type: Date, required: true },
  },
  storedIn('comparisons'),
);

// The server forgets what was compared long ago.
comparisonSchema.index({ until: 1 }, { name: 'comparison_until', expireAfterSeconds: 0 });

export const comparisonModel = (connection: Connection): Model<ComparisonRecord> =>
  connection.model<ComparisonRecord>('Comparison', comparisonSchema);
