import { type Connection, type Model, Schema } from 'mongoose';
import { agencyNames } from '../../../identity/agencies.ts';
import { type LinkRecord, linkDecisions } from './record.ts';

const decision = {
  type: new Schema(
    { decision: { type: String, enum: linkDecisions, required: true }, decidedAt: Date },
    { _id: false, strict: 'throw' },
  ),
  required: true,
};

const linkSchema = new Schema<LinkRecord>(
  {
    _id: { type: String, required: true },
    ownDossier: { type: String, required: true },
    foreignAgency: { type: String, enum: agencyNames, required: true },
    foreignDossier: { type: String, required: true },
    own: decision,
    told: decision,
    confirmedForeign: String,
    confirmedOwn: String,
  },
  {
    collection: 'links',
    strict: 'throw',
    strictQuery: 'throw',
    versionKey: false,
    autoIndex: false,
    autoCreate: false,
  },
);

linkSchema.index({ confirmedForeign: 1 }, { unique: true, sparse: true, name: 'confirmed_foreign' });
linkSchema.index({ confirmedOwn: 1 }, { unique: true, sparse: true, name: 'confirmed_own' });

export const linkModel = (connection: Connection): Model<LinkRecord> =>
  connection.model<LinkRecord>('Link', linkSchema);
