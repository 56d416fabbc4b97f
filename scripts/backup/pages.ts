import type { mongo } from 'mongoose';
import type { ExportedDocument } from './format.ts';

const perPage = 100;

/**
 * The documents of a collection in the order of their ids, a page at a time, with the types that they are stored with. The
 * ids are read first and alone: mongo-java-server holds in memory all that a query matches, so a cursor over a collection,
 * or a sort of one, would end it at some thousand dossiers. What has been erased between the two reads is left out.
 */
export async function* pagesOf(
  db: mongo.Db,
  collection: string,
): AsyncGenerator<ExportedDocument['document'][]> {
  const documents = db.collection<ExportedDocument['document']>(collection);
  const ids: string[] = [];
  // A real server answers this from the index.
  const options = { projection: { _id: 1 }, hint: { _id: 1 }, batchSize: 1_000 };
  for await (const { _id } of documents.find({}, options)) ids.push(_id);
  if (ids.some((id) => typeof id !== 'string')) {
    throw new Error(`the collection ${collection} has a record whose _id is no string`);
  }
  ids.sort();
  for (let from = 0; from < ids.length; from += perPage) {
    yield await documents
      .find({ _id: { $in: ids.slice(from, from + perPage) } }, { promoteValues: false })
      .sort({ _id: 1 })
      .toArray();
  }
}
