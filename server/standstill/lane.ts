import { agencyOf } from '../../terms/viewer.ts';

/** An operation that is told when its turn comes, or that it does not. */
export interface Queued {
  /** The officer who asks, see `officerKey`. */
  officer: string;
  admitted(): void;
  refused(reason: NoTurn): void;
}

/** Why an operation has no turn: its officer's own ones have taken those that there are for one officer, or others' have. */
export type NoTurn = 'OWN' | 'OTHERS';

export interface LaneLimits {
  /** Operations that run at a time, and of them those of one officer. */
  atATime: number;
  ofOfficer: number;
  /** Operations that wait for their turn, half of them of one agency at most, and of them those of one officer. */
  waiting: number;
  waitingOfOfficer: number;
}

/**
 * The operations of a process that are about as large, so many of which run at a time: all together they would keep everybody waiting.
 * Agencies have turns alternately, and of one agency the officer for whom the least was done lately: nobody keeps others away by asking more,
 * and no agency by having many officers ask.
 *
 *     enter -- fewer run than may --> running ---------------------------> left
 *                                             -- waits itself --> running on --> left
 *           -- places --------> waiting -- one before it leaves --> running
 *                                       -- too long --------------> refused
 *           -- no place -----------------------------------------------> refused
 */
export class Lane {
  readonly #limits: LaneLimits;
  readonly #workFor: (officer: string) => number;
  readonly #running = new Set<Queued>();
  /** Operations that have given up their turn and are not over. */
  readonly #runningOn = new Set<Queued>();
  readonly #waiting = new Map<Queued, NodeJS.Timeout>();
  /** Agencies whose operations have run, the latest last. */
  readonly #served = new Set<string>();

  /** @param workFor what was done lately for an officer */
  constructor(limits: LaneLimits, workFor: (officer: string) => number) {
    this.#limits = limits;
    this.#workFor = workFor;
  }

  /** The number of operations that run. */
  get running(): number {
    return this.#running.size;
  }

  /** @param patience milliseconds that it waits at most */
  enter(operation: Queued, patience: number): 'running' | 'waiting' | NoTurn {
    const { waiting, waitingOfOfficer } = this.#limits;
    if (this.#hasRoom() && this.#mayRun(operation)) {
      this.#run(operation);
      return 'running';
    }
    if (count(this.#waiting.keys(), operation.officer) >= waitingOfOfficer) return 'OWN';
    if (this.#waiting.size >= waiting || this.#waitingOf(agencyOf(operation.officer)) >= waiting / 2)
      return 'OTHERS';
    const timer = setTimeout(() => {
      this.#waiting.delete(operation);
      operation.refused(this.#mayRun(operation) ? 'OTHERS' : 'OWN');
    }, patience);
    this.#waiting.set(operation, timer);
    return 'waiting';
  }

  /** Gives up the turn of an operation that waits for something itself. The next ones of its officer wait until it is over. */
  runOn(operation: Queued): void {
    if (!this.#running.delete(operation)) return;
    this.#runningOn.add(operation);
    this.#letNext();
  }

  /** An operation is over: gives up its turn, or its place among those that wait. */
  leave(operation: Queued): void {
    clearTimeout(this.#waiting.get(operation));
    this.#waiting.delete(operation);
    const [ran, ranOn] = [this.#running.delete(operation), this.#runningOn.delete(operation)];
    if (ran || ranOn) this.#letNext();
  }

  #letNext(): void {
    if (!this.#hasRoom()) return;
    const next = this.#next();
    if (!next) return;
    clearTimeout(this.#waiting.get(next));
    this.#waiting.delete(next);
    this.#run(next);
    next.admitted();
  }

  #run(operation: Queued): void {
    this.#running.add(operation);
    const agency = agencyOf(operation.officer);
    this.#served.delete(agency);
    this.#served.add(agency);
  }

  #hasRoom(): boolean {
    return this.#running.size < this.#limits.atATime;
  }

  #waitingOf(agency: string): number {
    let found = 0;
    for (const { officer } of this.#waiting.keys()) if (agencyOf(officer) === agency) found += 1;
    return found;
  }

  #mayRun({ officer }: Queued): boolean {
    return count(this.#running, officer) + count(this.#runningOn, officer) < this.#limits.ofOfficer;
  }

  #next(): Queued | undefined {
    const served = [...this.#served];
    let found: Queued | undefined;
    let [earliest, least] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
    for (const operation of this.#waiting.keys()) {
      const [turn, work] = [served.indexOf(agencyOf(operation.officer)), this.#workFor(operation.officer)];
      const isNext = turn < earliest || (turn === earliest && work < least);
      if (isNext && this.#mayRun(operation)) [found, earliest, least] = [operation, turn, work];
    }
    return found;
  }
}

function count(operations: Iterable<Queued>, officer: string): number {
  let found = 0;
  for (const operation of operations) if (operation.officer === officer) found += 1;
  return found;
}
