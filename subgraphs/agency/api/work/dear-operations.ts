import { performance } from 'node:perf_hooks';
import { workLimits } from './work-limits.ts';

/** A dear operation that is told when its turn comes, or that it does not. */
export interface DearOperation {
  /** The officer who asks. */
  officer: string;
  /** Objects that it has made so far. */
  objects: number;
  admitted(): void;
  refused(): void;
}

type Limits = Record<'waiting' | 'waitingOfOfficer' | 'patience' | 'ofOfficerAMinute', number>;

/** The dear operations that one officer had lately. */
interface Had {
  /** The time at which the last one ended. */
  at: number;
  /** The objects of those in the minute that began then. */
  objects: number;
  since: number;
}

const minute = 60_000;

/** Far more officers than have dear operations in a minute; whoever's last one is longest ago is forgotten first. */
const mostOfficers = 1_000;

/**
 * The dear operations of a process, one of which runs at a time: together they would keep everybody else waiting. The next one is that of
 * the officer who had none for longest, so that nobody keeps others away by always having one that waits.
 *
 *     enter -- nothing runs --> running --------------------------------> left
 *           -- places ---> waiting -- the one before leaves --> running
 *                                  -- too long ---------------> refused
 *           -- no place ----------------------------------------> refused
 *           -- so many objects of its officer this minute ------> spent
 */
export class DearOperations {
  readonly #limits: Limits;
  readonly #now: () => number;
  #running: DearOperation | undefined;
  readonly #waiting = new Map<DearOperation, NodeJS.Timeout>();
  /** By officer, in the order in which their last ones ended. */
  readonly #had = new Map<string, Had>();

  /** @param now milliseconds on a stopwatch */
  constructor(limits: Limits = workLimits, now: () => number = () => performance.now()) {
    this.#limits = limits;
    this.#now = now;
  }

  enter(operation: DearOperation): 'running' | 'waiting' | 'refused' | 'spent' {
    const had = this.#had.get(operation.officer);
    if (had && this.#now() - had.since < minute && had.objects >= this.#limits.ofOfficerAMinute)
      return 'spent';
    if (!this.#running) {
      this.#running = operation;
      return 'running';
    }
    const { waiting, waitingOfOfficer, patience } = this.#limits;
    const ofOfficer = [...this.#waiting.keys()].filter(({ officer }) => officer === operation.officer);
    if (this.#waiting.size >= waiting || ofOfficer.length >= waitingOfOfficer) return 'refused';
    const timer = setTimeout(() => {
      this.#waiting.delete(operation);
      operation.refused();
    }, patience);
    this.#waiting.set(operation, timer);
    return 'waiting';
  }

  /** Gives up the turn of an operation, or its place among those that wait. */
  leave(operation: DearOperation): void {
    clearTimeout(this.#waiting.get(operation));
    this.#waiting.delete(operation);
    if (this.#running !== operation) return;
    this.#note(operation);
    const next = this.#next();
    this.#running = next;
    if (!next) return;
    clearTimeout(this.#waiting.get(next));
    this.#waiting.delete(next);
    next.admitted();
  }

  #note({ officer, objects }: DearOperation): void {
    const at = this.#now();
    const had = this.#had.get(officer);
    const isSameMinute = had !== undefined && at - had.since < minute;
    this.#had.delete(officer);
    this.#had.set(officer, {
      at,
      since: isSameMinute ? had.since : at,
      objects: objects + (isSameMinute ? had.objects : 0),
    });
    const [first] = this.#had.keys();
    if (this.#had.size > mostOfficers && first !== undefined) this.#had.delete(first);
  }

  /** The next operation to run: the first that waits of the officer whose last one ended longest ago. */
  #next(): DearOperation | undefined {
    let found: DearOperation | undefined;
    let endedAt = Number.POSITIVE_INFINITY;
    for (const operation of this.#waiting.keys()) {
      const at = this.#had.get(operation.officer)?.at ?? Number.NEGATIVE_INFINITY;
      if (found && at >= endedAt) continue;
      [found, endedAt] = [operation, at];
    }
    return found;
  }
}
