import { type Finding, likeliestFirst, ranked } from './finding-of.ts';

/** The likeliest of many findings. No more are kept than are told, and one that says that there are more. */
export class BestFindings {
  #found: Finding[] = [];
  readonly #kept: number;
  /** The least of those that are kept, once there are enough. */
  #least: Finding | undefined;

  /** @param most that are told */
  constructor(most: number) {
    this.#kept = most + 1;
  }

  /** False for a finding that others are before: to add it changes nothing. */
  admits(finding: Finding): boolean {
    return this.#least === undefined || likeliestFirst(finding, this.#least) < 0;
  }

  add(finding: Finding): void {
    if (!this.admits(finding)) return;
    this.#found.push(finding);
    if (this.#found.length < 2 * this.#kept) return;
    this.#found = this.all();
    this.#least = this.#found.at(-1);
  }

  /** The likeliest first. */
  all(): Finding[] {
    return ranked(this.#found).slice(0, this.#kept);
  }
}
