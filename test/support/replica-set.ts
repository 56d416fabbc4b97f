import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { mongo } from 'mongoose';
import { freePort } from './end-to-end/stack.ts';

export interface ReplicaSetOptions {
  /** The set's name, as in `replicaSet=` of its connection string. */
  name: string;
  /** Each member keeps its data in a folder of its own below it; the caller removes it. */
  directory: string;
  /** A program, found on PATH unless it is a path. */
  binary?: string;
  members?: number;
  /** Data folders elsewhere, by a member's number: a small file system, say. */
  directories?: Readonly<Record<number, string>>;
  /** More options for each mongod, such as `--setParameter enableTestCommands=1`. */
  options?: readonly string[];
  /** As `compose.yaml` sets them; MongoDB's own are 10 s and 2 s. */
  settings?: { electionTimeoutMillis: number; heartbeatIntervalMillis: number };
}

const productionSettings = { electionTimeoutMillis: 3_000, heartbeatIntervalMillis: 1_000 };

/** Of a machine that is busy with others. */
const longestStart = 60_000;

async function within<Result>(
  milliseconds: number,
  name: string,
  attempt: () => Promise<Result | undefined>,
): Promise<Result> {
  const latest = Date.now() + milliseconds;
  let last: unknown;
  do {
    const result = await attempt().catch((error: unknown) => {
      last = error;
      return undefined;
    });
    if (result !== undefined) return result;
    await sleep(100);
  } while (Date.now() < latest);
  throw new Error(`${name}: not within ${milliseconds} ms. ${last ?? ''}`);
}

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

/** A real replica set, whose members can be frozen, killed and started again. */
export class ReplicaSet {
  readonly name: string;
  readonly members: readonly Member[];

  private constructor(name: string, members: readonly Member[]) {
    this.name = name;
    this.members = members;
  }

  /** Starts and initiates a new one, and waits until it has a primary that all other members follow. */
  static async start(options: ReplicaSetOptions): Promise<ReplicaSet> {
    const { name, directory, binary = 'mongod', settings = productionSettings } = options;
    const mongodOptions = ['--replSet', name, '--wiredTigerCacheSizeGB', '0.25', ...(options.options ?? [])];
    const members: Member[] = [];
    for (let number = 0; number < (options.members ?? 3); number++) {
      const folder = options.directories?.[number] ?? join(directory, `member-${number}`);
      members.push(new Member(binary, mongodOptions, folder, await freePort()));
    }
    const set = new ReplicaSet(name, members);
    try {
      await Promise.all(members.map((member) => member.start()));
      const config = {
        _id: name,
        members: members.map(({ address }, _id) => ({ _id, host: address })),
        settings,
      };
      await members[0]?.command({ replSetInitiate: config });
      await set.settled();
      return set;
    } catch (error) {
      await set.stop();
      throw error;
    }
  }

  /** Its connection string, for a client that finds the primary by itself. */
  uri(database: string): string {
    const addresses = this.members.map(({ address }) => address).join(',');
    return `mongodb://${addresses}/${database}?replicaSet=${this.name}`;
  }

  /** Waits for a running member that is the primary and takes writes. */
  primary(milliseconds = 60_000): Promise<Member> {
    return within(milliseconds, `${this.name}: a primary`, async () => {
      const running = this.members.filter(({ state }) => state === 'running');
      const greetings = await Promise.all(
        running.map((member) => member.command({ hello: 1 }).catch(() => undefined)),
      );
      return running[greetings.findIndex((greeting) => greeting?.isWritablePrimary === true)];
    });
  }

  /** The running members that are not the primary. */
  async secondaries(): Promise<Member[]> {
    const primary = await this.primary();
    return this.members.filter((member) => member !== primary && member.state === 'running');
  }

  /** Waits until each member runs as the primary or as a secondary. */
  async settled(milliseconds = 60_000): Promise<void> {
    await within(milliseconds, `${this.name}: settled`, async () => {
      const { members } = await (await this.primary()).command({ replSetGetStatus: 1 });
      return (members as { state: number }[]).every(({ state }) => state === 1 || state === 2) || undefined;
    });
  }

  /** Counts elections: the term that the members are in. */
  async term(): Promise<number> {
    const { term } = await (await this.primary()).command({ replSetGetStatus: 1 });
    return Number(term);
  }

  /** Ends all members at once. */
  async stop(): Promise<void> {
    await Promise.all(this.members.map((member) => member.kill()));
  }
}
