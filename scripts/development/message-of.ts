import mongoose from 'mongoose';

/** An error as it may be shown: a database's own words can repeat a record, as those of a duplicate key do. */
export function messageOf(error: unknown): string {
  if (error instanceof mongoose.mongo.MongoError) {
    return `the database refuses or has gone (${error.name}${error.code ? ` ${error.code}` : ''})`;
  }
  return error instanceof mongoose.Error ? `the database refuses (${error.name})` : (error as Error).message;
}
