import { Schema, type SchemaDefinition } from 'mongoose';
import { legalBases, sourceReliabilities } from '../../../../terms/enums.ts';
import { informationAccuracies, oneOf, type Provenance, requiredText } from '../../records/values/value.ts';

export const storedProvenance = new Schema<Provenance>(
  {
    sourceReliability: oneOf(sourceReliabilities),
    informationAccuracy: { type: Number, enum: [...informationAccuracies], required: true },
    legalBasis: oneOf(legalBases),
    recordedAt: { type: Date, required: true },
    retainUntil: { type: Date, required: true },
    contested: { type: Boolean, required: true },
    unsigned: new Schema(
      { by: requiredText, at: { type: Date, required: true } },
      { _id: false, strict: 'throw' },
    ),
  },
  { _id: false, strict: 'throw' },
);

/** How a value is stored: its own fields, beside those of every value. */
export const storedValue = (definition: SchemaDefinition) =>
  new Schema(
    {
      id: { type: String, required: true },
      ...definition,
      provenance: { type: storedProvenance, required: true },
    },
    { _id: false, id: false, strict: 'throw' },
  );
