/** The mark by which the watch over the event loop finds on a stack that an agency's answer is worked on. */
export const agencyMark = Symbol.for('concord.agency');

/**
 * Work on what an agency has sent. Where the process stands still at it, the agency is noted and not the operation of the officer who has
 * asked: the agency has chosen what it sent.
 */
export class AgencyAtWork {
  readonly [agencyMark]: string;

  constructor(agency: string) {
    this[agencyMark] = agency;
  }

  /** Does the work at once, so that this object is on the stack meanwhile. */
  on<Result>(work: () => Result): Result {
    return work();
  }
}
