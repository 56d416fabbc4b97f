import mongoose, { type ClientSession, type Connection } from 'mongoose';

const mostAttempts = 5;

const hasLabel = (error: unknown, label: string): boolean =>
  error instanceof mongoose.mongo.MongoError && error.hasErrorLabel(label);

/** Whoever has asked again as often without an answer cannot say what became of it: the label stays on the error. */
async function commit(session: ClientSession): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await session.commitTransaction();
      return;
    } catch (error) {
      if (!hasLabel(error, 'UnknownTransactionCommitResult') || attempt === mostAttempts) throw error;
    }
  }
}

/**
 * Writes several documents together or not at all. What another writer got in the way of is tried again, a few times: the
 * driver's `withTransaction` does so for two minutes, and those who wait for an answer have seconds.
 * @param work must do the same each time; `false` takes back what it has written
 * @throws with the label `UnknownTransactionCommitResult` where it may have been written, see `unconfirmed.ts`
 */
export async function inTransaction<Result>(
  connection: Pick<Connection, 'startSession'>,
  work: (session: ClientSession) => Promise<Result>,
): Promise<Result> {
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
        if (!hasLabel(error, 'TransientTransactionError') || attempt === mostAttempts) throw error;
      }
    }
  } finally {
    await session.endSession();
  }
}
