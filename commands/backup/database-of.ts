import type { Connection, mongo } from 'mongoose';

/** The database that a connection was opened for. */
export function databaseOf(connection: Connection): mongo.Db {
  if (!connection.db) throw new Error('the connection to the database is closed');
  return connection.db;
}
