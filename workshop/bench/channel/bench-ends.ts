import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createHttpServer, listen } from '../../../server/create-http-server.ts';
import { createRegistry } from '../../../server/create-registry.ts';
import { createLog } from '../../../server/log.ts';
import { agencyEffects } from '../../../subgraphs/agency/actions/receive/agency-effects.ts';
import { agencyStores } from '../../../subgraphs/agency/agency.ts';
import { createChannel } from '../../../subgraphs/agency/channel/channel.ts';
import { serveChannel } from '../../../subgraphs/agency/channel/in/serve-channel.ts';
import type { PeerKeys } from '../../../subgraphs/agency/channel/wire/peer-keys.ts';
import { createSignal } from '../../../subgraphs/agency/channel/wire/signal.ts';
import type { Message } from '../../../subgraphs/agency/records/messages/message.ts';
import { channelStores } from '../../../subgraphs/agency/storage/channel/channel-stores.ts';
import { CommitWatch } from '../../../subgraphs/agency/storage/channel/commit-watch.ts';
import { pendingEvents } from '../../../subgraphs/agency/storage/channel/pending-events.ts';
import {
  countPending,
  pendingInDossiers,
  pendingOfErased,
} from '../../../subgraphs/agency/storage/channel/pending-in-dossiers.ts';
import { agencyModels, openDatabase } from '../../../subgraphs/agency/storage/database/database.ts';
import { isPassing } from '../../../subgraphs/agency/storage/driver-errors/is-passing.ts';
import type { Agency } from '../../../terms/agencies.ts';
import { demoRecords } from '../../demo-data/records.ts';
import { writeDemoRecords } from '../../demo-data/write.ts';
import { choiceOf } from '../../embedded-mongodb/find-mongod.ts';
import { startEmbeddedMongoDb } from '../../embedded-mongodb/start.ts';
import { benchKeys } from '../stacks/bench-keys.ts';

const dossiersPerAgency = 50;

/**
 * Both agencies' ends of the channel in this process, each with its own database server, its own dossiers, in which the
 * messages wait, and the effects that a subgraph has.
 */
export async function benchEnds() {
  const directory = mkdtempSync(join(tmpdir(), 'concord-bench-'));
  const pair = (kid: string) => ({ kid, key: generateKeyPairSync('ed25519').privateKey });
  const keys = { BELARUS: pair('belarus'), RUSSIA: pair('russia') };
  const keysOf = (agency: Agency): PeerKeys =>
    new Map([[keys[agency].kid, { agency, key: createPublicKey(keys[agency].key) }]]);
  const records = demoRecords({ seed: 7, dossiersPerAgency });
  const ends: (() => Promise<unknown>)[] = [];

  async function end(own: Agency, peer: Agency, peerUrl?: URL) {
    const server = await startEmbeddedMongoDb({
      dataDirectory: join(directory, own),
      choice: choiceOf(process.env),
      report: () => undefined,
    });
    const uri = new URL(server.uri);
    uri.pathname = `/${own.toLowerCase()}`;
    const matchKeys = benchKeys();
    await writeDemoRecords(own, uri.href, records[own], matchKeys);
    const connection = await openDatabase(own, uri.href);
    const models = agencyModels(connection);
    const signal = createSignal();
    const { writes } = agencyStores(connection, matchKeys, { onMessages: signal.wake });
    const log = createLog('bench', 'silent');
    const app = createHttpServer({
      log,
      mode: 'production',
      registry: createRegistry(),
      bodyLimit: 1_000,
      notReady: async () => [],
    });
    const settings = {
      key: keys[own],
      peerKeys: keysOf(peer),
      peers: peerUrl ? [{ agency: peer, url: peerUrl }] : [],
    };
    const channelWith = (atOnce?: number) =>
      createChannel(own, settings, {
        stores: channelStores(own, connection),
        effects: agencyEffects(models, writes),
        isPassing,
        pending: [pendingInDossiers(models.dossiers), pendingOfErased(models.departures, models.dossiers)],
        watch() {
          const watch = new CommitWatch(connection, {
            events: pendingEvents(models.dossiers, models.departures),
            wake: signal.wake,
            log,
          });
          watch.start();
          return watch;
        },
        countUncollected: countPending(models.dossiers),
        signal,
        registry: createRegistry(),
        log,
        onError: (error) => process.stderr.write(`${error}\n`),
        ...(atOnce !== undefined && { atOnce }),
      });
    const channel = channelWith();
    serveChannel(app, channel.receiver);
    const port = await listen(app, { host: '127.0.0.1', port: 0, variable: 'PORT' });
    let sent = 0;
    connection.getClient().on('commandStarted', () => {
      sent++;
    });
    let running: { stop(): Promise<void> } | undefined;
    ends.unshift(async () => {
      await running?.stop();
      await app.close();
      await connection.close();
      await server.stop();
    });
    const dossiers = records[own].dossiers.map(({ _id }) => _id);
    return {
      url: new URL(`http://127.0.0.1:${port}/channel`),
      key: keys[own],
      peerKeys: keysOf(peer),
      models,
      dossiers,
      commands: () => sent,
      /** @param atOnce so many messages together */
      async start(atOnce?: number) {
        await running?.stop();
        running = (atOnce === undefined ? channel : channelWith(atOnce)).start(own);
      },
      /** As a step on a dossier does: the messages are in it from one write on. */
      async commit(dossier: string, ...messages: Message[]) {
        await models.dossiers.updateOne({ _id: dossier }, { $push: { pending: { $each: messages } } });
        signal.wake();
      },
    };
  }
  const recipient = await end('RUSSIA', 'BELARUS');
  const sender = await end('BELARUS', 'RUSSIA', recipient.url);
  await recipient.start();
  return {
    sender,
    recipient,
    async stop() {
      for (const stop of ends) await stop();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
