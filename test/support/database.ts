import { randomBytes } from 'node:crypto';
import mongoose, { mongo } from 'mongoose';
import { agencyModels } from '../../subgraphs/agency/storage/database/agency-models.ts';
import { migrationsCollection } from '../../subgraphs/agency/storage/migrations/storage.ts';
import type { Agency } from '../../terms/agencies.ts';

export type FreshDatabase = {
  /** A connection string that names the database. */
  readonly uri: string;
  readonly name: string;
  drop(): Promise<void>;
};

/** An empty database on the server of this run, which no other test file has. */
export function freshDatabase(): FreshDatabase {
  const server = process.env.MONGODB_TEST_URI;
  if (!server) {
    throw new Error('MONGODB_TEST_URI is not set: only *.integration.test.ts files have a database');
  }
  const name = `test_${randomBytes(8).toString('hex')}`;
  const uri = withDatabase(server, name);
  return {
    uri,
    name,
    async drop() {
      const client = await mongo.MongoClient.connect(uri);
      try {
        await client.db(name).dropDatabase();
      } finally {
        await client.close();
      }
    },
  };
}

/** Databases that test files of this process have given back, by the agency whose records they are for. */
const givenBack = new Map<Agency, FreshDatabase[]>();

/** To delete more documents, each with its hundred index entries, takes longer than to make a database. */
const mostDeleted = 1_000;

/** The collections that a subgraph makes when it opens its database. Others are a test's own. */
const opened = new Set([
  migrationsCollection,
  ...Object.values(agencyModels(mongoose.createConnection())).map(({ collection }) => collection.name),
]);

/** Empties a database, and leaves it with the collections and indexes that it has when it was opened. @returns false when it holds too much to be emptied so */
async function emptied({ uri, name }: FreshDatabase): Promise<boolean> {
  const client = await mongo.MongoClient.connect(uri);
  try {
    const db = client.db(name);
    const named = await db.listCollections({}, { nameOnly: true }).toArray();
    const names = named.map((each) => each.name).filter((each) => !each.startsWith('system.'));
    await Promise.all(names.filter((each) => !opened.has(each)).map((each) => db.dropCollection(each)));
    const collections = names
      .filter((each) => opened.has(each) && each !== migrationsCollection)
      .map((each) => db.collection(each));
    const counts = await Promise.all(collections.map((each) => each.estimatedDocumentCount()));
    if (counts.some((count) => count > mostDeleted)) return false;
    await Promise.all(
      collections.filter((_, place) => counts[place] !== 0).map((each) => each.deleteMany({})),
    );
    return true;
  } finally {
    await client.close();
  }
}

/**
 * An empty database for an agency's records, which no other test file has meanwhile: one that has its indexes already, where an earlier file has
 * given one back. Its server needs a third of a second of processor time for eighty collections and indexes, and all it does
 * takes longer the more of them there are. A test of how a database comes to be takes a fresh one.
 */
export function lentDatabase(agency: Agency): FreshDatabase {
  const database = givenBack.get(agency)?.pop() ?? freshDatabase();
  return {
    ...database,
    async drop() {
      if (await emptied(database)) givenBack.set(agency, [...(givenBack.get(agency) ?? []), database]);
      else await database.drop();
    },
  };
}

/** By hand, since a URL may name several hosts here, which WHATWG's parser refuses. */
export function withDatabase(uri: string, name: string): string {
  return uri.replace(/^(mongodb(?:\+srv)?:\/\/[^/?]+)(?:\/[^?]*)?/, `$1/${name}`);
}
