import { type Connection, type Model, Schema, type SchemaDefinition } from 'mongoose';
import { agencyNames } from '../../../identity/agencies.ts';
import { legalBases } from '../../../identity/mandate.ts';
import type { DossierRecord } from './record.ts';
import * as lists from './record.ts';

const embedded = (definition: SchemaDefinition) => new Schema(definition, { _id: false, strict: 'throw' });
const oneOf = (values: readonly string[]) => ({ type: String, enum: [...values], required: true });
const text = { type: String, maxlength: 200 };
const partialDate = { type: String, match: /^\d{4}(-\d{2}(-\d{2})?)?$/, required: true };

const provenance = {
  type: embedded({
    sourceReliability: oneOf(lists.sourceReliabilities),
    informationAccuracy: { type: Number, enum: [...lists.informationAccuracies], required: true },
    legalBasis: oneOf(legalBases),
    recordedAt: { type: Date, required: true },
    retainUntil: { type: Date, required: true },
    contested: { type: Boolean, required: true },
  }),
  required: true,
};

const personName = embedded({
  kind: oneOf(lists.nameKinds),
  script: oneOf(lists.nameScripts),
  handle: text,
  surname: text,
  givenName: text,
  patronymic: text,
  provenance,
});

const dossierSchema = new Schema<DossierRecord>(
  {
    _id: { type: String, required: true },
    agency: oneOf(agencyNames),
    handlingCode: oneOf(lists.handlingCodes),
    cases: [{ type: String, required: true }],
    names: [personName],
    birth: embedded({ date: partialDate, provenance }),
    citizenships: [embedded({ country: { type: String, match: /^[A-Z]{2}$/, required: true }, provenance })],
    contacts: [
      embedded({
        kind: oneOf(lists.contactKinds),
        value: { ...text, required: true },
        service: text,
        provenance,
      }),
    ],
    roles: [embedded({ kind: oneOf(lists.roleKinds), coerced: Boolean, provenance })],
    offences: [
      embedded({
        article: { type: String, required: true },
        committedOn: partialDate,
        case: String,
        provenance,
      }),
    ],
    status: { type: embedded({ stage: oneOf(lists.proceduralStages), provenance }), required: true },
    version: { type: Number, required: true },
    createdAt: { type: Date, required: true },
    updatedAt: { type: Date, required: true },
  },
  {
    collection: 'dossiers',
    strict: 'throw',
    strictQuery: 'throw',
    versionKey: false,
    autoIndex: false,
    autoCreate: false,
  },
);

/** Read by `_id` alone so far, whose index every collection has. */
export const dossierModel = (connection: Connection): Model<DossierRecord> =>
  connection.model<DossierRecord>('Dossier', dossierSchema);
