import { hostname } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { monitorMongoDBDriver } from '@christiangalsterer/mongodb-driver-prometheus-exporter';
import type { Connection } from 'mongoose';
import { derivedKey } from '../../identity/derived-key.ts';
import { askedByGateway, fromGateway } from '../../identity/from-gateway.ts';
import { gatewayKeySettings, gatewayKeysIn } from '../../identity/gateway-key-settings.ts';
import { createIdentityVerifier } from '../../identity/identity-token.ts';
import { knownOfficers } from '../../identity/known-officers.ts';
import { ClockWatch } from '../../server/clock-watch.ts';
import { listen } from '../../server/create-http-server.ts';
import { createRegistry } from '../../server/create-registry.ts';
import { createLog, loggableError } from '../../server/log.ts';
import { type Running, runProcess } from '../../server/run-process.ts';
import { metricsHost, metricsPort, metricsPortOf, serveMetrics } from '../../server/serve-metrics.ts';
import { drainOf, port, processSettings, readSettings } from '../../server/settings.ts';
import { startTracing } from '../../server/tracing/start-tracing.ts';
import { agencyEffects } from './actions/receive/agency-effects.ts';
import { agencyStores } from './agency.ts';
import { cursorKeyUse } from './api/paging/cursors.ts';
import { createChannel } from './channel/channel.ts';
import { channelIn, channelSettings } from './channel/channel-settings.ts';
import { createSignal } from './channel/wire/signal.ts';
import { dailyRun } from './jobs/daily-run.ts';
import { rekey } from './jobs/rekey.ts';
import { startDailyRetention } from './jobs/start-daily-retention.ts';
import { startRekeying } from './jobs/start-rekeying.ts';
import { watchedJobs } from './jobs/watched-jobs.ts';
import { matchKeySettings, matchKeysIn } from './matching/match-key-settings.ts';
import { matchUnder } from './matching/match-under.ts';
import type { AgencyDefinition } from './permissions/agency-definition.ts';
import { budgetSettings, budgetsIn } from './records/budgets/budget-settings.ts';
import { createAgencyServer } from './server.ts';
import { channelStores } from './storage/channel/channel-stores.ts';
import { CommitWatch } from './storage/channel/commit-watch.ts';
import { pendingEvents } from './storage/channel/pending-events.ts';
import { countPending, pendingInDossiers, pendingOfErased } from './storage/channel/pending-in-dossiers.ts';
import {
  agencyModels,
  connectToAnswer,
  databaseAnswers,
  type Opening,
  openDatabase,
} from './storage/database/database.ts';
import {
  databaseSetting,
  databaseVariable,
  jobsDatabaseVariable,
} from './storage/database/database-setting.ts';
import { isPassing } from './storage/driver-errors/is-passing.ts';
import { dossierWrites } from './storage/stores/dossier-writes.ts';
import { linkLookups } from './storage/stores/link-lookups.ts';
import { rekeyingStore } from './storage/stores/rekeying-store.ts';
import { retentionStore } from './storage/stores/retention-store.ts';
import { activeSuspensions, SuspendedOfficers } from './storage/stores/suspended-officers.ts';
import { pendingInSuspensions } from './storage/stores/suspension-store.ts';

/** An election takes some seconds, a member that was killed replays its journal first. */
const recoversWithin = 30_000;

/** Waits until a database no more answers, as when a whole stack is killed, or nobody needs to know. */
async function databaseGone(connection: Connection, ending: AbortSignal): Promise<void> {
  while (!ending.aborted && (await databaseAnswers(connection)))
    await sleep(500, undefined, { signal: ending }).catch(() => undefined);
}

/** The one place where the parts of an agency's subgraph meet. */
async function start(
  definition: AgencyDefinition,
  defaultPort: number,
  ending: AbortSignal,
  channelOf: typeof createChannel,
): Promise<Running> {
  const { agency } = definition;
  const portVariable = `${agency}_PORT`;
  const metricsVariable = `${agency}_METRICS_PORT`;
  const uriVariable = databaseVariable(agency);
  const jobsUriVariable = jobsDatabaseVariable(agency);
  const common = readSettings(processSettings, process.env);
  const mode = common.CONCORD_MODE;
  const officers = knownOfficers(agency, mode, process.env);
  const settings = readSettings(
    {
      [portVariable]: port(defaultPort),
      METRICS_HOST: metricsHost,
      [metricsVariable]: metricsPort,
      [uriVariable]: databaseSetting,
      ...officers.shape,
      [jobsUriVariable]: databaseSetting.optional(),
      ...gatewayKeySettings,
      ...matchKeySettings,
      ...channelSettings(agency, mode),
      ...budgetSettings(agency),
    },
    process.env,
  ) as Record<string, unknown>;

  const service = `${agency.toLowerCase()}-subgraph`;
  const log = createLog(service, common.LOG_LEVEL);
  const tracing = await startTracing({ service, log });
  const registry = createRegistry();
  const allowDevelopmentKeys = mode === 'development';
  const { verify, keys, subjectOf } = officers.in(settings, {
    allowDevelopmentKeys,
    told: { registry, log },
  });
  const clocks = new ClockWatch(log);
  const verifyIdentity = createIdentityVerifier(
    gatewayKeysIn(settings, { allowDevelopmentKeys }),
    agency,
    Date.now,
    (at) => clocks.observe('the gateway', at),
  );

  const matchKeys = matchKeysIn(settings, { allowDevelopmentKeys });

  const channelGiven = channelIn(settings, agency, mode);

  const uri = settings[uriVariable] as string;
  // Two connections: what nobody waits for must not be ended by the limits of what is answered, nor hold up an answer; and what
  // answers needs no right to erase.
  const opening: Opening = {
    recoversWithin,
    onWait: () => log.warn('the database has no primary: waiting for one'),
  };
  const jobsUri = settings[jobsUriVariable] as string | undefined;
  const background = jobsUri
    ? await openDatabase(agency, jobsUri, { ...opening, variable: jobsUriVariable })
    : await openDatabase(agency, uri, opening);
  const answering = await connectToAnswer(agency, uri, opening);
  monitorMongoDBDriver(answering.getClient(), registry);
  const signal = createSignal();
  const models = agencyModels(background);
  const complain = (error: unknown) => log.error({ error: loggableError(error, mode) }, 'channel');
  const suspended = new SuspendedOfficers(activeSuspensions(models.suspensions), {
    onError: (error) => log.warn({ error: loggableError(error, mode) }, 'suspensions cannot be read'),
  });
  await suspended.start();
  const stores = agencyStores(answering, matchKeys, {
    onMessages: signal.wake,
    limits: budgetsIn(settings, agency),
    cursorKey: derivedKey(channelGiven.key, cursorKeyUse),
    suspending: {
      subjectOf,
      async changed() {
        signal.wake();
        await suspended.refresh();
      },
    },
  });
  const writes = dossierWrites(models, matchUnder(matchKeys), signal.wake);
  const events = [
    ...pendingEvents(models.dossiers, models.departures),
    { 'ns.coll': models.suspensions.collection.name, operationType: { $in: ['insert', 'update'] } },
  ];
  const { receiver, start: startSending } = channelOf(agency, channelGiven, {
    stores: channelStores(agency, background),
    answering: channelStores(agency, answering),
    effects: agencyEffects(models, writes, () => suspended.refresh()),
    isPassing,
    pending: [
      pendingInDossiers(models.dossiers),
      pendingOfErased(models.departures, models.dossiers),
      pendingInSuspensions(models.suspensions),
    ],
    watch() {
      const watch = new CommitWatch(background, { events, wake: signal.wake, log });
      watch.start();
      return watch;
    },
    countUncollected: countPending(models.dossiers),
    signal,
    registry,
    log,
    onError: complain,
  });

  const notReady = async () => [
    ...((await databaseAnswers(answering)) ? [] : ['database']),
    ...keys.missing(),
  ];
  const app = await createAgencyServer({
    definition,
    mode,
    log,
    registry,
    stores,
    authenticate: fromGateway(verifyIdentity, verify),
    suspensions: { suspended, asked: askedByGateway(verifyIdentity) },
    receiver,
    notReady,
    warnings: () => [...keys.warnings(), ...clocks.warnings()],
    ending,
  });
  const listening = await listen(app, {
    host: common.HOST,
    port: settings[portVariable] as number,
    variable: portVariable,
  });
  const metrics = await serveMetrics(registry, {
    host: settings.METRICS_HOST as string,
    port: metricsPortOf(settings[portVariable] as number, settings[metricsVariable] as number | undefined),
    variable: metricsVariable,
  });
  log.info({ port: listening, metricsPort: metrics.port }, 'listening');
  keys.start();
  const { dossiers } = models;
  const doJob = watchedJobs(registry);
  const run = dailyRun({ unanswered: linkLookups(models), writes, dossiers, wake: signal.wake, doJob });
  const jobs = [
    startSending(`${hostname()}:${listening}`),
    startDailyRetention(
      retentionStore(models, definition.retention, matchUnder(matchKeys)),
      { log, mode },
      run,
    ),
    startRekeying(rekeyingStore(models.dossiers), matchKeys, { log, mode }, (...given) =>
      doJob('rekeying', () => rekey(...given)),
    ),
  ];
  return {
    drain: drainOf(common),
    async stop() {
      keys.stop();
      await app.close();
      await metrics.close();
      suspended.stop();
      const done = new AbortController();
      const jobsDone = Promise.all(jobs.map((each) => each.stop())).finally(() => done.abort());
      // What a job has asked of a database that is gone would hold up the end for half a minute: closing its connection ends that.
      await Promise.race([jobsDone, databaseGone(answering, done.signal)]);
      await Promise.all([answering.close(), background.close()]);
      await jobsDone.catch(() => undefined);
      await tracing.stop();
    },
  };
}

/**
 * Starts an agency's subgraph; the process's exit follows from it.
 * @param channelOf makes its end of the channel
 */
export const startAgency = (
  definition: AgencyDefinition,
  defaultPort: number,
  channelOf = createChannel,
): Promise<void> =>
  runProcess(`${definition.agency.toLowerCase()} subgraph`, (ending) =>
    start(definition, defaultPort, ending, channelOf),
  );
