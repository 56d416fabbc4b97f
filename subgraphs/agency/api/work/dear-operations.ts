import { workLimits } from './work-limits.ts';

/** A dear operation that is told when its turn comes, or that it does not. */
export interface DearOperation {
  /** The officer who asks. */
  officer: string;
  admitted(): void;
  refused(): void;
}

type Limits = Record<'waiting' | 'waitingOfOfficer' | 'patience', number>;

/**
 * The dear operations of a process, one of which runs at a time: together they would keep everybody else waiting.
 *
 *     enter -- nothing runs --> running --------------------------------> left
 *           -- places ---> waiting -- the one before leaves --> running
 *                                  -- too long ---------------> refused
 *           -- no place ----------------------------------------> refused
 */
export class DearOperations {
  readonly #limits: Limits;
  #running: DearOperation | undefined;
  readonly #waiting = new Map<DearOperation, NodeJS.Timeout>();

  constructor(limits: Limits = workLimits) {
    this.#limits = limits;
  }

  enter(operation: DearOperation): 'running' | 'waiting' | 'refused' {
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
    const [next] = this.#waiting;
    this.#running = next?.[0];
    if (!next) return;
    clearTimeout(next[1]);
    this.#waiting.delete(next[0]);
    next[0].admitted();
  }
}
