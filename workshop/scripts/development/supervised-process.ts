import { setTimeout as sleep } from 'node:timers/promises';
import type { StartedProcess } from './processes.ts';

export interface RestartTimings {
  /** Milliseconds before the first start again; each further one within a time waits twice as long. */
  firstPause: number;
  longestPause: number;
  within: number;
}

/** 1, 2, 4, 8, 16 and 32 seconds, and then a minute each time, until ten minutes have gone well. */
export const restartTimings: RestartTimings = {
  firstPause: 1_000,
  longestPause: 60_000,
  within: 10 * 60_000,
};

/**
 * Decides when a process that has ended is started again. It always is: one that somebody can end so often that it stays away is theirs
 * to switch off.
 * @param begun when it was started again so far
 * @returns milliseconds from now
 */
export function pauseBeforeRestart(
  begun: readonly number[],
  now: number,
  { firstPause, longestPause, within }: RestartTimings,
): number {
  const lately = begun.filter((at) => now - at < within).length;
  return Math.min(firstPause * 2 ** lately, longestPause);
}

export interface SupervisedOptions {
  start: () => Promise<StartedProcess>;
  /** A line for whoever watches the stack. */
  report: (line: string) => void;
  /** The path of its log. */
  log: string;
  /** Undefined where a process that ends is left as it is. */
  timings: RestartTimings | undefined;
}

/**
 *     running -- it ends --> pausing -- after 1, 2, 4 … s --> starting -- ready --> running
 *                              ^                                 |
 *                              +------- it ends again -----------+
 *     running -- it ends, and is not to be started again --> left
 *     any of these -- stop() --> stopped
 */
type State =
  | { name: 'running'; process: StartedProcess }
  | { name: 'pausing'; cut: AbortController }
  | { name: 'starting'; started: Promise<StartedProcess> }
  | { name: 'left' }
  | { name: 'stopped' };

/** A process of the stack that is started again when it ends unasked, as whatever runs processes in production does. */
export class SupervisedProcess {
  readonly #options: SupervisedOptions;
  readonly #name: string;
  readonly #restarts: number[] = [];
  #state: State;

  constructor(first: StartedProcess, options: SupervisedOptions) {
    this.#options = options;
    this.#name = first.name;
    this.#state = { name: 'running', process: first };
    this.#watch(first);
  }

  async stop(): Promise<void> {
    const state = this.#state;
    this.#state = { name: 'stopped' };
    if (state.name === 'pausing') state.cut.abort();
    if (state.name === 'running') await state.process.stop();
    if (state.name === 'starting')
      await state.started.then((process) => process.stop()).catch(() => undefined);
  }

  #watch(process: StartedProcess): void {
    void process.exited.then(() => this.#ended());
  }

  /** Read through a method, since it changes while one waits. */
  #isStopped(): boolean {
    return this.#state.name === 'stopped';
  }

  async #ended(): Promise<void> {
    if (this.#isStopped()) return;
    const { timings, report, log } = this.#options;
    if (!timings) {
      this.#state = { name: 'left' };
      report(`${this.#name} has ended; its log is ${log}`);
      return;
    }
    const pause = pauseBeforeRestart(this.#restarts, Date.now(), timings);
    const cut = new AbortController();
    this.#state = { name: 'pausing', cut };
    report(`${this.#name} has ended and is started again in ${pause / 1_000} s; its log is ${log}`);
    await sleep(pause, undefined, { signal: cut.signal }).catch(() => undefined);
    if (!this.#isStopped()) await this.#restart();
  }

  async #restart(): Promise<void> {
    this.#restarts.push(Date.now());
    const started = this.#options.start();
    this.#state = { name: 'starting', started };
    try {
      const process = await started;
      if (this.#isStopped()) return;
      this.#state = { name: 'running', process };
      this.#watch(process);
      this.#options.report(`${this.#name} runs again`);
    } catch {
      await this.#ended();
    }
  }
}
