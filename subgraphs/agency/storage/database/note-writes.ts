import { AsyncLocalStorage } from 'node:async_hooks';
import type { Connection } from 'mongoose';

/** The writes of one piece of work, as far as they left for the database. */
export interface NotedWrites {
  hasWritten: boolean;
}

const running = new AsyncLocalStorage<NotedWrites>();

const writes = ['insert', 'update', 'delete', 'findAndModify', 'bulkWrite'];

/** Writes in a transaction count for nothing until it is committed. */
const mayHappen = (commandName: string, command: { autocommit?: unknown }): boolean =>
  commandName === 'commitTransaction' || (writes.includes(commandName) && command.autocommit !== false);

/**
 * Notes each write as it leaves, for the work that runs under `notingWrites`. The error that a write throws does not tell: the driver
 * tries again by itself, and then throws that there is no server, as if nothing had been sent.
 */
export function noteWrites(connection: Connection): void {
  connection.getClient().on('commandStarted', ({ commandName, command }) => {
    const noted = running.getStore();
    if (noted && mayHappen(commandName, command)) noted.hasWritten = true;
  });
}

/** Does work and notes in `noted` whether it wrote, over any connection that `noteWrites` watches. */
export const notingWrites = <Result>(noted: NotedWrites, work: () => Result): Result =>
  running.run(noted, work);
