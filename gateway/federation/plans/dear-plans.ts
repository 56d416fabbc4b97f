import { Worker } from 'node:worker_threads';
import type { QueryPlan } from '@apollo/query-planner';
import { timeOfOtherThreads } from './time-of-other-threads.ts';

export interface PlanWorkerData {
  supergraphSdl: string;
}

/** A question to the thread. */
export interface PlanToMake {
  text: string;
  operationName: string | undefined;
}

/** An answer of the thread: once that it is ready, and then one to each question. */
export type PlanMade =
  | { kind: 'ready' }
  | { kind: 'made'; plan: QueryPlan }
  | { kind: 'failed'; message: string; code: string | undefined };

/** The reason why there is no plan: it takes too much, others were before it, time was up, or the planner has refused it. */
export type NoPlan =
  | { kind: 'too much' }
  | { kind: 'busy' }
  | { kind: 'late' }
  | { kind: 'refused'; code: string | undefined };

export type DearPlan = { kind: 'made'; plan: QueryPlan } | NoPlan;

interface Job extends PlanToMake {
  done: (result: DearPlan) => void;
  /** Ends what waits for its turn. */
  patience: NodeJS.Timeout;
}

export interface DearPlansOptions {
  supergraphSdl: string;
  /** Milliseconds of processor time that one plan may take once its turn has come. */
  longest?: number;
  /** Milliseconds that it may take by the clock, on a machine that is busy with something else. */
  longestWait?: number;
  /** Milliseconds of processor time that the thread has had until now. */
  timeOfThread?: () => number;
  /** The thread's heap, in MiB. */
  heap?: number;
}

/** More would wait longer than anybody's deadline. */
const mostWaiting = 16;
const longestPlan = 2_000;
const longestWaitForPlan = 4_000;
/** Milliseconds between two looks at a plan that has had less time than has passed. */
const leastPause = 20;
/** An ordinary plan takes a few MiB, and the planner itself about 60. */
const largestHeap = 256;

/**
 *     none -- first job --> starting -- ready --> idle <-- made, failed --+
 *      ^                       |                   |                      |
 *      |                       |                   +-- next job --> planning
 *      +-- out of memory, took too much time, waited for too long ---------+
 */
type State =
  | { name: 'none' }
  | { name: 'starting'; worker: Worker }
  | { name: 'idle'; worker: Worker }
  | { name: 'planning'; worker: Worker; job: Job; limit: NodeJS.Timeout | undefined };

/**
 * Makes plans in a thread with a memory and a time of its own. The planner is synchronous and has no limit for either; here it
 * keeps nobody waiting but those who ask for such plans themselves, and a plan that takes too much ends with its thread.
 */
export class DearPlans {
  readonly #options: DearPlansOptions;
  #state: State = { name: 'none' };
  readonly #waiting: Job[] = [];

  constructor(options: DearPlansOptions) {
    this.#options = options;
  }

  /** Starts the thread before it is needed: it takes a second or two. */
  warmUp(): void {
    if (this.#state.name === 'none') this.#start();
  }

  /** @param patience milliseconds that it may wait for its turn */
  make(text: string, operationName: string | undefined, patience: number): Promise<DearPlan> {
    return new Promise((done) => {
      if (patience <= 0) return done({ kind: 'late' });
      if (this.#waiting.length >= mostWaiting) return done({ kind: 'busy' });
      const job: Job = {
        text,
        operationName,
        done,
        patience: setTimeout(() => this.#giveUp(job), patience),
      };
      this.#waiting.push(job);
      this.#next();
    });
  }

  async stop(): Promise<void> {
    for (const job of this.#waiting.splice(0)) this.#finish(job, { kind: 'late' });
    await this.#end({ kind: 'late' });
  }

  #finish(job: Job, result: DearPlan): void {
    clearTimeout(job.patience);
    job.done(result);
  }

  #giveUp(job: Job): void {
    const place = this.#waiting.indexOf(job);
    if (place < 0) return;
    this.#waiting.splice(place, 1);
    // A thread that has not started yet plans nobody's.
    this.#finish(job, { kind: this.#state.name === 'planning' || place > 0 ? 'busy' : 'late' });
  }

  #next(): void {
    if (this.#waiting.length === 0) return;
    if (this.#state.name === 'none') this.#start();
    if (this.#state.name !== 'idle') return;
    const { worker } = this.#state;
    const job = this.#waiting.shift();
    if (!job) return;
    clearTimeout(job.patience);
    this.#state = { name: 'planning', worker, job, limit: undefined };
    this.#limit();
    const { text, operationName } = job;
    worker.postMessage({ text, operationName } satisfies PlanToMake);
  }

  /** Ends the plan that was just begun once it has taken too much: of time that it has had, not that others took from it. */
  #limit(): void {
    const {
      longest = longestPlan,
      longestWait = longestWaitForPlan,
      timeOfThread = timeOfOtherThreads,
    } = this.#options;
    const [begun, hadBefore] = [performance.now(), timeOfThread()];
    const begunState = this.#state;
    const look = () => {
      const left = longest - (timeOfThread() - hadBefore);
      const waits = longestWait - (performance.now() - begun);
      if (left <= 0) void this.#end({ kind: 'too much' });
      else if (waits <= 0) void this.#end({ kind: 'late' });
      else lookIn(Math.max(leastPause, Math.min(left, waits)));
    };
    const lookIn = (milliseconds: number) => {
      if (this.#state === begunState && this.#state.name === 'planning')
        this.#state.limit = setTimeout(look, milliseconds);
    };
    lookIn(longest);
  }

  #start(): void {
    const { supergraphSdl, heap = largestHeap } = this.#options;
    const worker = new Worker(new URL('./plan-thread.mjs', import.meta.url), {
      workerData: { supergraphSdl } satisfies PlanWorkerData,
      resourceLimits: { maxOldGenerationSizeMb: heap, maxYoungGenerationSizeMb: heap / 8 },
    });
    // It keeps no process alive that has nothing else to do.
    worker.unref();
    worker.on('message', (made: PlanMade) => this.#made(worker, made));
    // Out of memory, and whatever else ends it.
    worker.once('error', () => undefined);
    worker.once('exit', () => {
      if (this.#state.name === 'none' || this.#state.worker !== worker) return;
      void this.#end(this.#state.name === 'starting' ? { kind: 'late' } : { kind: 'too much' });
    });
    this.#state = { name: 'starting', worker };
  }

  #made(worker: Worker, made: PlanMade): void {
    if (this.#state.name === 'none' || this.#state.worker !== worker) return;
    if (this.#state.name === 'planning') {
      clearTimeout(this.#state.limit);
      if (made.kind === 'made') this.#finish(this.#state.job, made);
      if (made.kind === 'failed') this.#finish(this.#state.job, { kind: 'refused', code: made.code });
    }
    this.#state = { name: 'idle', worker };
    this.#next();
  }

  /** Ends the thread, and with it the plan that is being made. */
  async #end(result: NoPlan): Promise<void> {
    const state = this.#state;
    if (state.name === 'none') return;
    this.#state = { name: 'none' };
    if (state.name === 'planning') {
      clearTimeout(state.limit);
      this.#finish(state.job, result);
    }
    await state.worker.terminate();
    // One that cannot even start is not started again and again for those who wait; the next who asks tries.
    if (state.name === 'starting') for (const job of this.#waiting.splice(0)) this.#finish(job, result);
    this.#next();
  }
}
