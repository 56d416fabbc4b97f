import { type Connection, type Model, Schema } from 'mongoose';
import { agencyNames } from '../../../../terms/agencies.ts';
import { groupKinds } from '../../../../terms/enums.ts';
import type { GroupRecord } from '../../records/group/group-record.ts';
import { oneOf, partOptions, requiredText, storedIn } from './stored-in.ts';
import { storedProvenance } from './stored-value.ts';

const groupSchema = new Schema<GroupRecord>(
  {
    _id: { type: String, required: true },
    agency: oneOf(agencyNames),
    kind: oneOf(groupKinds),
    name: requiredText,
    provenance: { type: storedProvenance, required: true },
    vouched: new Schema(
      {
        kind: oneOf(groupKinds),
        name: requiredText,
        provenance: { type: storedProvenance, required: true },
        version: { type: Number, required: true },
      },
      partOptions,
    ),
    version: { type: Number, required: true },
    createdAt: { type: Date, required: true },
    updatedAt: { type: Date, required: true },
    nextErasure: { type: Date, required: true },
    heldUntil: Date,
    recordedWith: requiredText,
    recordedFingerprint: { type: String },
  },
  storedIn('groups'),
);

groupSchema.index({ recordedWith: 1 }, { unique: true, name: 'recorded_with' });
groupSchema.index({ nextErasure: 1 }, { name: 'next_erasure' });
// Those that wait for a countersignature, the oldest first.
groupSchema.index(
  { 'provenance.unsigned.at': 1, _id: 1 },
  { partialFilterExpression: { 'provenance.unsigned.at': { $exists: true } }, name: 'group_unsigned' },
);

export const groupModel = (connection: Connection): Model<GroupRecord> =>
  connection.model<GroupRecord>('Group', groupSchema);
