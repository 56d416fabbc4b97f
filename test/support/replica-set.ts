import { join } from 'node:path';
import { freePort } from './end-to-end/stack.ts';
import { Member } from './member.ts';
import { within } from './within.ts';

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
