import type { Connection, mongo } from 'mongoose';
import type { NodeNaming } from '../../records/formats/text/node-id.ts';
import { leftToName, nameAnew } from './name-anew.ts';

/** The names of what dossiers share, as far as an instance under another key has written them since this one was opened. */
export interface NamingStore {
  /** @returns the number of dossiers that were brought under the present key */
  nameAnew(signal?: AbortSignal): Promise<number>;
  /** The number of those that are not under it. */
  left(): Promise<number>;
}

export function namingStore(connection: Pick<Connection, 'db'>, naming: NodeNaming): NamingStore {
  const open = (): mongo.Db => {
    if (!connection.db) throw new Error('the connection to the database is closed');
    return connection.db;
  };
  return {
    nameAnew: (signal) => nameAnew(open(), naming, signal),
    left: () => leftToName(open(), naming),
  };
}
