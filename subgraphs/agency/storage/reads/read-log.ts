import { AsyncLocalStorage } from 'node:async_hooks';
import { GraphQLError } from 'graphql';
import mongoose from 'mongoose';
import type { ReadPart } from '../../records/reads/read-entry.ts';

/** Puts parts on record; once it resolves they stay, whatever happens to the server. */
export type WriteParts = (parts: readonly ReadPart[]) => Promise<void>;

interface Waiting {
  part: ReadPart;
  resolve: () => void;
  reject: (error: Error) => void;
}

/**
 * The parts of a batch that were not written: all, unless the server names them. One that it refuses does not take
 * others along.
 */
function failedOf(error: unknown, waiting: readonly Waiting[]): readonly Waiting[] {
  if (!(error instanceof mongoose.mongo.MongoBulkWriteError)) return waiting;
  const refused = [error.writeErrors ?? []].flat();
  if (refused.length === 0 || error.result?.getWriteConcernError()) return waiting;
  return refused.flatMap(({ index }) => waiting[index] ?? []);
}

/**
 * The way into the record of reads: a group commit. What the requests of one tick have read is written by one command, and
 * each answer waits for it, so that many answers share what a write costs.
 *
 *     idle ──append──▶ waiting ──end of the tick──▶ idle, and the batch is being written
 */
export class ReadLog {
  readonly #write: WriteParts;
  /** Outside of any request: the batch belongs to many, and is no write of the one that began it. */
  readonly #outside = AsyncLocalStorage.snapshot();
  #waiting: Waiting[] = [];

  constructor(write: WriteParts) {
    this.#write = write;
  }

  /** @throws GraphQLError of its own for each part that is not on record */
  append(part: ReadPart): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ part, resolve, reject });
      if (this.#waiting.length === 1) this.#outside(() => setImmediate(() => this.#flush()));
    });
  }

  async #flush(): Promise<void> {
    const batch = this.#waiting;
    this.#waiting = [];
    try {
      await this.#write(batch.map(({ part }) => part));
    } catch (error) {
      // What is noted of one request's error must not be noted of another's.
      const originalError = error instanceof Error ? error : new Error(String(error));
      for (const { reject } of failedOf(error, batch))
        reject(new GraphQLError('not on record', { originalError }));
    }
    for (const { resolve } of batch) resolve();
  }
}
