import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { mongo } from 'mongoose';
import { within } from './within.ts';

/** Of a machine that is busy with others. */
const longestStart = 60_000;

/** A shell that waits for the end of a pipe, which comes with this process's end, however it ends, and then kills the child. */
function killWithParent({ pid }: ChildProcess): ChildProcess | undefined {
  if (pid === undefined) return undefined;
  const watcher = spawn('sh', ['-c', 'cat > /dev/null; kill -9 "$0"', String(pid)], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  watcher.on('error', () => undefined);
  watcher.unref();
  return watcher;
}

type State = 'stopped' | 'running' | 'frozen';

/**
 * A member of a replica set: a mongod over a folder and on a port that stay its own.
 *
 *     stopped -- start --> running <-- freeze, thaw --> frozen
 *        ^                    |                            |
 *        +------- kill, stop -+---------- kill ------------+
 */
export class Member {
  readonly address: string;
  readonly port: number;
  #process: ChildProcess | undefined;
  #state: State = 'stopped';
  #ended: Promise<unknown> = Promise.resolve();
  #exit: number | string | undefined;
  #said = '';
  readonly #program: string;
  readonly #options: readonly string[];
  readonly #directory: string;

  constructor(program: string, options: readonly string[], directory: string, port: number) {
    this.port = port;
    this.address = `127.0.0.1:${port}`;
    this.#program = program;
    this.#options = options;
    this.#directory = directory;
  }

  get pid(): number | undefined {
    return this.#process?.pid;
  }

  get state(): State {
    return this.#state;
  }

  /** The exit code of its last mongod, or the signal that ended it; undefined while one runs. */
  get exit(): number | string | undefined {
    return this.#exit;
  }

  /** The end of what its mongod has written. */
  get lastWords(): string {
    return this.#said.slice(-4_000);
  }

  /** Starts its mongod, and waits until it takes commands. */
  async start(): Promise<void> {
    if (this.#state !== 'stopped') return;
    await mkdir(this.#directory, { recursive: true });
    const place = ['--dbpath', this.#directory, '--port', String(this.port), '--bind_ip', '127.0.0.1'];
    const child = spawn(this.#program, [...place, ...this.#options], {
      // A session of its own: Ctrl-C in the terminal is for whoever started it.
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const watcher = killWithParent(child);
    this.#said = '';
    this.#exit = undefined;
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => {
        this.#said = (this.#said + text).slice(-20_000);
      });
    let failure: Error | undefined;
    this.#ended = new Promise<void>((resolve) => {
      child.once('error', (error) => {
        failure = error;
        resolve();
      });
      child.once('exit', (code, signal) => {
        this.#exit = code ?? signal ?? undefined;
        resolve();
      });
    }).then(() => {
      watcher?.kill('SIGKILL');
      this.#state = 'stopped';
    });
    this.#process = child;
    this.#state = 'running';
    await within(longestStart, this.address, async () => {
      if (this.#state === 'stopped') return 'ended';
      return this.command({ ping: 1 });
    });
    if (this.#state !== 'running') throw failure ?? new Error(`${this.address}: ${this.lastWords}`);
  }

  /** Stops all that it does, without closing a connection: SIGSTOP. */
  freeze(): void {
    if (this.#state !== 'running') return;
    this.#process?.kill('SIGSTOP');
    this.#state = 'frozen';
  }

  thaw(): void {
    if (this.#state !== 'frozen') return;
    this.#process?.kill('SIGCONT');
    this.#state = 'running';
  }

  /** Ends it at once, frozen or not: SIGKILL. */
  async kill(): Promise<void> {
    this.#process?.kill('SIGKILL');
    await this.#ended;
  }

  /** Ends it in order: SIGTERM. A primary that has secondaries steps down first. */
  async stop(): Promise<void> {
    this.thaw();
    this.#process?.kill('SIGTERM');
    await this.#ended;
  }

  /** Runs a command on this member alone, on a connection of its own that nothing else can disturb. */
  async command(command: mongo.Document, database = 'admin'): Promise<mongo.Document> {
    const client = new mongo.MongoClient(`mongodb://${this.address}/?directConnection=true`, {
      serverSelectionTimeoutMS: 1_000,
      socketTimeoutMS: 10_000,
    });
    try {
      return await client.db(database).command(command);
    } finally {
      await client.close();
    }
  }
}
