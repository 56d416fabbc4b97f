import { hostname } from 'node:os';
import { monitorMongoDBDriver } from '@christiangalsterer/mongodb-driver-prometheus-exporter';
import { z } from 'zod';
import { createCallerVerifier } from '../../identity/caller-token.ts';
import { fromGateway } from '../../identity/from-gateway.ts';
import { createIdentityVerifier } from '../../identity/identity-token.ts';
import { gatewayKeySettings, gatewayKeysIn, issuerSettings, issuersIn } from '../../identity/settings.ts';
import { listen } from '../../server/http.ts';
import { createLog, loggableError } from '../../server/log.ts';
import { createRegistry } from '../../server/metrics.ts';
import { type Running, runProcess } from '../../server/process.ts';
import { port, processSettings, readSettings } from '../../server/settings.ts';
import { createChannel } from './channel/channel.ts';
import { channelIn, channelSettings } from './channel/settings.ts';
import { createSignal } from './channel/signal.ts';
import { dailyRun } from './daily-run.ts';
import { agencyModels, databaseAnswers, openDatabase } from './database.ts';
import type { AgencyDefinition } from './definition.ts';
import { countPending, pendingInDossiers, pendingOfErased } from './dossiers/pending.ts';
import { pendingEvents } from './dossiers/pending-events.ts';
import { agencyEffects } from './effects.ts';
import { watchedJobs } from './jobs.ts';
import { linkLookups } from './links/store.ts';
import { matchUnder } from './matching/match-under.ts';
import { startRekeying } from './matching/rekeying/at-start.ts';
import { rekey } from './matching/rekeying/run.ts';
import { rekeyingStore } from './matching/rekeying/store.ts';
import { matchKeySettings, matchKeysIn } from './matching/settings.ts';
import { startDailyRetention } from './retention/daily.ts';
import { retentionStore } from './retention/store.ts';
import { createAgencyServer } from './server.ts';
import { agencyStores } from './stores.ts';

const mongodbUri = z
  .string("is required: where this agency's MongoDB is, with the name of its database")
  .regex(/^mongodb(\+srv)?:\/\/[^/]+\/[^?]+/, 'must be like mongodb://host:port/database');

/** The one place where the parts of an agency's subgraph meet. */
async function start(definition: AgencyDefinition, defaultPort: number): Promise<Running> {
  const { agency } = definition;
  const portVariable = `${agency}_PORT`;
  const uriVariable = `${agency}_MONGODB_URI`;
  const common = readSettings(processSettings, process.env);
  const mode = common.CONCORD_MODE;
  const settings = readSettings(
    {
      [portVariable]: port(defaultPort),
      [uriVariable]: mongodbUri,
      ...issuerSettings(mode),
      ...gatewayKeySettings,
      ...matchKeySettings,
      ...channelSettings(agency),
    },
    process.env,
  ) as Record<string, unknown>;

  const log = createLog(`${agency.toLowerCase()}-subgraph`, common.LOG_LEVEL);
  const registry = createRegistry();
  const allowDevelopmentKeys = mode === 'development';
  const authenticate = fromGateway(
    createIdentityVerifier(gatewayKeysIn(settings, { allowDevelopmentKeys }), agency),
    createCallerVerifier(issuersIn(settings), { allowDevelopmentKeys }),
  );

  const matchKeys = matchKeysIn(settings, { allowDevelopmentKeys });

  const channelGiven = channelIn(settings, agency, mode, (stage) => log.warn({ stage }, 'paused'));

  const connection = await openDatabase(agency, settings[uriVariable] as string);
  monitorMongoDBDriver(connection.getClient(), registry);
  const signal = createSignal();
  const stores = agencyStores(connection, matchKeys, signal.wake);
  const models = agencyModels(connection);
  const complain = (error: unknown) => log.error({ error: loggableError(error, mode) }, 'channel');
  const { receiver, start: startSending } = createChannel(agency, connection, channelGiven, {
    effects: agencyEffects(models, stores.writes),
    pending: [pendingInDossiers(models.dossiers), pendingOfErased(models.departures, models.dossiers)],
    events: pendingEvents(models.dossiers, models.departures),
    countUncollected: countPending(models.dossiers),
    signal,
    registry,
    log,
    onError: complain,
  });

  let stopping = false;
  const notReady = async () => {
    if (stopping) return ['shutting down'];
    return (await databaseAnswers(connection)) ? [] : ['database'];
  };
  const app = await createAgencyServer({
    definition,
    mode,
    log,
    registry,
    stores,
    authenticate,
    receiver,
    notReady,
  });
  const listening = await listen(app, {
    host: common.HOST,
    port: settings[portVariable] as number,
    variable: portVariable,
  });
  log.info({ port: listening }, 'listening');
  const { writes } = stores;
  const { dossiers } = models;
  const doJob = watchedJobs(registry);
  const run = dailyRun({ unanswered: linkLookups(models), writes, dossiers, wake: signal.wake, doJob });
  const background = [
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
    async stop() {
      stopping = true;
      await app.close();
      await Promise.all(background.map((each) => each.stop()));
      await connection.close();
    },
  };
}

/** Starts an agency's subgraph; the process's exit follows from it. */
export const startAgency = (definition: AgencyDefinition, defaultPort: number): Promise<void> =>
  runProcess(`${definition.agency.toLowerCase()} subgraph`, () => start(definition, defaultPort));
