import type { mongo } from 'mongoose';

/** Every line between: one record, in canonical Extended JSON, so that its types survive. */
export interface ExportedDocument {
  collection: string;
  document: { _id: string } & mongo.Document;
}
