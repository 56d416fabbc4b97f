import { setTimeout as sleep } from 'node:timers/promises';
import type { GraphQLError } from 'graphql';
import { callerError } from '../../../../server/errors.ts';
import { loopTurn } from '../../../../server/standstill/loop-turn.ts';
import type { Agency } from '../../../../terms/agencies.ts';
import type { DearOperation, DearOperations } from './dear-operations.ts';
import { workLimits } from './work-limits.ts';

/** Objects between two looks at the clock. */
const between = 32;

/** Milliseconds that a dear operation rests after each turn: others have half of the process meanwhile. */
const rest = 5;

/** How the work of an operation stands. */
type State = 'light' | 'waiting' | 'dear' | 'stopped' | 'ended';

export interface WorkParts {
  owner: Agency;
  /** The officer who asks, by agency and subject. */
  officer: string;
  dear: DearOperations;
}

/**
 * The work that one operation is: what it makes is counted, and it waits or ends where it would be too much for others.
 *
 *     light -- 5,000 objects --> dear, or waiting for it -- end --> ended
 *       any of them -- 50,000 objects, no place, its deadline, nobody waits for the answer --> stopped
 *
 * Once a query is stopped, none of its fields is completed any more, and nothing more is read for it. A mutation is never stopped half
 * way: what is too much of its answer is an error in it.
 */
export class Work implements DearOperation {
  readonly officer: string;
  readonly #owner: Agency;
  readonly #dear: DearOperations;
  #state: State = 'light';
  #objects = 0;
  /** The number of objects with which there is something to look at. */
  #lookAt = between;
  #isWriting = false;
  #reason: Error | undefined;
  #stopped: ((reason: Error) => void) | undefined;
  /** Fields that go on once the loop has gone round, or the operation has its turn among the dear ones. */
  #paused: (() => void)[] = [];
  #isGoingOn = false;
  /** Reads of loaders that wait until all fields which go on have asked for what they need. */
  #reads: (() => void)[] = [];

  constructor({ owner, officer, dear }: WorkParts) {
    this.#owner = owner;
    this.officer = officer;
    this.#dear = dear;
  }

  /** Objects that were made so far. */
  get objects(): number {
    return this.#objects;
  }

  /** @param stopped told why, when a query is stopped; at once where it was before it began */
  begin({ isWriting }: { isWriting: boolean }, stopped: (reason: Error) => void): void {
    this.#isWriting = isWriting;
    this.#stopped = stopped;
    if (this.#state === 'ended' || (isWriting && this.#state === 'stopped')) {
      this.#objects = 0;
      this.#become('light');
    }
    if (this.#reason && this.#state === 'stopped') stopped(this.#reason);
  }

  /**
   * Counts objects as they are made.
   * @returns whether the operation may go on with them at once; where not, it waits with `whenFree`
   * @throws QUERY_TOO_LARGE in a mutation
   */
  made(objects: number): boolean {
    this.#objects += objects;
    return this.#objects < this.#lookAt || this.#look();
  }

  /** Waits until it may go on: never, once it is stopped. */
  whenFree(): Promise<void> {
    return new Promise((resolve) => {
      if (this.#state === 'stopped') return;
      this.#paused.push(resolve);
      if (!this.#isGoingOn && this.#state !== 'waiting') void this.#goOn();
    });
  }

  /**
   * Lets the loop go where its turn is over, for work that makes no objects of an answer: reads, and comparisons.
   * @returns what is to be waited for
   * @throws the reason once it is stopped
   */
  pause(): Promise<unknown> | undefined {
    if (this.#state === 'stopped') throw this.#reason;
    if (!loopTurn.isOver()) return undefined;
    return this.#state === 'dear' ? sleep(rest) : loopTurn.next();
  }

  /**
   * Has a loader read once no field waits any more to ask it for something: else each turn of the loop would cost a read of its own.
   * It takes the place of DataLoader's own schedule, which reads at the end of a turn.
   */
  schedule(read: () => void): void {
    this.#reads.push(read);
    if (this.#reads.length === 1) this.#readSoon();
  }

  /** Ends a query whose answer nobody gets. */
  stop(reason: Error): void {
    if (this.#isWriting || this.#state === 'stopped' || this.#state === 'ended') return;
    this.#become('stopped');
    this.#reason = reason;
    this.#paused = [];
    this.#reads = [];
    this.#stopped?.(reason);
  }

  /** Ends a query for which nobody waits any more. */
  abandon(): void {
    this.stop(callerError('UNAVAILABLE', 'Nobody waits for the answer.'));
  }

  /** Gives up its turn, if it had one. */
  end(): void {
    if (this.#state !== 'stopped') this.#become('ended');
  }

  admitted(): void {
    this.#become('dear');
    if (this.#isGoingOn) return;
    if (this.#paused.length > 0) void this.#goOn();
    else this.#readSoon();
  }

  refused(): void {
    this.stop(this.#busy());
  }

  #become(state: State): void {
    const wasDear = this.#state === 'waiting' || this.#state === 'dear';
    this.#state = state;
    this.#lookAt = state === 'light' || state === 'dear' ? this.#objects + between : 0;
    if (wasDear && state !== 'dear') this.#dear.leave(this);
  }

  #look(): boolean {
    if (this.#isWriting) return this.#lookAtWriting();
    if (this.#state === 'ended') return true;
    if (this.#state === 'stopped' || this.#state === 'waiting') return false;
    if (this.#objects > workLimits.objects) {
      this.stop(this.#tooLarge());
      return false;
    }
    if (this.#state === 'light' && this.#objects > workLimits.dearFrom) {
      const place = this.#dear.enter(this);
      if (place === 'refused') this.refused();
      else if (place === 'spent') this.stop(this.#spent());
      else this.#become(place === 'running' ? 'dear' : 'waiting');
      if (place !== 'running') return false;
    }
    const isOver = loopTurn.isOver();
    // Whatever comes next in this turn waits too.
    this.#lookAt = isOver ? 0 : this.#objects + between;
    return !isOver;
  }

  #lookAtWriting(): boolean {
    if (this.#objects > workLimits.objects) throw this.#tooLarge();
    this.#lookAt = this.#objects + between;
    return true;
  }

  /** Lets fields go on one after the other, each with what follows from it, a turn of the loop at a time. */
  async #goOn(): Promise<void> {
    this.#isGoingOn = true;
    while (this.#paused.length > 0) {
      await (this.#state === 'dear' ? sleep(rest) : loopTurn.next());
      if (!this.#isFree()) break;
      await this.#goOnForATurn();
    }
    this.#isGoingOn = false;
    if (!this.#isFree()) return;
    this.#lookAt = this.#objects + between;
    this.#readSoon();
  }

  /** Reads after all that follows from what has just gone on, as DataLoader does. */
  #readSoon(): void {
    if (this.#reads.length === 0) return;
    void Promise.resolve().then(() =>
      process.nextTick(() => {
        if (this.#paused.length > 0 || this.#isGoingOn || !this.#isFree()) return;
        const reads = this.#reads;
        this.#reads = [];
        for (const read of reads) read();
      }),
    );
  }

  async #goOnForATurn(): Promise<void> {
    const paused = this.#paused;
    this.#paused = [];
    this.#lookAt = this.#objects + between;
    let next = 0;
    do {
      paused[next]?.();
      next += 1;
      // What follows from it comes before the next one.
      await undefined;
    } while (next < paused.length && !loopTurn.isOver() && this.#isFree());
    if (this.#reason) return;
    const before = paused.slice(next);
    this.#paused = before.length > 0 ? before.concat(this.#paused) : this.#paused;
  }

  #isFree(): boolean {
    return this.#state !== 'waiting' && this.#state !== 'stopped';
  }

  #tooLarge(): GraphQLError {
    return callerError(
      'QUERY_TOO_LARGE',
      `The answer of ${this.#owner} would have more than ${workLimits.objects} objects. Ask for shorter pages or fewer lists.`,
      { agency: this.#owner },
    );
  }

  #spent(): GraphQLError {
    return callerError(
      'TOO_MANY_REQUESTS',
      `You have had as many large answers of ${this.#owner} as one officer may in a minute. Ask again in a minute, or for less at once.`,
      { agency: this.#owner },
    );
  }

  #busy(): GraphQLError {
    return callerError(
      'UNAVAILABLE',
      `${this.#owner} is answering other large queries. Try again, or ask for less at once.`,
      { agency: this.#owner },
    );
  }
}
