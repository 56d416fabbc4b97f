import { type Connection, type Model, Schema } from 'mongoose';
import { agencyNames } from '../../../../terms/agencies.ts';
import type { HitRecord } from '../../records/hits/hit-record.ts';
import { oneOf, storedIn } from './stored-in.ts';

const text = { type: String, required: true };

const hitSchema = new Schema<HitRecord>(
  {
    _id: text,
    dossier: text,
    to: oneOf(agencyNames),
    case: String,
    pair: text,
    until: { type: Date, required: true },
  },
  storedIn('hits'),
);

// Of two searches at once, one makes the reference and both tell it.
hitSchema.index({ pair: 1 }, { unique: true, name: 'hit_pair' });
// What goes with its dossier, and what the retention run looks for.
hitSchema.index({ dossier: 1 }, { name: 'hits_of_dossier' });
hitSchema.index({ until: 1 }, { name: 'hit_until' });

export const hitModel = (connection: Connection): Model<HitRecord> =>
  connection.model<HitRecord>('Hit', hitSchema);
