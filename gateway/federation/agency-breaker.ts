import { setTimeout as sleep } from 'node:timers/promises';

export interface BreakerOptions {
  /** Failures in a row after which an agency is probed. */
  failures: number;
  /** Milliseconds between two probes of an agency that is not asked. */
  pause: number;
  /** Asks the agency whether it can answer, never longer than a probe may take. */
  probe: (signal: AbortSignal) => Promise<boolean>;
  /** Told when it opens and when it closes. */
  changed: (state: 'open' | 'closed') => void;
  /** Milliseconds for which it is open from the start, without a probe; closed from the start by default. */
  openAtFirst?: number | undefined;
}

/**
 *     at first open, or closed
 *     closed -- `failures` in a row --> doubted -- the probe or a fetch succeeds --> closed
 *                                         |
 *                                         +-- the probe fails --> open -- a probe or a late answer succeeds --> closed
 *                                                                 |  ^
 *                                                                 +--+ a probe fails; another one after `pause`
 */
type State =
  | { name: 'closed'; failures: number }
  | { name: 'doubted'; probing: AbortController }
  | { name: 'open'; probing: AbortController };

/**
 * Keeps an agency that hangs from costing each caller a whole deadline: once it is not asked, its half is missing at once. Failures
 * alone never open it, since one caller's queries can all fail where others' are answered: after some in a row the agency is probed,
 * and asked meanwhile. No caller's request is the one that finds out whether it is back; further probes do that, one at a time.
 */
export class AgencyBreaker {
  readonly #options: BreakerOptions;
  #state: State = { name: 'closed', failures: 0 };
  /** Counts how often a probe or an answer has shown that the agency is well after all. */
  #era = 0;

  constructor(options: BreakerOptions) {
    this.#options = options;
    if (options.openAtFirst === undefined) return;
    const probing = new AbortController();
    this.#open(probing);
    void this.#probe(probing, options.openAtFirst);
  }

  get isOpen(): boolean {
    return this.#state.name === 'open';
  }

  /** The time in which a fetch begins, to be told with its outcome: one that began before a probe was answered says nothing of what came after it. */
  get era(): number {
    return this.#era;
  }

  /** Takes note of how a fetch has ended that began in an era. */
  note(era: number, outcome: 'answered' | 'failed'): void {
    if (outcome === 'answered') this.#close();
    else if (this.#state.name === 'closed' && era === this.#era) this.#fail(this.#state.failures + 1);
  }

  /** Ends its probes. */
  stop(): void {
    if (this.#state.name !== 'closed') this.#state.probing.abort();
  }

  #fail(failures: number): void {
    this.#state = { name: 'closed', failures };
    if (failures < this.#options.failures) return;
    const probing = new AbortController();
    this.#state = { name: 'doubted', probing };
    void this.#probe(probing);
  }

  #open(probing: AbortController): void {
    if (this.#state.name === 'open') return;
    this.#state = { name: 'open', probing };
    this.#options.changed('open');
  }

  #close(): void {
    const { name } = this.#state;
    this.stop();
    this.#state = { name: 'closed', failures: 0 };
    if (name === 'closed') return;
    this.#era += 1;
    if (name === 'open') this.#options.changed('closed');
  }

  async #probe(probing: AbortController, delay = 0): Promise<void> {
    const { probe, pause } = this.#options;
    const { signal } = probing;
    if (delay > 0) await sleep(delay, undefined, { signal, ref: false }).catch(() => undefined);
    while (!signal.aborted) {
      const answers = await probe(signal).catch(() => false);
      if (signal.aborted) return;
      if (answers) return this.#close();
      this.#open(probing);
      await sleep(pause, undefined, { signal, ref: false }).catch(() => undefined);
    }
  }
}
