import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mongoose from 'mongoose';
import { choiceOf, startEmbeddedMongoDb } from '../embedded-mongodb/start.ts';
import { createHttpServer, listen } from '../server/http.ts';
import { createLog } from '../server/log.ts';
import { createRegistry } from '../server/metrics.ts';
import { createChannel } from '../subgraphs/agency/channel/channel.ts';
import { serveChannel } from '../subgraphs/agency/channel/endpoint.ts';
import type { PeerKeys } from '../subgraphs/agency/channel/keys.ts';
import { type Message, storedMessage } from '../subgraphs/agency/channel/message.ts';
import { channelModels } from '../subgraphs/agency/channel/model.ts';
import type { PendingMessages } from '../subgraphs/agency/channel/pending.ts';
import { createSignal } from '../subgraphs/agency/channel/signal.ts';
import { goOn } from '../subgraphs/agency/channel/stages.ts';

/** Two ends of the channel in this process, each over a database server of its own: what is measured is all that they do. */
export async function benchEnds() {
  const directory = mkdtempSync(join(tmpdir(), 'concord-bench-'));
  const pair = (kid: string) => ({ kid, key: generateKeyPairSync('ed25519').privateKey });
  const keys = { BELARUS: pair('belarus'), RUSSIA: pair('russia') };
  const keysOf = (agency: 'BELARUS' | 'RUSSIA'): PeerKeys =>
    new Map([[keys[agency].kid, { agency, key: createPublicKey(keys[agency].key) }]]);
  const effects = new Map<string, number>();
  const ends: (() => Promise<unknown>)[] = [];

  async function end(own: 'BELARUS' | 'RUSSIA', peer: 'BELARUS' | 'RUSSIA', peerUrl?: URL) {
    const server = await startEmbeddedMongoDb({
      dataDirectory: join(directory, own),
      choice: choiceOf(process.env),
      report: () => undefined,
    });
    const uri = new URL(server.uri);
    uri.pathname = `/${own.toLowerCase()}`;
    const connection = await mongoose.createConnection(uri.href, { monitorCommands: true }).asPromise();
    for (const model of Object.values(channelModels(connection))) await model.syncIndexes();
    const schema = new mongoose.Schema<{ _id: string; message: Message }>(
      { _id: String, message: storedMessage },
      { collection: 'waiting', versionKey: false },
    );
    const waiting = connection.model('Waiting', schema);
    const pending: PendingMessages = {
      async read(limit) {
        const found = await waiting.find().sort({ _id: 1 }).limit(limit).lean();
        return {
          messages: found.map(({ message }) => message),
          letGo: async () => void (await waiting.deleteMany({ _id: { $in: found.map(({ _id }) => _id) } })),
        };
      },
    };
    const signal = createSignal();
    const channel = createChannel(
      own,
      connection,
      {
        key: keys[own],
        peerKeys: keysOf(peer),
        peers: peerUrl ? [{ agency: peer, url: peerUrl }] : [],
        reach: goOn,
        deduplicates: true,
      },
      {
        effects: new Map([
          [
            'bench.v1',
            async ({ id }: { id: string }) => {
              effects.set(id, performance.now());
              return 'APPLIED' as const;
            },
          ],
        ]),
        pending: [pending],
        signal,
        onError: (error) => process.stderr.write(`${error}\n`),
      },
    );
    let sent = 0;
    connection.getClient().on('commandStarted', () => {
      sent++;
    });
    const app = createHttpServer({
      log: createLog('bench', 'silent'),
      mode: 'production',
      registry: createRegistry(),
      bodyLimit: 1_000,
      notReady: async () => [],
    });
    serveChannel(app, channel.receiver);
    const port = await listen(app, { host: '127.0.0.1', port: 0, variable: 'PORT' });
    const relay = channel.start(own);
    ends.unshift(async () => {
      await relay.stop();
      await app.close();
      await connection.close();
      await server.stop();
    });
    return {
      url: new URL(`http://127.0.0.1:${port}/channel`),
      key: keys[own],
      peerKeys: keysOf(peer),
      commands: () => sent,
      add(message: Message) {
        waiting.create({ _id: message.id, message }).then(signal.wake, () => undefined);
      },
    };
  }
  const recipient = await end('RUSSIA', 'BELARUS');
  const sender = await end('BELARUS', 'RUSSIA', recipient.url);
  return {
    sender,
    recipient,
    effects,
    async stop() {
      for (const stop of ends) await stop();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
