import { performance } from 'node:perf_hooks';
import type { GrantedSubject, GrantSigner } from '../../identity/fetch-grant.ts';

/** Milliseconds for which an agency that has refused a grant is sent none: each refusal costs a fetch a second way. */
const rest = 10_000;

/**
 *     unknown -- the agency tells its key --> known -- it refuses a fetch under a grant --> resting -- 10 s, it tells its key --> known
 *
 * The grants under which one agency is asked. It tells its half of the key in answers to fetch tokens. One that starts with another
 * key refuses a fetch, which is sent again with a fetch token: once, and no other while the agency rests.
 */
export class AgencyGrants {
  readonly #sign: GrantSigner;
  readonly #now: () => number;
  #half: string | undefined;
  #restsUntil = 0;

  constructor(sign: GrantSigner, now: () => number = () => performance.now()) {
    this.#sign = sign;
    this.#now = now;
  }

  /** Undefined where a fetch token is to be sent. */
  identify(subject: GrantedSubject): string | undefined {
    return this.#half === undefined ? undefined : this.#sign(subject, this.#half);
  }

  /** Takes note of the key that an answer tells, if it tells one. */
  learn(told: string | string[] | undefined): void {
    if (typeof told === 'string' && this.#now() >= this.#restsUntil) this.#half = told;
  }

  /** Takes note that the agency has refused a fetch under a grant. */
  refused(): void {
    this.#half = undefined;
    this.#restsUntil = this.#now() + rest;
  }
}
