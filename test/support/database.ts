import { randomBytes } from 'node:crypto';
import { mongo } from 'mongoose';

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

/** By hand, since a URL may name several hosts here, which WHATWG's parser refuses. */
export function withDatabase(uri: string, name: string): string {
  return uri.replace(/^(mongodb(?:\+srv)?:\/\/[^/?]+)(?:\/[^?]*)?/, `$1/${name}`);
}
