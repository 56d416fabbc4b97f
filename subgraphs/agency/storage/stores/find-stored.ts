import mongoose from 'mongoose';
import type { Filter } from '../../permissions/by-record.ts';

/** Lets others have their turn where one has worked long. It throws where nothing more is wanted. */
export type Pause = () => Promise<unknown> | undefined;

type FindOptions = Pick<mongoose.mongo.FindOptions, 'projection' | 'sort' | 'limit' | 'hint' | 'batchSize'>;

/**
 * Finds documents as they are stored. The driver hands them over as bytes: it decodes each reply for those who watch its commands,
 * and would decode it once more for whoever asked.
 * @param filter sent as it is: its values must be of the types that are stored, since nothing converts them
 */
export const findStored = <Part>(
  { collection }: { collection: mongoose.Collection },
  filter: Filter,
  options: FindOptions,
): mongoose.mongo.FindCursor<Part> =>
  collection
    .find<Uint8Array>(filter, { ...options, raw: true })
    .map((bytes) => mongoose.mongo.BSON.deserialize(bytes) as Part);

/** All documents that are found so, decoded one after the other: a page of full dossiers takes a tenth of a second. */
export async function readStored<Part>(
  { collection }: { collection: mongoose.Collection },
  filter: Filter,
  options: FindOptions,
  pause: Pause = () => undefined,
): Promise<Part[]> {
  const found = await collection.find<Uint8Array>(filter, { ...options, raw: true }).toArray();
  const parts: Part[] = [];
  for (const bytes of found) {
    const pausing = pause();
    if (pausing) await pausing;
    parts.push(mongoose.mongo.BSON.deserialize(bytes) as Part);
  }
  return parts;
}
