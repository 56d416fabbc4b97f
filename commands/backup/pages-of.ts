import type { mongo } from 'mongoose';
import type { ExportedDocument } from './exported-document.ts';

const perPage = 100;

/** The documents of a collection in the order of their ids, a page at a time, with the types that they are stored with. */
export async function* pagesOf(
  db: mongo.Db,
  collection: string,
): AsyncGenerator<ExportedDocument['document'][]> {
  const cursor = db
    .collection<ExportedDocument['document']>(collection)
    .find({}, { promoteValues: false, batchSize: perPage })
    .hint({ _id: 1 })
    .sort({ _id: 1 });
  let page: ExportedDocument['document'][] = [];
  for await (const document of cursor) {
    if (typeof document._id !== 'string') {
      throw new Error(`the collection ${collection} has a record whose _id is no string`);
    }
    page.push(document);
    if (page.length < perPage) continue;
    yield page;
    page = [];
  }
  if (page.length > 0) yield page;
}
