import mongoose, { type Connection } from 'mongoose';

const counted = ['find', 'aggregate', 'getMore', 'insert', 'update', 'delete', 'findAndModify'] as const;

interface ServerStatus {
  metrics: { commands: Record<string, { total: number | { toString(): string } }> };
}

/** The commands that databases have run since they started, of those that read and write. */
export class CommandCount {
  readonly #connections: Connection[];

  constructor(uris: readonly string[]) {
    this.#connections = uris.map((uri) => mongoose.createConnection(uri, { maxPoolSize: 1 }));
  }

  async now(): Promise<number> {
    const counts = await Promise.all(
      this.#connections.map(async (connection) => {
        const { db } = await connection.asPromise();
        if (!db) throw new Error('no connection to a database');
        const { metrics } = (await db.command({ serverStatus: 1 })) as unknown as ServerStatus;
        return counted.reduce((sum, name) => sum + Number(metrics.commands[name]?.total ?? 0), 0);
      }),
    );
    return counts.reduce((sum, count) => sum + count, 0);
  }

  async close(): Promise<void> {
    await Promise.all(this.#connections.map((connection) => connection.close()));
  }
}
