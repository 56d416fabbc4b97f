import mongoose, { type Model } from 'mongoose';
import type { ExportedDocument } from './exported-document.ts';

/**
 * Finds the fault that keeps a record from fitting its collection in this version; it repeats nothing of the record.
 */
export async function faultOf(
  models: ReadonlyMap<string, Model<unknown>>,
  { collection, document }: ExportedDocument,
): Promise<string | undefined> {
  const model = models.get(collection);
  if (!model) return undefined;
  try {
    await new model(document).validate();
    return undefined;
  } catch (error) {
    if (!(error instanceof mongoose.Error)) throw error;
    // The fields of the schema alone: messages repeat values.
    const fields = error instanceof mongoose.Error.ValidationError ? Object.keys(error.errors) : [];
    return fields.length > 0
      ? `not as ${collection} are: ${fields.slice(0, 3).join(', ')}`
      : `not as ${collection} are`;
  }
}
