import { createHash } from 'node:crypto';
import type { Connection, mongo } from 'mongoose';
import { executedMigrations } from '../../subgraphs/agency/storage/migrations/migrate.ts';
import type { Agency } from '../../terms/agencies.ts';
import {
  collectionsIn,
  exportedCollections,
  hasDocument,
  leftOutCollections,
  recordModels,
} from './collections.ts';
import { databaseOf } from './database-of.ts';
import { type Tail, writeDocument, writeHead, writeTail } from './export-format.ts';
import type { ExportedDocument } from './exported-document.ts';
import { faultOf } from './fault-of.ts';
import { isOfThisVersion } from './is-of-this-version.ts';
import { pagesOf } from './pages-of.ts';

/** An export that left out what it does not know would be missed on the day it is needed. */
async function demandNothingUnknown(db: mongo.Db, present: readonly string[]): Promise<void> {
  const known = [...exportedCollections, ...leftOutCollections];
  for (const name of present) {
    if (known.includes(name) || !(await hasDocument(db, name))) continue;
    throw new Error(`the database has a collection ${name}, which this program does not know`);
  }
}

/**
 * The lines of an export of an agency's database, which stays as it is.
 * @param onPage told how many records have been read
 * @returns the last line's content
 * @throws when the database holds what a restore would not take
 */
export async function* exportLines(
  connection: Connection,
  { agency, at, onPage }: { agency: Agency; at: Date; onPage: (documents: number) => void },
): AsyncGenerator<string, Tail> {
  const db = databaseOf(connection);
  const migrations = await executedMigrations(db);
  const present = await collectionsIn(db);
  await demandNothingUnknown(db, present);
  const models = isOfThisVersion(migrations) ? recordModels(connection) : new Map();

  const hash = createHash('sha256');
  const hashed = (text: string) => {
    hash.update(text);
    return text;
  };
  const counts: Tail['counts'] = {};
  yield hashed(writeHead({ agency, migrations, at: at.toISOString() }));
  for (const collection of exportedCollections) {
    let count = 0;
    for await (const page of present.includes(collection) ? pagesOf(db, collection) : []) {
      for (const document of page) {
        const record: ExportedDocument = { collection, document };
        const fault = await faultOf(models, record);
        count++;
        if (fault) throw new Error(`record ${count} of ${collection}, by _id, cannot be restored: ${fault}`);
        yield hashed(writeDocument(record));
      }
      onPage(page.length);
    }
    counts[collection] = count;
  }
  const tail = { counts, sha256: hash.digest('hex') };
  yield writeTail(tail);
  return tail;
}
