import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { mongo } from 'mongoose';
import type { StackAddress } from '../stack.ts';
import type { AgencyName } from '../tokens.ts';
import { until } from '../until.ts';

type Values = Record<string, unknown>;

/** A message as its sender or its recipient holds it. */
export interface Held {
  number: number;
  type: string;
  /** What the sender's agency tells. */
  data: Values;
}

export interface Sent extends Held {
  /** The event, as it is signed. */
  event: string;
  /** The receipt's content, once the recipient has signed for it. */
  receipt: Values | undefined;
}

export interface StoredLink {
  dossier?: string;
  own: { decision: string };
  told: { decision: string };
}

export interface StoredDossier {
  _id: string;
  version: number;
  links: StoredLink[];
}

/** What an agency sends each minute whatever a test does: rounds of measures, and answers to them. */
export const sentByItself = ['concord.measure.round.v1', 'concord.measure.evaluated.v1'];

/** An agency's database, read by a client that shares nothing with the program. */
export interface DatabaseReader {
  /** What it has sent and has to send, in the order of its numbers. */
  outbox(): Promise<Sent[]>;
  /** What it has accepted, in the order of its numbers. */
  inbox(): Promise<Held[]>;
  notices(): Promise<{ kind: string; data: Values }[]>;
  refused(): Promise<{ reason: string; signer?: string; body: string }[]>;
  dossier(id: string): Promise<StoredDossier | null>;
  /** The instance that sends. */
  leaseHolder(): Promise<string | undefined>;
  /**
   * The number of messages that nobody has signed for, that have no number yet, or that came and are not applied, without those of `sentByItself`, which wait
   * while the other agency is down.
   */
  waiting(): Promise<number>;
}

/** The content of a JWS in its flattened form. */
export const contentOf = (jws: string): Values =>
  JSON.parse(Buffer.from(JSON.parse(jws).payload, 'base64url').toString());

export function databaseOf({ dataDirectory }: StackAddress, agency: AgencyName): DatabaseReader {
  async function read<Result>(work: (db: mongo.Db) => Promise<Result>): Promise<Result> {
    const databases = JSON.parse(readFileSync(join(dataDirectory, 'databases.json'), 'utf8'));
    const client = await mongo.MongoClient.connect(databases[agency.toUpperCase()]);
    try {
      return await work(client.db());
    } finally {
      await client.close();
    }
  }
  const all = <Row extends mongo.Document>(collection: string) =>
    read(
      async (db) =>
        (await db.collection(collection).find().sort({ number: 1 }).toArray()) as unknown as Row[],
    );
  const data = (event: string): Values => JSON.parse(event).data;
  return {
    async outbox() {
      const rows = await all<Held & { event: string; receipt?: string }>('outbox');
      return rows.map(({ number, type, event, receipt }) => ({
        ...{ number, type, event, data: data(event) },
        receipt: receipt === undefined ? undefined : contentOf(receipt),
      }));
    },
    async inbox() {
      const rows = await all<Held & { signed: string }>('inbox');
      return rows.map(({ number, type, signed }) => ({
        ...{ number, type },
        data: contentOf(signed).data as Values,
      }));
    },
    notices: () => all('notices'),
    refused: () => all('refused'),
    dossier: (id) => read((db) => db.collection<StoredDossier>('dossiers').findOne({ _id: id })),
    leaseHolder: () =>
      read(async (db) => (await db.collection<{ holder: string }>('leases').findOne())?.holder),
    waiting: () =>
      read(async (db) => {
        const pending = await db.collection('dossiers').countDocuments({ 'pending.id': { $gt: '' } });
        const queued = await db.collection('outbox').countDocuments({
          open: true,
          type: { $nin: sentByItself },
        });
        const stored = await db.collection('inbox').countDocuments({ state: 'STORED' });
        return pending + queued + stored;
      }),
  };
}

/** Waits until nothing waits at either agency, and what came of it has been told in its turn. */
export async function untilQuiet(readers: readonly DatabaseReader[], longest = 60_000): Promise<void> {
  const isQuiet = async () => {
    for (const reader of readers) if ((await reader.waiting()) > 0) return false;
    return true;
  };
  // Twice, since a message may be on its way from the one that was asked last to the one that was asked first.
  await until(async () => (await isQuiet()) && isQuiet(), longest);
}
