import { type Connection, type Model, Schema } from 'mongoose';
import type { OwnSurname } from '../../matching/own-surname.ts';
import { storedIn } from './stored-in.ts';

/** A surname's weight, and the run that has counted it. */
export interface StoredSurname extends Omit<OwnSurname, '_id'> {
  /** The token, as digits: every id is a text, as backups want it. */
  _id: string;
  at: Date;
}

const surnameSchema = new Schema<StoredSurname>(
  {
    _id: { type: String, required: true },
    bits: { type: Number, required: true },
    at: { type: Date, required: true },
  },
  storedIn('surnames'),
);

// What an earlier run has counted, and this one has not, is removed.
surnameSchema.index({ at: 1 }, { name: 'surname_at' });

export const surnameModel = (connection: Connection): Model<StoredSurname> =>
  connection.model<StoredSurname>('Surname', surnameSchema);
