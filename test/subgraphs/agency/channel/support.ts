import { randomUUID } from 'node:crypto';
import type { Connection } from 'mongoose';
import { createHttpServer, listen } from '../../../../server/create-http-server.ts';
import { createRegistry } from '../../../../server/create-registry.ts';
import { createLog } from '../../../../server/log.ts';
import { Applier, type ApplierTimings } from '../../../../subgraphs/agency/channel/in/applier.ts';
import type { ApplyMessage, Effects } from '../../../../subgraphs/agency/channel/in/effects.ts';
import { createReceiver } from '../../../../subgraphs/agency/channel/in/receiver.ts';
import { serveChannel } from '../../../../subgraphs/agency/channel/in/serve-channel.ts';
import { Strangers } from '../../../../subgraphs/agency/channel/in/strangers.ts';
import { deliveryLog, deliveryReports } from '../../../../subgraphs/agency/channel/out/delivery-report.ts';
import { type Relay, type RelayOptions, startRelay } from '../../../../subgraphs/agency/channel/out/relay.ts';
import type { ChannelStores } from '../../../../subgraphs/agency/channel/stores/channel-stores.ts';
import type { Lease } from '../../../../subgraphs/agency/channel/stores/lease.ts';
import { parkedMessages } from '../../../../subgraphs/agency/channel/upkeep/parked-messages.ts';
import type { PeerKeys } from '../../../../subgraphs/agency/channel/wire/peer-keys.ts';
import { createSignal } from '../../../../subgraphs/agency/channel/wire/signal.ts';
import type { Signed } from '../../../../subgraphs/agency/channel/wire/signature.ts';
import type { Message } from '../../../../subgraphs/agency/records/messages/message.ts';
import { channelState } from '../../../../subgraphs/agency/storage/channel/channel-state.ts';
import { CommitWatch } from '../../../../subgraphs/agency/storage/channel/commit-watch.ts';
import { inboxStore } from '../../../../subgraphs/agency/storage/channel/inbox-store.ts';
import { noteStore } from '../../../../subgraphs/agency/storage/channel/note-store.ts';
import { outboxStore } from '../../../../subgraphs/agency/storage/channel/outbox-store.ts';
import { pendingEvents } from '../../../../subgraphs/agency/storage/channel/pending-events.ts';
import { pendingIn } from '../../../../subgraphs/agency/storage/channel/pending-in.ts';
import { pendingOfErased } from '../../../../subgraphs/agency/storage/channel/pending-of-erased.ts';
import { StoredLease } from '../../../../subgraphs/agency/storage/channel/stored-lease.ts';
import { agencyModels } from '../../../../subgraphs/agency/storage/database/agency-models.ts';
import { connectDatabase } from '../../../../subgraphs/agency/storage/database/database.ts';
import { isPassing } from '../../../../subgraphs/agency/storage/driver-errors/is-passing.ts';
import { channelModels } from '../../../../subgraphs/agency/storage/models/channel-models.ts';
import type { Agency } from '../../../../terms/agencies.ts';
import { keyOf } from '../../../support/channel-keys.ts';
import { type FreshDatabase, lentDatabase } from '../../../support/database.ts';
import type { KeyPair } from '../../../support/key-pairs.ts';

import { waitingMessages } from './waiting-messages.ts';

interface EndOptions {
  key: KeyPair;
  peerKeys: PeerKeys;
  clock?: () => Date;
  /** Decorates the stores, as where a process is to end at one of their operations. */
  decorate?: (stores: Pick<ChannelStores, 'inbox' | 'outbox'>) => Pick<ChannelStores, 'inbox' | 'outbox'>;
  effects?: Effects;
  /** Another end's, as when its process ends and starts again. */
  database?: FreshDatabase;
  /** Shorter than they usually are, where a test would wait for them. */
  timings?: RelayOptions['timings'] & { applier?: Partial<ApplierTimings> };
  /** Messages wait in the dossiers of the database, as those of a subgraph do, and commits of others are heard of or not. */
  dossiers?: { watched: boolean };
  /** Milliseconds after which a database that is away is given up; until then the driver goes on by itself. */
  givesUpAfter?: number;
}

const dossierWithMessages = { _id: 'BY-0000000001' };

/** A line of a log. */
export interface Logged {
  level: 'warn' | 'info';
  message: string | undefined;
  [field: string]: unknown;
}

/** An agency's end of the channel over a database of its own, on a port of its own. It applies what has come, and sends once it is connected. */
export async function channelEnd(
  own: Agency,
  {
    key,
    peerKeys,
    clock = () => new Date(),
    decorate = (stores) => stores,
    effects: others = new Map(),
    database = lentDatabase(own),
    timings,
    dossiers: inDossiers,
    givesUpAfter = 30_000,
  }: EndOptions,
) {
  const connection: Connection = await connectDatabase(
    own,
    database.uri,
    {},
    {
      serverSelectionTimeoutMS: givesUpAfter,
      writeConcern: { w: 'majority' },
    },
  );
  const models = agencyModels(connection);
  for (const model of Object.values(channelModels(connection))) await model.syncIndexes();
  const { dossiers, departures } = models;
  const counted: { key: string; data: unknown }[] = [];
  const effects: Effects = new Map<string, ApplyMessage>([
    [
      'test.counted.v1',
      async ({ key: effectKey, data }) => {
        counted.push({ key: effectKey, data });
        return 'APPLIED';
      },
    ],
    [
      'test.failing.v1',
      async () => {
        throw new TypeError('a fault');
      },
    ],
    ...others,
  ]);
  const log: Logged[] = [];
  const logged = (level: Logged['level']) => (fields: unknown, message?: string) =>
    void log.push({ level, message, ...(fields as object) });
  const delivered: Signed[] = [];
  const noteDelivered = {
    failed: () => undefined,
    delivered: (_to: Agency, kind: Signed) => void delivered.push(kind),
  };
  const errors: unknown[] = [];
  const onError = (error: unknown) => void errors.push(error);
  const { inbox, outbox } = decorate({ inbox: inboxStore(models.inbox), outbox: outboxStore(own, models) });
  const notes = noteStore(models);
  const strangers = new Strangers(notes, { onError });
  const waiting = waitingMessages();
  const pending = inDossiers ? [pendingIn(dossiers), pendingOfErased(departures, dossiers)] : [waiting];
  const signal = createSignal();
  let watch: CommitWatch | undefined;
  let relay: Relay | undefined;
  const startApplier = () => {
    const applying = { afterError: 50, ...timings?.applier };
    const started = new Applier({ own, inbox, effects, isPassing, onError, now: clock, timings: applying });
    started.start();
    return started;
  };
  let applier = startApplier();
  const receiver = createReceiver({
    own,
    key: keyOf(key),
    peerKeys,
    inbox,
    notes,
    strangers,
    stored: (from) => applier.wake(from),
    heard: (from) => relay?.heard(from),
    greeted: (from, received) => relay?.greeted(from, received),
    now: clock,
  });
  const app = createHttpServer({
    log: createLog('test', 'silent'),
    mode: 'production',
    registry: createRegistry(),
    bodyLimit: 1_000,
    notReady: async () => [],
  });
  serveChannel(app, receiver);
  const port = await listen(app, { host: '127.0.0.1', port: 0, variable: 'PORT' });
  const url = new URL(`http://127.0.0.1:${port}/channel`);
  return {
    own,
    url,
    database,
    models,
    inbox,
    notes,
    outbox,
    receiver,
    strangers,
    parked: parkedMessages(inbox, effects, isPassing),
    state: channelState(models),
    counted,
    errors,
    log,
    /** Kinds of what the other agency has signed for, each time. */
    delivered,
    waiting,
    wake: signal.wake,
    connection,
    isWatching: () => watch?.isOpen() ?? false,
    /** As a step on a dossier does: the message is in it from one write on, and this instance is told. */
    async commit(message: Message) {
      await dossiers.updateOne(dossierWithMessages, { $set: { version: 1 } }, { upsert: true });
      await dossiers.updateOne(dossierWithMessages, { $push: { pending: message } });
      signal.wake();
    },
    /** Sends what waits, to this agency at this address. */
    connect(
      agency: Agency,
      to: URL,
      lease: Pick<Lease, 'hold' | 'release'> = new StoredLease(connection, randomUUID()),
    ) {
      if (inDossiers?.watched) {
        watch = new CommitWatch(connection, {
          events: pendingEvents(dossiers, departures),
          wake: signal.wake,
          log: { warn: logged('warn'), info: logged('info') },
          pause: { first: 50, longest: 200 },
        });
        watch.start();
      }
      relay = startRelay({
        own,
        peers: [{ agency, url: to }],
        pending,
        outbox,
        inbox,
        notes,
        lease,
        report: deliveryReports(deliveryLog({ warn: logged('warn'), info: logged('info') }), noteDelivered),
        key: keyOf(key),
        peerKeys,
        signal,
        onError,
        now: clock,
        ...(timings && { timings }),
      });
      return relay;
    },
    /** As a process that ends and starts again would. */
    async startApplyingAgain() {
      await applier.stop();
      applier = startApplier();
    },
    post: async (body: string, type = 'application/jose+json') => {
      const response = await fetch(url, { method: 'POST', headers: { 'content-type': type }, body });
      return { status: response.status, receipt: await response.text() };
    },
    /** Ends without waiting for what hangs, and leaves the database. */
    async kill() {
      void relay?.stop();
      await app.close();
      await applier.stop();
      await connection.close();
    },
    async stop({ keepsDatabase = false } = {}) {
      await watch?.stop();
      await relay?.stop();
      await app.close();
      await applier.stop();
      await strangers.flush();
      await connection.close();
      if (!keepsDatabase) await database.drop();
    },
  };
}

export type ChannelEnd = Awaited<ReturnType<typeof channelEnd>>;
