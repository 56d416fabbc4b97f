import { type Connection, type Model, Schema } from 'mongoose';
import { dayLength } from '../../../../terms/days.ts';
import type { Deputy } from '../../records/requests/deputy.ts';
import { requiredText, storedIn } from './stored-in.ts';

const deputySchema = new Schema<Deputy>(
  {
    _id: { type: String, required: true },
    deputy: requiredText,
    until: { type: Date, required: true },
  },
  storedIn('deputies'),
);

// Those for whom an officer stands in.
deputySchema.index({ deputy: 1, until: 1 }, { name: 'deputy_for' });
// Those that are in force, the first to end first; the server forgets what has ended thirty days ago.
deputySchema.index({ until: 1 }, { name: 'deputy_until', expireAfterSeconds: (30 * dayLength) / 1000 });

export const deputyModel = (connection: Connection): Model<Deputy> =>
  connection.model<Deputy>('Deputy', deputySchema);
