import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { callerError } from '../../../../server/errors.ts';
import { loopTurn } from '../../../../server/event-loop/loop-turn.ts';
import type { Lane, NoTurn, Queued } from '../../../../server/standstill/lane.ts';
import type { Agency } from '../../../../terms/agencies.ts';
import { Paused } from './paused.ts';
import { refusals } from './refusals.ts';
import { objectsOf, workLimits } from './work-limits.ts';
import type { WorkOfProcess } from './work-of-process.ts';

/** Objects between two looks at the clock. */
const between = 32;

/** Milliseconds that the largest operations rest after each turn while smaller ones run: those have half of the process meanwhile. */
const rest = 5;

/** How the work of an operation stands. */
type State = 'running' | 'waiting' | 'stopped' | 'ended';

export interface WorkParts {
  owner: Agency;
  /** The officer who asks, by agency and subject. */
  officer: string;
  ofProcess: WorkOfProcess;
}

/**
 * The work that one operation is: what it makes is counted, and it waits or ends where it would be too much for others.
 *
 *     new --> running in the first lane, or waiting for it -- 200 objects --> in the second -- 2,000 --> in the third -- end --> ended
 *       any of them -- 50,000 objects, no place, its deadline, nobody waits for the answer --> stopped
 *
 * Once a query is stopped, none of its fields is completed any more, and nothing more is read for it. A mutation is never stopped half
 * way: it waits before it begins, and what is too much of its answer is an error in it.
 */
export class Work implements Queued {
  readonly officer: string;
  readonly #owner: Agency;
  readonly #ofProcess: WorkOfProcess;
  /** The lane that it has come to, counted from the first. */
  #level = -1;
  /** The lane in which it runs or waits. */
  #lane: Lane | undefined;
  #state: State = 'running';
  #objects = 0;
  /** The part of these that its officer's minute has been charged with. */
  #charged = 0;
  /** Milliseconds that it may still wait, and the time since which it does. */
  #patience: number = workLimits.patience;
  #waitingSince = 0;
  /** The number of objects with which there is something to look at. */
  #lookAt = between;
  #isWriting = false;
  #reason: Error | undefined;
  #stopped: ((reason: Error) => void) | undefined;
  readonly #paused: Paused;
  /** The turn in a lane that an operation waits for before it is run. */
  #turn: { resolve(): void; reject(error: Error): void } | undefined;

  constructor({ owner, officer, ofProcess }: WorkParts) {
    this.#owner = owner;
    this.officer = officer;
    this.#ofProcess = ofProcess;
    this.#paused = new Paused({
      isFree: () => this.#state !== 'waiting' && this.#state !== 'stopped',
      untilNextTurn: () => this.#untilNextTurn(),
      goesOn: () => {
        this.#lookAt = this.#objects + between;
      },
    });
  }

  /** Objects that were made so far. */
  get objects(): number {
    return this.#objects;
  }

  /** The reason for which it was refused or stopped, if it was. */
  get reason(): Error | undefined {
    return this.#reason;
  }

  /** @param stopped told why, when a query is stopped; at once where it was before it began */
  begin({ isWriting }: { isWriting: boolean }, stopped: (reason: Error) => void): void {
    this.#isWriting = isWriting;
    this.#stopped = stopped;
    if (this.#state === 'ended' || (isWriting && this.#state === 'stopped')) {
      this.#objects = 0;
      this.#charged = 0;
      this.#level = -1;
      this.#reason = undefined;
      this.#paused.begin();
      this.#become('running');
    }
    if (this.#reason && this.#state === 'stopped') stopped(this.#reason);
  }

  /**
   * Enters the first lane; a mutation that is given much, the last.
   * @param given objects that a mutation is given
   * @returns what is to be waited for before it is run, if anything
   * @throws TOO_MANY_REQUESTS or UNAVAILABLE, before anything has happened
   */
  enter(given: number): Promise<void> | undefined {
    // Nobody waits for it any more: no lane takes it, and nothing of it goes on.
    if (this.#state === 'stopped') return undefined;
    this.#objects += objectsOf.operation + given * objectsOf.inputObject;
    if (this.#hasSpent()) throw this.#because(refusals.spent(this.#owner));
    // Nothing else runs while values are checked and stored: even a few of them are as much as the largest query between two turns.
    const isLarge = given > 0 && this.#isCounted();
    if (isLarge) this.#patience = workLimits.patienceOfWriting;
    const entered = this.#enterLane(isLarge ? this.#ofProcess.lanes.length - 1 : 0);
    if (entered === 'running') return undefined;
    if (entered !== 'waiting') throw this.#because(refusals.noTurn(this.#owner, entered));
    return new Promise((resolve, reject) => {
      this.#turn = { resolve, reject };
    });
  }

  /**
   * Counts the characters of an answer that was made, where it has so many objects that they may be too many.
   * @throws QUERY_TOO_LARGE where a query has too many
   */
  wrote(charactersOf: () => number): void {
    if (!this.#isLargest()) return;
    const characters = charactersOf();
    this.#objects += Math.floor(characters / objectsOf.characters);
    if (!this.#isWriting && characters > workLimits.characters)
      throw this.#because(refusals.tooLarge(this.#owner));
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

  /**
   * Counts dossiers before they are read, which costs more than the objects that come of them.
   * @returns what is to be waited for
   */
  reads(dossiers: number): Promise<void> | undefined {
    return this.made(dossiers * objectsOf.dossier) ? undefined : this.whenFree();
  }

  /** Waits until it may go on: never, once it is stopped. */
  whenFree(): Promise<void> {
    return this.#paused.field();
  }

  /**
   * Lets the loop go where its turn is over, for work that makes no objects of an answer: reads, and comparisons.
   * @returns what is to be waited for
   * @throws the reason once it is stopped
   */
  pause(): Promise<unknown> | undefined {
    this.#demandGoingOn();
    // It may be stopped meanwhile, and then nothing more is to be read.
    return loopTurn.isOver() ? this.#untilNextTurn().then(() => this.#demandGoingOn()) : undefined;
  }

  #demandGoingOn(): void {
    if (this.#state === 'stopped') throw this.#reason;
  }

  /** The largest operations rest while smaller ones run. */
  #untilNextTurn(): Promise<void> {
    return this.#isLargest() && this.#ofProcess.hasSmaller ? sleep(rest) : loopTurn.next();
  }

  /**
   * Has a loader read once no field waits any more to ask it for something: else each turn of the loop would cost a read of its own.
   * It takes the place of DataLoader's own schedule, which reads at the end of a turn.
   */
  schedule(read: () => void): void {
    this.#paused.read(read);
  }

  /** Ends a query whose answer nobody gets. */
  stop(reason: Error): void {
    if (this.#isWriting || this.#state === 'stopped' || this.#state === 'ended') return;
    this.#become('stopped');
    this.#because(reason);
    this.#paused.drop();
    this.#stopped?.(reason);
  }

  /** Ends a query for which nobody waits any more. */
  abandon(): void {
    this.stop(callerError('UNAVAILABLE', 'Nobody waits for the answer.'));
  }

  /** Gives up its turn, if it had one. */
  end(): void {
    this.#charge();
    if (this.#state !== 'stopped') this.#become('ended');
  }

  admitted(): void {
    this.#patience -= performance.now() - this.#waitingSince;
    this.#become('running');
    this.#turn?.resolve();
    this.#paused.goOn();
  }

  refused(reason: NoTurn): void {
    const error = this.#because(refusals.noTurn(this.#owner, reason));
    this.#turn?.reject(error);
    this.stop(error);
  }

  #because(reason: Error): Error {
    this.#reason = reason;
    return reason;
  }

  #isLargest(): boolean {
    return this.#level === this.#ofProcess.lanes.length - 1;
  }

  #isCounted(): boolean {
    return this.#objects > workLimits.countedFrom;
  }

  /** Charges what it has come to since the last time, so that others of its officer know of it before it ends. */
  #charge(): void {
    this.#ofProcess.minutes.count(this.officer, this.#objects - this.#charged, this.#isCounted());
    this.#charged = this.#objects;
  }

  #hasSpent(): boolean {
    return this.#isCounted() && this.#ofProcess.minutes.hasSpent(this.officer);
  }

  #become(state: State): void {
    this.#state = state;
    this.#lookAt = state === 'running' ? this.#objects + between : 0;
    if (state === 'running' || state === 'waiting') return;
    this.#lane?.leave(this);
    this.#lane = undefined;
  }

  /** Leaves the lane in which it was for another one. */
  #enterLane(level: number): 'running' | 'waiting' | NoTurn {
    // Before another one is admitted, whose officer may be the same.
    this.#charge();
    this.#lane?.leave(this);
    this.#level = level;
    this.#lane = this.#ofProcess.lanes[level]?.lane;
    this.#waitingSince = performance.now();
    const entered = this.#lane?.enter(this, Math.max(0, this.#patience)) ?? 'running';
    if (entered === 'running' || entered === 'waiting') this.#become(entered);
    return entered;
  }

  #look(): boolean {
    if (this.#isWriting) return this.#lookAtWriting();
    if (this.#state === 'ended') return true;
    if (this.#state === 'stopped' || this.#state === 'waiting') return false;
    if (this.#objects > workLimits.objects) {
      this.stop(refusals.tooLarge(this.#owner));
      return false;
    }
    if (this.#objects - this.#charged > workLimits.countedFrom) this.#charge();
    if (this.#hasSpent()) {
      this.stop(refusals.spent(this.#owner));
      return false;
    }
    const level = this.#ofProcess.lanes.findLastIndex(({ from }) => this.#objects > from);
    if (level > this.#level) {
      const entered = this.#enterLane(level);
      if (entered === 'OWN' || entered === 'OTHERS') this.refused(entered);
      if (entered !== 'running') return false;
    }
    const isOver = loopTurn.isOver();
    // Whatever comes next in this turn waits too.
    this.#lookAt = isOver ? 0 : this.#objects + between;
    return !isOver;
  }

  #lookAtWriting(): boolean {
    if (this.#objects > workLimits.objects) throw refusals.tooLarge(this.#owner);
    this.#lookAt = this.#objects + between;
    return true;
  }
}
