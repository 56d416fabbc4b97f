import { setTimeout as sleep } from 'node:timers/promises';
import { type Connection, mongo } from 'mongoose';
import type { Logger } from '../../../../server/log.ts';

export interface CommitWatchOptions {
  /** Conditions on change events: after one that meets any of them there may be messages to send. */
  events: readonly mongo.Document[];
  /** Called also when the stream opens: commits before that are not heard of. */
  wake: () => void;
  log: Pick<Logger, 'info' | 'warn'>;
  /** Milliseconds until it tries again, doubled each time up to the longest. */
  pause?: { first: number; longest: number };
}

type CommitWatchState =
  | { kind: 'NEW' }
  | { kind: 'OPENING'; failures: number; pause: number }
  /** It hears of commits. */
  | { kind: 'OPEN' }
  /** This server has no change streams for this user. */
  | { kind: 'UNAVAILABLE' }
  | { kind: 'ENDED' };

const usualPause = { first: 1_000, longest: 60_000 };

/** Milliseconds for which the server holds back its answer while nothing happens; each is a command. */
const longestAwait = 30_000;

/** A standalone server; one that knows no change streams; a user without the right to them. Trying again changes nothing. */
const unavailable = [40573, 40324, 59, 115, 13];

const codeOf = (error: unknown): number | undefined =>
  error instanceof mongo.MongoServerError ? Number(error.code) : undefined;

/**
 * Wakes the sender at each commit, by a change stream: the instance that holds the lease is seldom the one that an officer's
 * step came to. It reads nothing of a record. Nothing hangs on it: while there is no stream, and where a server has none, the
 * sender goes on looking for what waits.
 *
 *     NEW     -- start ---------------------> OPENING
 *     OPENING -- the server answers --------> OPEN
 *     OPEN    -- the stream fails ----------> OPENING, after a pause
 *     OPENING -- it fails again ------------> OPENING, after a pause of twice the time
 *     OPENING -- the server has no streams -> UNAVAILABLE
 *     any     -- stop ----------------------> ENDED
 */
export class CommitWatch {
  readonly #connection: Connection;
  readonly #options: Required<CommitWatchOptions>;
  readonly #maxAwaitTimeMS: number;
  readonly #end = new AbortController();
  readonly #ended: Promise<void>;
  #state: CommitWatchState = { kind: 'NEW' };
  #running = Promise.resolve();

  constructor(connection: Connection, { pause = usualPause, ...options }: CommitWatchOptions) {
    this.#connection = connection;
    this.#options = { pause, ...options };
    const { socketTimeoutMS = 0 } = connection.getClient().options;
    // A socket that times out while nothing happens would be an error.
    this.#maxAwaitTimeMS = socketTimeoutMS > 0 ? Math.min(longestAwait, socketTimeoutMS / 2) : longestAwait;
    this.#ended = new Promise((resolve) => {
      this.#end.signal.addEventListener('abort', () => resolve(), { once: true });
    });
  }

  start(): void {
    this.#state = { kind: 'OPENING', failures: 0, pause: this.#options.pause.first };
    this.#running = this.#run();
  }

  /** Tells whether it hears of commits now; else they are found by looking. */
  isOpen(): boolean {
    return this.#state.kind === 'OPEN';
  }

  async stop(): Promise<void> {
    this.#state = { kind: 'ENDED' };
    this.#end.abort();
    await this.#running;
  }

  async #run(): Promise<void> {
    const pipeline = [{ $match: { $or: [...this.#options.events] } }, { $project: { _id: 1 } }];
    const database = this.#connection.getClient().db(this.#connection.name);
    while (this.#state.kind === 'OPENING') {
      const stream = database.watch(pipeline, { maxAwaitTimeMS: this.#maxAwaitTimeMS });
      try {
        await this.#listen(stream);
      } catch (error) {
        this.#state = this.#failed(error);
      } finally {
        await stream.close().catch(() => undefined);
      }
      if (this.#state.kind === 'OPENING')
        await sleep(this.#state.pause, undefined, { signal: this.#end.signal }).catch(() => undefined);
    }
  }

  /** @throws when the stream fails */
  async #listen(stream: mongo.ChangeStream): Promise<void> {
    // The first token comes with the answer that opens the stream.
    stream.once('resumeTokenChanged', () => this.#opened());
    while (!this.#end.signal.aborted) {
      const next = stream.next().then(() => true);
      // A server that holds back its answer may be late to tell that the stream was closed: nobody waits for that.
      next.catch(() => undefined);
      if (await Promise.race([next, this.#ended])) this.#options.wake();
    }
  }

  #opened(): void {
    if (this.#state.kind !== 'OPENING') return;
    const { failures } = this.#state;
    this.#state = { kind: 'OPEN' };
    if (failures > 0)
      this.#options.log.info({ failures }, 'commits of other instances wake the sender again');
    this.#options.wake();
  }

  #failed(error: unknown): CommitWatchState {
    const { pause, log } = this.#options;
    const before = this.#state;
    if (before.kind === 'ENDED') return before;
    const { failures, pause: last } =
      before.kind === 'OPENING' ? before : { failures: 0, pause: pause.first / 2 };
    const fields = { reason: error instanceof Error ? error.name : typeof error, code: codeOf(error) };
    if (failures === 0) log.warn(fields, 'no change stream: commits of other instances are looked for');
    if (unavailable.includes(codeOf(error) ?? 0)) return { kind: 'UNAVAILABLE' };
    return { kind: 'OPENING', failures: failures + 1, pause: Math.min(2 * last, pause.longest) };
  }
}
