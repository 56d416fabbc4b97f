import type { Connection, mongo } from 'mongoose';
import { makeIndexes } from '../../subgraphs/agency/storage/database/make-indexes.ts';
import { migrationsCollection } from '../../subgraphs/agency/storage/migrations/storage.ts';
import { unfinishedRestore } from '../../subgraphs/agency/storage/migrations/unfinished-restore.ts';
import type { Checked } from './check-export.ts';
import {
  collectionsIn,
  exportedCollections,
  hasDocument,
  leftOutCollections,
  recordModels,
} from './collections.ts';
import { databaseOf } from './database-of.ts';
import type { ExportedDocument } from './exported-document.ts';
import { readExport } from './read-export.ts';

const perWrite = { documents: 100, bytes: 4 * 1024 * 1024 };
const majority = { writeConcern: { w: 'majority' } } as const;

type Stored = ExportedDocument['document'];
const marks = (db: mongo.Db) => db.collection<Stored>(migrationsCollection);

/**
 * Refuses a database with records. What stands under the mark of a restore that was not finished was written by that
 * restore, since it began with an empty database; so it may be done over.
 * @throws when a collection has a record; the first start of an empty database notes its migrations, which are none
 */
export async function demandEmpty(connection: Connection): Promise<void> {
  const db = databaseOf(connection);
  const isUnfinished = (await marks(db).findOne({ _id: unfinishedRestore })) !== null;
  const mayHold = [...leftOutCollections, ...(isUnfinished ? exportedCollections : [migrationsCollection])];
  for (const name of await collectionsIn(db)) {
    if (mayHold.includes(name) || !(await hasDocument(db, name))) continue;
    throw new Error(`the database is not empty (${name}): restore into an empty one, or drop this one first`);
  }
}

/** From here to `finish` no version opens the database. */
async function begin(connection: Connection, { isOfThisVersion }: Checked): Promise<void> {
  const db = databaseOf(connection);
  const mark = { _id: unfinishedRestore, at: new Date() };
  await marks(db).replaceOne({ _id: unfinishedRestore }, mark, { upsert: true, ...majority });
  await marks(db).deleteMany({ _id: { $ne: unfinishedRestore } }, majority);
  // With their indexes, which records of an earlier version may not satisfy before they are migrated.
  for (const name of await collectionsIn(db)) {
    if (name === migrationsCollection) continue;
    if ([...exportedCollections, ...leftOutCollections].includes(name)) await db.dropCollection(name);
  }
  if (!isOfThisVersion) return;
  // While there is nothing to go through, which makes them at once.
  await makeIndexes(db, [...recordModels(connection).values()]);
}

async function finish(db: mongo.Db, { counts }: Checked): Promise<void> {
  for (const [name, count] of Object.entries(counts)) {
    const marked = name === migrationsCollection ? 1 : 0;
    if ((await db.collection(name).estimatedDocumentCount()) === count + marked) continue;
    throw new Error(`the database has not as many ${name} as were written: did another restore run?`);
  }
  await marks(db).deleteOne({ _id: unfinishedRestore }, majority);
}

/**
 * Writes a checked export into an empty database, as it was stored when it was exported.
 * @param checked what the check of the whole file has found at its end
 */
export async function fillDatabase(
  connection: Connection,
  file: string,
  checked: Checked,
  onWritten: (documents: number) => void,
): Promise<void> {
  const db = databaseOf(connection);
  await demandEmpty(connection);
  await begin(connection, checked);
  let into = '';
  let documents: Stored[] = [];
  let bytes = 0;
  const write = async () => {
    if (documents.length > 0) await db.collection<Stored>(into).insertMany(documents, majority);
    onWritten(documents.length);
    documents = [];
    bytes = 0;
  };
  for await (const part of readExport(file)) {
    if (part.kind === 'TAIL') {
      await write();
      if (part.tail.sha256 !== checked.sha256) throw new Error('the file has changed since it was checked');
    } else if (part.kind === 'DOCUMENT') {
      const isFull = documents.length >= perWrite.documents || bytes >= perWrite.bytes;
      if (isFull || part.collection !== into) await write();
      into = part.collection;
      documents.push(part.document);
      bytes += part.bytes;
    }
  }
  await finish(db, checked);
}
