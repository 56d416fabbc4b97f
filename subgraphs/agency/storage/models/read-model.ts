import { type Connection, type Model, Schema } from 'mongoose';
import { agencyNames } from '../../../../terms/agencies.ts';
import { evidenceKinds, roles } from '../../../../terms/enums.ts';
import { mandateSchema } from '../../../../terms/mandate.ts';
import type { ReadPart } from '../../records/reads/read-entry.ts';
import { oneOf, partOptions, storedIn } from './stored-in.ts';

const text = { type: String, required: true };

const readSchema = new Schema<ReadPart>(
  {
    _id: text,
    at: { type: Date, required: true },
    requestId: text,
    by: text,
    agency: oneOf(agencyNames),
    roles: [oneOf(roles)],
    mandate: {
      type: new Schema(
        Object.fromEntries(Object.keys(mandateSchema.shape).map((field) => [field, { type: String }])),
        partOptions,
      ),
      required: true,
    },
    reason: String,
    dossiers: [text],
    beyondMandate: { type: [text], default: undefined },
    ofNoCase: { type: [text], default: undefined },
    groups: [text],
    requests: { type: [text], default: undefined },
    operations: { type: [text], default: undefined },
    coordinates: [text],
    withheld: [new Schema({ coordinate: text, reason: text, dossiers: [text] }, partOptions)],
    search: new Schema({ kinds: [oneOf(evidenceKinds)], criteria: [Number], near: Number }, partOptions),
  },
  storedIn('reads'),
);

// The reads of one dossier, newest first, and whether an agency has read it at all.
readSchema.index({ dossiers: 1, agency: 1, _id: -1 }, { name: 'reads_of_dossier_by_agency' });
// The searches that a viewer has made of late by one of these criteria. Most reads are none, and are not in it.
readSchema.index(
  { by: 1, agency: 1, 'search.criteria': 1, at: 1 },
  { name: 'searches_by_criteria', partialFilterExpression: { 'search.criteria': { $exists: true } } },
);
// What the retention run looks for, and what is counted of a day.
readSchema.index({ at: 1 }, { name: 'read_at' });

export const readModel = (connection: Connection): Model<ReadPart> =>
  connection.model<ReadPart>('Read', readSchema);
