import { type Launched, launchScript } from '../../support/end-to-end/processes.ts';
import { until } from '../../support/end-to-end/until.ts';

const longestStart = 60_000;

async function isReady(port: number): Promise<boolean> {
  try {
    return (await fetch(`http://localhost:${port}/health/ready`, { signal: AbortSignal.timeout(2_000) })).ok;
  } catch {
    return false;
  }
}

/**
 * A subgraph or the gateway, which is ended and started again on its port.
 *
 *     stopped -- start --> running -- end --> stopped
 */
export class Service {
  readonly name: string;
  readonly #file: string;
  readonly #port: number;
  readonly #environment: NodeJS.ProcessEnv;
  #running: Launched | undefined;
  /** What its processes before this one have written. */
  #written = '';

  constructor(name: string, file: string, port: number, environment: NodeJS.ProcessEnv) {
    this.name = name;
    this.#file = file;
    this.#port = port;
    this.#environment = environment;
  }

  get isRunning(): boolean {
    return this.#running !== undefined;
  }

  /** The lines of its log, of all its processes. */
  get log(): string[] {
    const { output, errors } = this.#running ?? { output: () => '', errors: () => '' };
    return `${this.#written}${output()}${errors()}`.split('\n').filter((line) => line !== '');
  }

  /** Starts it, and waits until it is ready. */
  async start(): Promise<void> {
    const launched = launchScript(this.#file, this.#environment);
    this.#running = launched;
    let ending: number | string | undefined;
    launched.exited.then((code) => {
      ending = code;
    });
    const told = () => `${this.name} wrote: ${launched.output()}${launched.errors()}`;
    await until(async () => ending !== undefined || (await isReady(this.#port)), longestStart, told);
    if (ending !== undefined) throw new Error(`${this.name} has ended with ${ending}. ${told()}`);
  }

  /** Ends it by a signal. @returns its exit code, or the signal that ended it */
  async end(signal: 'SIGTERM' | 'SIGKILL'): Promise<number | string | undefined> {
    const launched = this.#running;
    launched?.signal(signal);
    const exit = await launched?.exited;
    this.#written += `${launched?.output() ?? ''}${launched?.errors() ?? ''}`;
    this.#running = undefined;
    return exit;
  }
}
