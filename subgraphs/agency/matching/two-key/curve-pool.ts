import { Worker } from 'node:worker_threads';
import type { Blinded, Comparable } from './blind.ts';
import type { AskedWork, CurveWork, CurveWorkKind, DoneWork } from './curve-work.ts';
import type { Evaluation } from './evaluate.ts';
import type { EvaluationKey } from './evaluation-key.ts';
import type { Finished, ToFinish } from './finish.ts';
import type { Between, Raised, ToFinishRaising, ToRaise } from './raise.ts';

/** The answer of a thread to a piece of work. */
export type CurveAnswer = { kind: 'done'; done: DoneWork } | { kind: 'failed'; message: string };

/** The reason why a piece of work was not done; it may be asked for again, but for FAILED, which would fail again. */
export type CurveFailure = 'TOO_MUCH_WAITING' | 'STOPPED' | 'THREAD_ENDED' | 'FAILED';

export class CurveWorkError extends Error {
  override name = 'CurveWorkError';
  readonly failure: CurveFailure;

  constructor(failure: CurveFailure, message: string) {
    super(message);
    this.failure = failure;
  }
}

interface Job {
  asked: AskedWork;
  done: (done: DoneWork) => void;
  failed: (error: CurveWorkError) => void;
}

/**
 *     none -- job --> working -- done --> idle -- next job --> working
 *      ^                 |                 |
 *      +-- thread ended -+-----------------+
 */
type Thread =
  | { name: 'none' }
  | { name: 'idle'; worker: Worker }
  | { name: 'working'; worker: Worker; job: Job };

export interface CurvePoolOptions {
  /** One does 400 tokens a second, and the quota allows 2,000 a day. */
  threads?: number;
  /** Pieces of work that wait for their turn; more are refused at once. */
  mostWaiting?: number;
  /** Starts a thread that answers each `AskedWork` with a `CurveAnswer`. */
  startThread?: () => Worker;
}

const startCurveThread = (): Worker => new Worker(new URL('./curve-thread.mjs', import.meta.url));

/**
 * Work on the curve, in threads, first come, first served. A batch takes up to a tenth of a second, in which a process that did it
 * itself would answer nobody. Threads start with the first work, end with `stop`, and keep no process alive that
 * waits for none of them.
 */
export class CurvePool {
  readonly #threads: Thread[];
  readonly #waiting: Job[] = [];
  readonly #mostWaiting: number;
  readonly #startThread: () => Worker;
  #state: 'open' | 'stopped' = 'open';

  constructor({ threads = 1, mostWaiting = 256, startThread = startCurveThread }: CurvePoolOptions = {}) {
    this.#threads = Array.from({ length: threads }, () => ({ name: 'none' }));
    this.#mostWaiting = mostWaiting;
    this.#startThread = startThread;
  }

  /** Blinds what is to be compared, and makes a dummy where there is undefined. */
  blind(slots: readonly (Comparable | undefined)[]): Promise<Blinded[]> {
    return this.#do('blind', { slots });
  }

  /** Blinds elements to be raised to the next epoch, of which the own key is given. */
  blindToRaise(next: EvaluationKey, slots: readonly ToRaise[]): Promise<Blinded[]> {
    return this.#do('blindToRaise', { next, slots });
  }

  /** Raises elements of the other agency by the factor between the own keys. */
  raiseFor(keys: Between<EvaluationKey>, elements: readonly Uint8Array[]): Promise<Raised> {
    return this.#do('raiseFor', { keys, elements });
  }

  finishRaising(given: ToFinishRaising): Promise<Finished> {
    return this.#do('finishRaising', given);
  }

  evaluate(key: EvaluationKey, elements: readonly Uint8Array[]): Promise<Evaluation> {
    return this.#do('evaluate', { key, elements });
  }

  finish(given: ToFinish): Promise<Finished> {
    return this.#do('finish', given);
  }

  /** Ends the threads. What waits or is being done fails as STOPPED. */
  async stop(): Promise<void> {
    this.#state = 'stopped';
    const stopped = new CurveWorkError('STOPPED', 'the threads were ended');
    for (const job of this.#waiting.splice(0)) job.failed(stopped);
    await Promise.all(this.#threads.map((_thread, place) => this.#end(place, stopped)));
  }

  /** @throws CurveWorkError, as a rejection */
  #do<Kind extends CurveWorkKind>(
    kind: Kind,
    given: CurveWork[Kind]['asked'],
  ): Promise<CurveWork[Kind]['done']> {
    return new Promise((done, failed) => {
      if (this.#state === 'stopped') return failed(new CurveWorkError('STOPPED', 'the threads were ended'));
      if (this.#waiting.length >= this.#mostWaiting)
        return failed(new CurveWorkError('TOO_MUCH_WAITING', 'too much work is waiting'));
      const asked = { kind, ...given } as AskedWork;
      this.#waiting.push({ asked, done: done as Job['done'], failed });
      this.#next();
    });
  }

  #next(): void {
    for (const [place, thread] of this.#threads.entries()) {
      if (thread.name === 'working') continue;
      const job = this.#waiting.shift();
      if (!job) return;
      const worker = thread.name === 'idle' ? thread.worker : this.#started(place);
      // While it works it keeps the process alive, which waits for it.
      worker.ref();
      this.#threads[place] = { name: 'working', worker, job };
      this.#post(place, worker, job.asked);
    }
  }

  #post(place: number, worker: Worker, asked: AskedWork): void {
    try {
      worker.postMessage(asked);
    } catch (error) {
      // Something that cannot be posted, which is whoever's who asked.
      this.#answered(place, worker, { kind: 'failed', message: String(error) });
    }
  }

  #started(place: number): Worker {
    const worker = this.#startThread();
    const ended = (message: string) => {
      const thread = this.#threads[place];
      if (thread === undefined || thread.name === 'none' || thread.worker !== worker) return;
      void this.#end(place, new CurveWorkError('THREAD_ENDED', message));
      this.#next();
    };
    worker.on('message', (answer: CurveAnswer) => this.#answered(place, worker, answer));
    worker.once('error', ({ message }) => ended(message));
    worker.once('exit', () => ended('the thread has ended'));
    return worker;
  }

  #answered(place: number, worker: Worker, answer: CurveAnswer): void {
    const thread = this.#threads[place];
    if (thread?.name !== 'working' || thread.worker !== worker) return;
    this.#threads[place] = { name: 'idle', worker };
    worker.unref();
    if (answer.kind === 'done') thread.job.done(answer.done);
    else thread.job.failed(new CurveWorkError('FAILED', answer.message));
    this.#next();
  }

  async #end(place: number, error: CurveWorkError): Promise<void> {
    const thread = this.#threads[place];
    if (thread === undefined || thread.name === 'none') return;
    this.#threads[place] = { name: 'none' };
    if (thread.name === 'working') thread.job.failed(error);
    await thread.worker.terminate();
  }
}
