/** The mark by which the watch over the event loop finds on a stack that an agency's answer is worked on. */
export const agencyMark = Symbol.for('concord.agency');

/** The part of the event loop's time that an agency's answers may take, and milliseconds of it at once. */
const share = 0.2;
const most = 2_000;

/**
 * Work on what an agency has sent. Where the process stands still at it, the agency is noted and not the operation of the officer who has
 * asked: the agency has chosen what it sent.
 */
export class AgencyAtWork {
  readonly [agencyMark]: string;

  /** Milliseconds of work, of which a fifth of the time that passes is taken away again. */
  #spent = 0;
  #at = performance.now();

  constructor(agency: string) {
    this[agencyMark] = agency;
  }

  /** True once the agency's answers have taken two seconds more than a fifth of the time. */
  get isSpent(): boolean {
    const now = performance.now();
    this.#spent = Math.max(0, this.#spent - (now - this.#at) * share);
    this.#at = now;
    return this.#spent > most;
  }

  /** Does the work at once, so that this object is on the stack meanwhile. */
  on<Result>(work: () => Result): Result {
    const begun = performance.now();
    try {
      return work();
    } finally {
      this.#spent += performance.now() - begun;
    }
  }
}
