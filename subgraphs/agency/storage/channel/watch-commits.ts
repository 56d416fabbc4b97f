import { setTimeout as sleep } from 'node:timers/promises';
import { type Connection, mongo } from 'mongoose';
import type { Logger } from '../../../../server/log.ts';

/** Hears of messages that any instance of the agency has stored, or a command. */
export interface CommitWatch {
  /** Whether it hears of them now; else they are found by looking. */
  isOpen(): boolean;
  stop(): Promise<void>;
}

export interface WatchOptions {
  /** Conditions on change events: after one that meets any of them there may be messages to send. */
  events: readonly mongo.Document[];
  /** Also when the stream opens: what was stored before is not heard of. */
  wake: () => void;
  log: Pick<Logger, 'info' | 'warn'>;
  /** Milliseconds until it tries again, doubled each time up to the longest. */
  pause?: { first: number; longest: number };
}

const usualPause = { first: 1_000, longest: 60_000 };

/** So long the server holds back its answer while nothing happens; each is a command. */
const longestAwait = 30_000;

/** A standalone server; one that knows no change streams; a user without the right to them. Trying again changes nothing. */
const unavailable = [40573, 40324, 59, 115, 13];

const codeOf = (error: unknown): number | undefined =>
  error instanceof mongo.MongoServerError ? Number(error.code) : undefined;

/**
 * Wakes whoever sends at each commit, by a change stream: the instance that holds the lease is seldom the one that an officer's
 * step came to. Nothing of a record is read. It hangs on nothing: while there is no stream, and where a server has none, the
 * sender goes on looking for what waits.
 */
export function watchCommits(
  connection: Connection,
  { events, wake, log, pause = usualPause }: WatchOptions,
): CommitWatch {
  const end = new AbortController();
  const ending = end.signal;
  const { socketTimeoutMS = 0 } = connection.getClient().options;
  // A socket that times out while nothing happens would be an error.
  const maxAwaitTimeMS = socketTimeoutMS > 0 ? Math.min(longestAwait, socketTimeoutMS / 2) : longestAwait;
  let isOpen = false;
  let failures = 0;
  const ended = new Promise<void>((resolve) => {
    ending.addEventListener('abort', () => resolve(), { once: true });
  });

  function opened(): void {
    isOpen = true;
    if (failures > 0) log.info({ failures }, 'commits of other instances wake the sender again');
    failures = 0;
    wake();
  }

  /** @throws when the stream fails */
  async function listen(stream: mongo.ChangeStream): Promise<void> {
    // The first token comes with the answer that opens the stream.
    stream.once('resumeTokenChanged', opened);
    while (!ending.aborted) {
      const next = stream.next().then(() => true);
      // A server that holds back its answer may be late to tell that the stream was closed: nobody waits for that.
      next.catch(() => undefined);
      if (await Promise.race([next, ended])) wake();
    }
  }

  function tell(error: unknown): void {
    const fields = { reason: error instanceof Error ? error.name : typeof error, code: codeOf(error) };
    if (failures === 0) log.warn(fields, 'no change stream: commits of other instances are looked for');
    failures++;
  }

  async function run(): Promise<void> {
    const pipeline = [{ $match: { $or: [...events] } }, { $project: { _id: 1 } }];
    const database = connection.getClient().db(connection.name);
    let next = pause.first;
    while (!ending.aborted) {
      const stream = database.watch(pipeline, { maxAwaitTimeMS });
      try {
        await listen(stream);
      } catch (error) {
        next = isOpen ? pause.first : Math.min(2 * next, pause.longest);
        tell(error);
        if (unavailable.includes(codeOf(error) ?? 0)) return;
      } finally {
        isOpen = false;
        await stream.close().catch(() => undefined);
      }
      await sleep(next, undefined, { signal: ending }).catch(() => undefined);
    }
  }

  const running = run();
  return {
    isOpen: () => isOpen,
    async stop() {
      end.abort();
      await running;
    },
  };
}
