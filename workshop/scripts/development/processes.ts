import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** A process of the stack that is ready. */
export interface StartedProcess {
  name: string;
  /** Asks it to end and waits until it has. */
  stop(): Promise<void>;
  /** Resolves when it ends, asked or not. */
  exited: Promise<void>;
  pid: number;
}

export interface ProcessOptions {
  name: string;
  /** Its start file, from the project's root. */
  entry: string;
  port: number;
  environment: NodeJS.ProcessEnv;
  logDirectory: string;
  /** What answers 200 once it is ready. */
  readyPath?: string;
  /** Options of Node; without it those of this process: what loads the project's files, and whatever a developer added, such as --cpu-prof. */
  nodeOptions?: readonly string[];
  /** Milliseconds that it may take to be ready. */
  longestStart?: number;
}

const root = join(import.meta.dirname, '..', '..', '..');
const usualStart = 60_000;

async function isReady(port: number, path: string): Promise<boolean> {
  try {
    const response = await fetch(`http://localhost:${port}${path}`, {
      // Apollo's standalone server takes a GET for a forged one without it.
      headers: { 'apollo-require-preflight': 'true' },
      signal: AbortSignal.timeout(2_000),
    });
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
}

/** A log that cannot be written, as on a full disk, is told once; what the process writes is read on, or it would stand still. */
function keepLog(child: ChildProcess, name: string, file: string): void {
  const log = createWriteStream(file, { flags: 'a' });
  log.once('error', ({ code }: NodeJS.ErrnoException) => {
    process.stderr.write(`${name}: ${file} cannot be written (${code}); it goes on without a log\n`);
    child.stdout?.resume();
  });
  child.stdout?.pipe(log);
}

/**
 * Starts a process of the stack and waits until it is ready. It runs in a group of its own, so that a Ctrl-C in the
 * terminal reaches only the parent, which stops all in order; it ends by itself when its stdin closes, and so when the
 * parent was killed. Its logs go to a file, its complaints to stderr.
 * @throws when it ends before it is ready
 */
export async function startProcess(options: ProcessOptions): Promise<StartedProcess> {
  const { name, entry, port, environment, logDirectory, readyPath = '/health/ready' } = options;
  const { nodeOptions = process.execArgv, longestStart = usualStart } = options;
  mkdirSync(logDirectory, { recursive: true });
  const child: ChildProcess = spawn(process.execPath, [...nodeOptions, entry], {
    cwd: root,
    // Libraries check in development what their types promise, which takes them longer than the work itself.
    env: { NODE_ENV: 'production', ...environment, CONCORD_PARENT_PIPE: '1' },
    stdio: ['pipe', 'pipe', 'inherit'],
    detached: true,
  });
  keepLog(child, name, join(logDirectory, `${name}.log`));
  let ended = false;
  const exited = new Promise<void>((resolve) => {
    child.once('exit', () => {
      ended = true;
      resolve();
    });
  });
  const stop = async () => {
    if (!ended) child.kill('SIGTERM');
    await exited;
  };

  const latest = Date.now() + longestStart;
  while (!(await isReady(port, readyPath))) {
    if (ended) throw new Error(`${name} ended before it was ready`);
    if (Date.now() > latest) {
      await stop();
      throw new Error(`${name} was not ready within ${longestStart / 1000} s`);
    }
    await sleep(100);
  }
  if (ended) throw new Error(`${name} ended before it was ready`);
  return { name, stop, exited, pid: child.pid ?? 0 };
}
