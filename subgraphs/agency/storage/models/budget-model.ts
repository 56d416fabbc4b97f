import { type Connection, type Model, Schema } from 'mongoose';
import { agencyNames } from '../../../../terms/agencies.ts';
import { budgetScopes } from '../../../../terms/enums.ts';
import type { BudgetRecord } from '../../records/budgets/budget-record.ts';
import { oneOf, partOptions, storedIn } from './stored-in.ts';

const text = { type: String, required: true };
const number = { type: Number, required: true };

const budgetSchema = new Schema<BudgetRecord>(
  {
    _id: text,
    day: text,
    scope: oneOf(budgetScopes),
    agency: oneOf(agencyNames),
    of: String,
    searches: number,
    near: number,
    persons: [text],
    aliases: [text],
    holds: [
      new Schema(
        { id: text, persons: number, until: { type: Date, required: true } },
        {
          _id: false,
          id: false,
          strict: 'throw',
        },
      ),
    ],
    series: [
      new Schema(
        {
          by: text,
          forms: [Number],
          trials: [new Schema({ kind: text, value: number, steps: number }, partOptions)],
        },
        partOptions,
      ),
    ],
    refused: number,
    granted: number,
    price: number,
    nearest: number,
    until: { type: Date, required: true },
  },
  storedIn('budgets'),
);

// The server erases what was spent once overseers have had their time to look at it.
budgetSchema.index({ until: 1 }, { name: 'budget_until', expireAfterSeconds: 0 });
// An agency's budgets, the newest day first.
budgetSchema.index({ agency: 1, _id: -1 }, { name: 'budgets_of_agency' });

export const budgetModel = (connection: Connection): Model<BudgetRecord> =>
  connection.model<BudgetRecord>('Budget', budgetSchema);
