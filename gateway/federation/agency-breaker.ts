import { setTimeout as sleep } from 'node:timers/promises';

export interface BreakerOptions {
  /** Failures in a row after which an agency is no longer asked. */
  failures: number;
  /** Milliseconds between two probes of an agency that is not asked. */
  pause: number;
  /** Asks the agency whether it can answer again, never longer than a probe may take. */
  probe: (signal: AbortSignal) => Promise<boolean>;
  /** Told when it opens and when it closes. */
  changed: (state: 'open' | 'closed') => void;
}

/**
 *     closed -- `failures` in a row --> open -- a probe or a late answer succeeds --> closed
 *                                       |  ^
 *                                       +--+ a probe fails; another one after `pause`
 */
type State = { name: 'closed'; failures: number } | { name: 'open'; probing: AbortController };

/**
 * Keeps an agency that hangs from costing each caller a whole deadline: after some failures in a row it is not asked, and its
 * half is missing at once. No caller's request is the one that finds out whether it is back; the probes do that, the first
 * of them immediately, so that an agency which was well after all is missing for no longer than one takes.
 */
export class AgencyBreaker {
  readonly #options: BreakerOptions;
  #state: State = { name: 'closed', failures: 0 };
  /** Counts how often it has closed. */
  #era = 0;

  constructor(options: BreakerOptions) {
    this.#options = options;
  }

  get isOpen(): boolean {
    return this.#state.name === 'open';
  }

  /** The time in which a fetch begins, to be told with its outcome: one that began before an outage says nothing of what came after it. */
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
    if (this.#state.name === 'open') this.#state.probing.abort();
  }

  #fail(failures: number): void {
    this.#state = { name: 'closed', failures };
    if (failures < this.#options.failures) return;
    const probing = new AbortController();
    this.#state = { name: 'open', probing };
    this.#options.changed('open');
    void this.#probe(probing.signal);
  }

  #close(): void {
    const { name } = this.#state;
    this.stop();
    this.#state = { name: 'closed', failures: 0 };
    if (name === 'closed') return;
    this.#era += 1;
    this.#options.changed('closed');
  }

  async #probe(signal: AbortSignal): Promise<void> {
    const { probe, pause } = this.#options;
    while (!signal.aborted) {
      const answers = await probe(signal).catch(() => false);
      if (signal.aborted) return;
      if (answers) return this.#close();
      await sleep(pause, undefined, { signal, ref: false }).catch(() => undefined);
    }
  }
}
