import { setTimeout as sleep } from 'node:timers/promises';
import { SettingsError } from './settings.ts';

/** A started process: the way to end it. */
export interface Running {
  /** Time that it goes on serving once it was told to end, in milliseconds; without it, none. */
  drain?: number;
  /** Time that its stop may take, in milliseconds, if that is longer than usual. */
  longestStop?: number;
  /** Answers what is in flight, then lets go of everything it holds. */
  stop(): Promise<void>;
}

/**
 *     starting -- started --> running -- SIGTERM --> draining -- after `drain`, SIGINT --> stopping
 *        |                       |
 *        |                       +-- SIGINT, its parent has ended --> stopping
 *        +-- any of these: stopped once it has started
 */
type Lifecycle =
  | { state: 'starting' }
  | { state: 'running'; running: Running }
  | { state: 'draining'; cut: AbortController }
  | { state: 'stopping' };

const usualStop = 15_000;

/** Ends the process when the pipe of its parent closes, so that no process outlives a parent that was killed. */
function whenParentEnds(end: () => void): void {
  if (process.env.CONCORD_PARENT_PIPE !== '1') return;
  process.stdin.resume();
  process.stdin.on('end', end);
  process.stdin.on('error', end);
}

/** Output to a full disk, or to a pipe that is gone, is lost, and ends nobody's work. */
function outliveOutput(): void {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
}

/**
 * Runs a process from start to exit: a mistake in its settings is one line on stderr and exit code 1. SIGTERM has it drain: it
 * says that it is not ready and goes on serving, so that nobody sends it a request that it would refuse. Then, or at once at
 * SIGINT and the end of its parent, it stops in order, once, and no longer than 15 seconds.
 * @param start is given a signal that is aborted as soon as the process is told to end
 */
export async function runProcess(
  name: string,
  start: (ending: AbortSignal) => Promise<Running>,
): Promise<void> {
  outliveOutput();
  let lifecycle: Lifecycle = { state: 'starting' };
  const ending = new AbortController();

  const stop = (running: Running | undefined) => {
    lifecycle = { state: 'stopping' };
    setTimeout(() => process.exit(1), running?.longestStop ?? usualStop).unref();
    Promise.resolve(running?.stop()).then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  const end = (drains: boolean) => {
    ending.abort();
    if (lifecycle.state === 'draining' && !drains) return lifecycle.cut.abort();
    if (lifecycle.state === 'draining' || lifecycle.state === 'stopping') return undefined;
    const { running } = lifecycle.state === 'running' ? lifecycle : { running: undefined };
    const { drain = 0 } = running ?? {};
    if (!drains || drain === 0) return stop(running);
    const cut = new AbortController();
    lifecycle = { state: 'draining', cut };
    return void sleep(drain, undefined, { signal: cut.signal })
      .catch(() => undefined)
      .then(() => stop(running));
  };
  process.on('SIGTERM', () => end(true));
  process.on('SIGINT', () => end(false));
  whenParentEnds(() => end(false));

  try {
    const running = await start(ending.signal);
    if (lifecycle.state === 'starting') lifecycle = { state: 'running', running };
    else await running.stop();
  } catch (error) {
    const detail =
      error instanceof SettingsError ? error.message : error instanceof Error ? error.stack : String(error);
    process.stderr.write(`${name}: ${detail}\n`);
    process.exit(1);
  }
}
