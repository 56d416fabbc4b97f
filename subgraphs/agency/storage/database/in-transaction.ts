import { setTimeout as sleep } from 'node:timers/promises';
import mongoose, { type ClientSession, type Connection } from 'mongoose';

/** The attempts at a commit that is not answered. */
const mostCommits = 5;

/** The pause between two attempts, in milliseconds: long enough for another writer to end, and never much of an answer's time. */
const pauseBefore = (attempt: number): number => Math.random() * Math.min(5 * 2 ** attempt, 200);

/**
 * As long as the connection looks for a server, two seconds for an answer. What nobody waits for outlasts a transaction of a process
 * that was killed, which the server gives up within a minute, and which stands in the way until then.
 */
const patienceOf = (selection: number): number => (selection < 10_000 ? selection : 3 * selection);

/** The error that ended many writes together: the driver wraps it, and its labels stay with it. */
const hasLabel = (error: unknown, label: string): boolean =>
  error instanceof mongoose.mongo.MongoError &&
  (error.hasErrorLabel(label) ||
    (error instanceof mongoose.mongo.MongoBulkWriteError && hasLabel(error.errorResponse, label)));

/**
 * Commits, trying a few times. After as many tries without an answer the outcome is unknown: the label stays on the
 * error.
 */
async function commit(session: ClientSession): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await session.commitTransaction();
      return;
    } catch (error) {
      if (!hasLabel(error, 'UnknownTransactionCommitResult') || attempt === mostCommits) throw error;
    }
  }
}

/** Writes several documents together or not at all, see `inTransaction`. */
export type Together = <Result>(work: (session: ClientSession) => Promise<Result>) => Promise<Result>;

/**
 * Writes several documents together or not at all. What another writer, or a change of the primary, got in the way of is tried
 * again, two seconds for an answer and a minute and a half for what nobody waits for. The driver's own `withTransaction` takes two
 * minutes for either.
 * @param work must do the same each time; `false` takes back what it has written
 * @throws with the label `UnknownTransactionCommitResult` where it may have been written, see `confirming.ts`
 */
export async function inTransaction<Result>(
  connection: Connection,
  work: (session: ClientSession) => Promise<Result>,
): Promise<Result> {
  const until = performance.now() + patienceOf(connection.getClient().options.serverSelectionTimeoutMS);
  const session = await connection.startSession();
  try {
    for (let attempt = 1; ; attempt++) {
      try {
        session.startTransaction();
        const result = await work(session);
        if (result === false) await session.abortTransaction();
        else await commit(session);
        return result;
      } catch (error) {
        // The server gives up by itself what cannot be told to.
        if (session.inTransaction()) await session.abortTransaction().catch(() => undefined);
        if (!hasLabel(error, 'TransientTransactionError') || performance.now() >= until) throw error;
        await sleep(pauseBefore(attempt));
      }
    }
  } finally {
    await session.endSession();
  }
}
