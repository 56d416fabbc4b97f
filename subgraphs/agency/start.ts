import { hostname } from 'node:os';
import { monitorMongoDBDriver } from '@christiangalsterer/mongodb-driver-prometheus-exporter';
import { createCallerVerifier } from '../../identity/caller-token.ts';
import { fromGateway } from '../../identity/from-gateway.ts';
import { createIdentityVerifier } from '../../identity/identity-token.ts';
import { issuerKeys } from '../../identity/issuer-keys.ts';
import { gatewayKeySettings, gatewayKeysIn, issuerSettings, issuersIn } from '../../identity/settings.ts';
import { listen } from '../../server/http.ts';
import { createLog, loggableError } from '../../server/log.ts';
import { createRegistry } from '../../server/metrics.ts';
import { type Running, runProcess } from '../../server/process.ts';
import { drainOf, port, processSettings, readSettings } from '../../server/settings.ts';
import { createChannel } from './channel/channel.ts';
import { channelIn, channelSettings } from './channel/settings.ts';
import { createSignal } from './channel/signal.ts';
import { dailyRun } from './daily-run.ts';
import { agencyModels, databaseAnswers, openDatabase } from './database.ts';
import { databaseSetting, databaseVariable } from './database-setting.ts';
import type { AgencyDefinition } from './definition.ts';
import { pendingInDossiers, pendingOfErased } from './dossiers/pending.ts';
import { agencyEffects } from './effects.ts';
import { linkLookups } from './links/store.ts';
import { matchUnder } from './matching/match-under.ts';
import { startRekeying } from './matching/rekeying/at-start.ts';
import { rekeyingStore } from './matching/rekeying/store.ts';
import { matchKeySettings, matchKeysIn } from './matching/settings.ts';
import { startDailyRetention } from './retention/daily.ts';
import { retentionStore } from './retention/store.ts';
import { createAgencyServer } from './server.ts';
import { agencyStores } from './stores.ts';

/** The one place where the parts of an agency's subgraph meet. */
async function start(
  definition: AgencyDefinition,
  defaultPort: number,
  ending: AbortSignal,
): Promise<Running> {
  const { agency } = definition;
  const portVariable = `${agency}_PORT`;
  const uriVariable = databaseVariable(agency);
  const common = readSettings(processSettings, process.env);
  const mode = common.CONCORD_MODE;
  const settings = readSettings(
    {
      [portVariable]: port(defaultPort),
      [uriVariable]: databaseSetting,
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
  const issuers = issuersIn(settings);
  const keys = issuerKeys(issuers, { told: { registry, log } });
  const authenticate = fromGateway(
    createIdentityVerifier(gatewayKeysIn(settings, { allowDevelopmentKeys }), agency),
    createCallerVerifier(issuers, { allowDevelopmentKeys, keys }),
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
    signal,
    onError: complain,
  });

  const notReady = async () => [
    ...((await databaseAnswers(connection)) ? [] : ['database']),
    ...keys.missing(),
  ];
  const app = await createAgencyServer({
    definition,
    mode,
    log,
    registry,
    stores,
    authenticate,
    receiver,
    notReady,
    ending,
  });
  const listening = await listen(app, {
    host: common.HOST,
    port: settings[portVariable] as number,
    variable: portVariable,
  });
  log.info({ port: listening }, 'listening');
  keys.start();
  const { writes } = stores;
  const { dossiers } = models;
  const run = dailyRun({ unanswered: linkLookups(models), writes, dossiers, wake: signal.wake });
  const background = [
    startSending(`${hostname()}:${listening}`),
    startDailyRetention(
      retentionStore(models, definition.retention, matchUnder(matchKeys)),
      { log, mode },
      run,
    ),
    startRekeying(rekeyingStore(models.dossiers), matchKeys, { log, mode }),
  ];
  return {
    drain: drainOf(common),
    async stop() {
      keys.stop();
      await app.close();
      await Promise.all(background.map((each) => each.stop()));
      await connection.close();
    },
  };
}

/** Starts an agency's subgraph; the process's exit follows from it. */
export const startAgency = (definition: AgencyDefinition, defaultPort: number): Promise<void> =>
  runProcess(`${definition.agency.toLowerCase()} subgraph`, (ending) =>
    start(definition, defaultPort, ending),
  );
