import { SettingsError } from './settings.ts';

/** What a started process hands back: how to end it. */
export interface Running {
  /** Answers what is in flight, then lets go of everything it holds. */
  stop(): Promise<void>;
}

type Lifecycle = { state: 'starting' } | { state: 'running'; running: Running } | { state: 'stopping' };

const longestStop = 15_000;

/** Ends the process when the pipe of its parent closes, so that no process outlives a parent that was killed. */
function whenParentEnds(end: () => void): void {
  if (process.env.CONCORD_PARENT_PIPE !== '1') return;
  process.stdin.resume();
  process.stdin.on('end', end);
  process.stdin.on('error', end);
}

/**
 * Runs a process from start to exit: a mistake in its settings is one line on stderr and exit code 1; SIGTERM, SIGINT
 * and the end of its parent stop it in order, once, and no longer than 15 seconds.
 */
export async function runProcess(name: string, start: () => Promise<Running>): Promise<void> {
  let lifecycle: Lifecycle = { state: 'starting' };

  const end = () => {
    if (lifecycle.state === 'stopping') return;
    const { running } = lifecycle.state === 'running' ? lifecycle : { running: undefined };
    lifecycle = { state: 'stopping' };
    setTimeout(() => process.exit(1), longestStop).unref();
    Promise.resolve(running?.stop()).then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on('SIGTERM', end);
  process.on('SIGINT', end);
  whenParentEnds(end);

  try {
    const running = await start();
    if (lifecycle.state === 'starting') lifecycle = { state: 'running', running };
    else await running.stop();
  } catch (error) {
    const detail =
      error instanceof SettingsError ? error.message : error instanceof Error ? error.stack : String(error);
    process.stderr.write(`${name}: ${detail}\n`);
    process.exit(1);
  }
}
