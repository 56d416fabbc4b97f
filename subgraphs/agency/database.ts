import mongoose, { type Connection } from 'mongoose';
import type { Agency } from '../../identity/agencies.ts';
import { SettingsError } from '../../server/settings.ts';
import { departureModel } from './channel/departures.ts';
import { channelModels } from './channel/model.ts';
import { dossierModel } from './dossiers/model.ts';
import { groupModel } from './groups/model.ts';
import { hitModel } from './hits/model.ts';
import { migrate } from './migrations/migrate.ts';
import { noticeModel } from './notices/model.ts';
import { readModel } from './reads/model.ts';
import { traceCommands } from './trace-commands.ts';
import { noteWrites } from './unconfirmed.ts';

/** Shorter than the gateway's deadline, so that a missing database is told as such and not as silence. */
const selectionTimeout = 2_000;

/** The driver's heartbeats have this long too: a server that makes an index, or is busy, is not one that is gone. */
const connectTimeout = 10_000;

export const agencyModels = (connection: Connection) => ({
  dossiers: dossierModel(connection),
  groups: groupModel(connection),
  hits: hitModel(connection),
  reads: readModel(connection),
  notices: noticeModel(connection),
  departures: departureModel(connection),
  ...channelModels(connection),
});

/**
 * Connects to an agency's database, on a connection of its own, and leaves it as it is. The driver then heals by itself
 * when the database goes away and returns.
 * @throws SettingsError when there is no database to connect to
 */
export async function connectDatabase(agency: Agency, uri: string): Promise<Connection> {
  const connection = mongoose.createConnection(uri, {
    serverSelectionTimeoutMS: selectionTimeout,
    connectTimeoutMS: connectTimeout,
    monitorCommands: true,
    autoIndex: false,
    autoCreate: false,
    bufferCommands: false,
    // Nobody is told of what a failover could take back: neither an officer, nor another agency.
    writeConcern: { w: 'majority' },
  });
  try {
    await connection.asPromise();
    noteWrites(connection);
    traceCommands(connection);
    return connection;
  } catch {
    await connection.close();
    throw new SettingsError(`${agency}_MONGODB_URI: no MongoDB answers there`);
  }
}

/**
 * Connects to an agency's database, brings its records into the form of this version and makes its indexes those that the
 * models declare.
 * @throws SettingsError when there is no database to connect to, or it is of a newer version
 */
export async function openDatabase(agency: Agency, uri: string): Promise<Connection> {
  const connection = await connectDatabase(agency, uri);
  try {
    if (connection.db) await migrate(connection.db);
    const models = Object.values(agencyModels(connection));
    await Promise.all(
      models.map(async (model) => {
        // One without an index of its own would not be there until something is written into it.
        if (model.schema.indexes().length === 0) await model.createCollection();
        await model.syncIndexes();
      }),
    );
    return connection;
  } catch (error) {
    await connection.close();
    throw error;
  }
}

/** Whether the database answers now. */
export async function databaseAnswers(connection: Connection): Promise<boolean> {
  try {
    await connection.db?.command({ ping: 1 }, { timeoutMS: selectionTimeout });
    return connection.db !== undefined;
  } catch {
    return false;
  }
}
