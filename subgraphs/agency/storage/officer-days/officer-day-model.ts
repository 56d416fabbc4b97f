import { type Connection, type Model, Schema } from 'mongoose';
import { countedAs } from '../../records/dossier/counts.ts';
import { storedIn } from '../models/stored-in.ts';

/** The numbers of an officer's day: of the steps that count for it, and others. */
const counters = [
  ...countedAs,
  /** Identifiers that they have recorded and that are to be compared. */
  'held',
  /** Identifiers that were recorded before, and that they have had compared again or for another case. */
  'restored',
  /** Officers whom they have suspended. */
  'suspended',
  /** Suspensions of others that they have undone. */
  'reinstated',
] as const;
export type Counter = (typeof counters)[number];

/** The numbers of an officer's day, in UTC, that are bounded or put what they write in order. */
export interface OfficerDay extends Partial<Record<Counter, number>> {
  /** `<day> <officer>`, or of a case `dayOfCase` in the officer's place. */
  _id: string;
  at: Date;
}

const officerDaySchema = new Schema<OfficerDay>(
  {
    _id: { type: String, required: true },
    ...Object.fromEntries(counters.map((counter) => [counter, Number])),
    at: { type: Date, required: true },
  },
  storedIn('officerDays'),
);

const rememberedSeconds = 2 * 86_400;
// The server erases what is of no day that still counts.
officerDaySchema.index({ at: 1 }, { name: 'officer_day_at', expireAfterSeconds: rememberedSeconds });

export const officerDayModel = (connection: Connection): Model<OfficerDay> =>
  connection.model<OfficerDay>('OfficerDay', officerDaySchema);
