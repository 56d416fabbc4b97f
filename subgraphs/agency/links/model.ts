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

/** Both agencies say SAME: only then are two dossiers one person. */
export const confirmed = { 'own.decision': 'SAME', 'told.decision': 'SAME' } as const;

// A foreign dossier is one person's, and a person has at most one dossier at each agency: the database itself holds
// that, so that no race can join three dossiers.
linkSchema.index(
  { foreignDossier: 1 },
  { unique: true, partialFilterExpression: confirmed, name: 'confirmed_foreign' },
);
linkSchema.index(
  { ownDossier: 1, foreignAgency: 1 },
  { unique: true, partialFilterExpression: confirmed, name: 'confirmed_own' },
);

export const linkModel = (connection: Connection): Model<LinkRecord> =>
  connection.model<LinkRecord>('Link', linkSchema);
