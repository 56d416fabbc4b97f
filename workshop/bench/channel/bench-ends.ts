import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { definitions } from '../../../commands/running/definitions.ts';
import { createHttpServer, listen } from '../../../server/create-http-server.ts';
import { createRegistry } from '../../../server/create-registry.ts';
import { createLog } from '../../../server/log.ts';
import { openAgency } from '../../../subgraphs/agency/agency.ts';
import { serveChannel } from '../../../subgraphs/agency/channel/in/serve-channel.ts';
import type { PeerKeys } from '../../../subgraphs/agency/channel/wire/peer-keys.ts';
import { matchUnder } from '../../../subgraphs/agency/matching/match-under.ts';
import type { Message } from '../../../subgraphs/agency/records/messages/message.ts';
import type { DemoAgency } from '../../demo-data/agencies/demo-agencies.ts';
import { demoNaming } from '../../demo-data/naming/demo-naming.ts';
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
  const keysOf = (agency: DemoAgency): PeerKeys =>
    new Map([[keys[agency].kid, { agency, key: createPublicKey(keys[agency].key) }]]);
  const records = demoRecords({ seed: 7, dossiersPerAgency });
  const ends: (() => Promise<unknown>)[] = [];

  async function end(own: DemoAgency, peer: DemoAgency, peerUrl?: URL) {
    const server = await startEmbeddedMongoDb({
      dataDirectory: join(directory, own),
      choice: choiceOf(process.env),
      report: () => undefined,
    });
    const uri = new URL(server.uri);
    uri.pathname = `/${own.toLowerCase()}`;
    const matchKeys = benchKeys();
    await writeDemoRecords(own, uri.href, records[own], matchUnder(matchKeys, demoNaming));
    const opened = await openAgency(definitions[own], { uri: uri.href }, { matchKeys, naming: demoNaming });
    const { background: connection, models, signal } = opened;
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
      opened.createChannel(settings, {
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
      await opened.close();
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
