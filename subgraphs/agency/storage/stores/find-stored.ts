import mongoose from 'mongoose';
import type { Filter } from '../../permissions/by-record.ts';

type FindOptions = Pick<mongoose.mongo.FindOptions, 'projection' | 'sort' | 'limit' | 'hint' | 'batchSize'>;

/**
 * Finds documents as they are stored. The filter is sent as it is, and the driver hands documents over as bytes: it decodes each
 * reply for those who watch its commands, and would decode it once more for whoever asked.
 */
export const findStored = <Part>(
  { collection }: { collection: mongoose.Collection },
  filter: Filter,
  options: FindOptions,
): mongoose.mongo.FindCursor<Part> =>
  collection
    .find<Uint8Array>(filter, { ...options, raw: true })
    .map((bytes) => mongoose.mongo.BSON.deserialize(bytes) as Part);
