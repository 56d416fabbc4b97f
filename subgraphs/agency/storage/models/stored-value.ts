import { Schema, type SchemaDefinition } from 'mongoose';
import { z } from 'zod';
import { legalBases, sourceReliabilities } from '../../../../terms/enums.ts';
import { informationAccuracies, inputPartialDate, type Provenance } from '../../records/values/value.ts';
import { type AnyKind, contentShape } from '../../records/values/value-kind.ts';
import { oneOf, partOptions, requiredText } from './stored-in.ts';

export const storedProvenance = new Schema<Provenance>(
  {
    sourceReliability: oneOf(sourceReliabilities),
    informationAccuracy: { type: Number, enum: [...informationAccuracies], required: true },
    legalBasis: oneOf(legalBases),
    recordedAt: { type: Date, required: true },
    retainUntil: { type: Date, required: true },
    contested: { type: Boolean, required: true },
    comparedUntil: Date,
    unsigned: new Schema({ by: requiredText, at: { type: Date, required: true } }, partOptions),
    leaving: new Schema(
      {
        by: requiredText,
        at: { type: Date, required: true },
        from: { type: Date, required: true },
        lapsesAt: { type: Date, required: true },
        retainUntil: Date,
        agreed: new Schema({ by: requiredText, at: { type: Date, required: true } }, partOptions),
      },
      partOptions,
    ),
  },
  partOptions,
);

const longestText = 500;

/** Stored form of a part of a value, from its input. */
function storedPart(part: z.ZodType): object {
  if (part instanceof z.ZodEnum) return { type: String, enum: part.options };
  if (part === inputPartialDate) return { type: String, match: /^\d{4}(-\d{2}(-\d{2})?)?$/ };
  if (part instanceof z.ZodString || part instanceof z.ZodStringFormat)
    return { type: String, maxlength: longestText };
  if (part instanceof z.ZodNumber) return { type: Number };
  if (part instanceof z.ZodBoolean) return { type: Boolean };
  if (part instanceof z.ZodDate) return { type: Date };
  if (part instanceof z.ZodArray) return { type: [storedItem(part.element as z.ZodType)] };
  if (part instanceof z.ZodObject) return { type: storedParts(part) };
  throw new TypeError(`no stored form for a part of a value that is a ${part.type}: add one`);
}

/** An object of a list is a document of its own, a text an element of it. */
const storedItem = (part: z.ZodType): object =>
  part instanceof z.ZodObject ? storedParts(part) : storedPart(part);

const storedParts = ({ shape }: z.ZodObject): Schema =>
  new Schema(
    Object.fromEntries(
      Object.entries(shape).map(([name, part]) => [name, storedField(part as z.ZodType)]),
    ) as SchemaDefinition,
    { _id: false, id: false, strict: 'throw' },
  );

/** A part that may be left out; one that has a default never is, once it is checked. */
function storedField(part: z.ZodType): object {
  if (part instanceof z.ZodOptional) return storedPart(part.unwrap() as z.ZodType);
  const given = part instanceof z.ZodDefault ? (part.unwrap() as z.ZodType) : part;
  return { ...storedPart(given), required: true };
}

/** Stored form of the values of a kind: their content, beside the parts that every value has. */
export const storedValue = (kind: AnyKind) =>
  new Schema(
    {
      id: { type: String, required: true },
      ...(Object.fromEntries(
        Object.entries(contentShape(kind)).map(([name, part]) => [name, storedField(part as z.ZodType)]),
      ) as SchemaDefinition),
      provenance: { type: storedProvenance, required: true },
    },
    partOptions,
  );
