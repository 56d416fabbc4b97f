import { type Finding, ranked } from './finding-of.ts';

/** The likeliest of many findings. No more are kept than are told, and one that says that there are more. */
export class BestFindings {
  #found: Finding[] = [];
  readonly #kept: number;

  /** @param most that are told */
  constructor(most: number) {
    this.#kept = most + 1;
  }

  add(finding: Finding): void {
    this.#found.push(finding);
    if (this.#found.length >= 2 * this.#kept) this.#found = ranked(this.#found).slice(0, this.#kept);
  }

  /** The likeliest first. */
  all(): Finding[] {
    return ranked(this.#found).slice(0, this.#kept);
  }
}
