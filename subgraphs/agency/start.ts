import { hostname } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { monitorMongoDBDriver } from '@christiangalsterer/mongodb-driver-prometheus-exporter';
import type { FastifyInstance } from 'fastify';
import type { Connection } from 'mongoose';
import type { Registry } from 'prom-client';
import { agreementKeyOf, publicHalfOf } from '../../identity/agreed-key.ts';
import { askedByGateway, authenticateFetch } from '../../identity/authenticate-fetch.ts';
import { derivedKey } from '../../identity/derived-key.ts';
import { createGrantVerifier } from '../../identity/fetch-grant.ts';
import { createFetchVerifier } from '../../identity/fetch-token.ts';
import { gatewayKeysIn } from '../../identity/gateway-key-settings.ts';
import { knownOfficers } from '../../identity/known-officers.ts';
import { listen } from '../../server/create-http-server.ts';
import { createRegistry } from '../../server/create-registry.ts';
import { createLog, type Logger, loggableError } from '../../server/log.ts';
import { type Running, runProcess } from '../../server/run-process.ts';
import { metricsPortOf, serveMetrics } from '../../server/serve-metrics.ts';
import { drainOf, type Mode, processSettings, readSettings } from '../../server/settings.ts';
import { standstillIn } from '../../server/standstill/standstill-settings.ts';
import { Standstills } from '../../server/standstill/standstills.ts';
import { watchLoop } from '../../server/standstill/watch-loop.ts';
import { ClockWatch } from '../../server/time/clock-watch.ts';
import type { Background } from '../../server/time/in-background.ts';
import { startTracing } from '../../server/tracing/start-tracing.ts';
import type { Agency } from '../../terms/agencies.ts';
import { channelIn } from './channel/channel-settings.ts';
import { type MadeBy, openBySettings } from './open-by-settings.ts';
import type { OpenedAgency } from './opened-agency.ts';
import type { AgencyDefinition } from './permissions/agency-definition.ts';
import { createAgencyServer } from './server.ts';
import { databaseAnswers } from './storage/database/database.ts';
import { subgraphSettings, subgraphVariables } from './subgraph-settings.ts';

/** Tells the key that is agreed on with gateways from others that are derived from the channel's. */
const grantKeyUse = 'concord-grant';

/** The same for the key that names operations for which the process stood still. */
const standstillKeyUse = 'concord-standstill';

/** Waits until a database no more answers, as when a whole stack is killed, or nobody needs to know. */
async function databaseGone(connection: Connection, ending: AbortSignal): Promise<void> {
  while (!ending.aborted && (await databaseAnswers(connection)))
    await sleep(500, undefined, { signal: ending }).catch(() => undefined);
}

/**
 * Ends an agency's jobs, and closes its database. What a job has asked of a database that is gone would hold up the end for half a minute:
 * closing its connection ends that.
 */
async function closeWith(agency: OpenedAgency, jobs: readonly Background[]): Promise<void> {
  agency.suspended.stop();
  const done = new AbortController();
  const jobsDone = Promise.all(jobs.map((each) => each.stop())).finally(() => done.abort());
  await Promise.race([jobsDone, databaseGone(agency.answering, done.signal)]);
  await agency.close();
  await jobsDone.catch(() => undefined);
}

const settingsOf = (
  agency: Agency,
  mode: Mode,
  defaultPort: number,
  ofOfficers: ReturnType<typeof knownOfficers>['shape'],
) =>
  readSettings({ ...subgraphSettings(agency, mode, defaultPort), ...ofOfficers }, process.env) as Record<
    string,
    unknown
  >;

/** The operations for which the process stood still before it was started again. */
function standstillsBefore(
  { notes }: ReturnType<typeof standstillIn>,
  key: ReturnType<typeof derivedKey>,
  log: Logger,
): Standstills {
  const standstills = new Standstills(notes, key);
  if (standstills.size > 0) log.warn({ operations: standstills.size }, 'ended itself lately');
  return standstills;
}

/** Serves an agency, and its metrics, where its settings say. */
async function listenBy(
  settings: Record<string, unknown>,
  variables: ReturnType<typeof subgraphVariables>,
  app: FastifyInstance,
  registry: Registry,
) {
  const listening = await listen(app, {
    host: settings.HOST as string,
    port: settings[variables.port] as number,
    variable: variables.port,
  });
  const metrics = await serveMetrics(
    registry,
    {
      host: settings.METRICS_HOST as string,
      port: metricsPortOf(
        settings[variables.port] as number,
        settings[variables.metricsPort] as number | undefined,
      ),
      variable: variables.metricsPort,
    },
    app.health,
  );
  return { listening, metrics };
}

/** Reads the settings, opens the agency, serves it and starts its jobs. */
async function start(
  definition: AgencyDefinition,
  defaultPort: number,
  ending: AbortSignal,
  made: MadeBy,
): Promise<Running> {
  const { agency } = definition;
  const variables = subgraphVariables(agency);
  const common = readSettings(processSettings, process.env);
  const mode = common.CONCORD_MODE;
  const officers = knownOfficers(agency, mode, process.env);
  const settings = settingsOf(agency, mode, defaultPort, officers.shape);
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
  const gatewayKeys = gatewayKeysIn(settings, { allowDevelopmentKeys });
  const observe = (at: number) => clocks.observe('the gateway', at);
  const verifyFetch = createFetchVerifier(gatewayKeys, agency, Date.now, observe);

  const channelGiven = channelIn(settings, agency, mode);
  // The same in each of the agency's subgraphs, and after each start.
  const grantKey = agreementKeyOf(derivedKey(channelGiven.key, grantKeyUse));

  const stored = await openBySettings(
    definition,
    { settings, mode, log, registry, channelKey: channelGiven.key, subjectOf },
    made,
  );
  const { answering, suspended, stores } = stored;
  monitorMongoDBDriver(answering.getClient(), registry);
  await suspended.start();
  const { receiver, start: startSending } = stored.createChannel(channelGiven, {
    registry,
    log,
    onError: (error) => log.error({ error: loggableError(error, mode) }, 'channel'),
  });

  const standstill = standstillIn(common, service, settings[variables.port] as number);
  const standstills = standstillsBefore(standstill, derivedKey(channelGiven.key, standstillKeyUse), log);
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
    authenticate: authenticateFetch(
      verifyFetch,
      verify,
      createGrantVerifier(gatewayKeys, agency, grantKey, Date.now, observe),
    ),
    grantKey: publicHalfOf(grantKey),
    standstills,
    suspensions: { suspended, asked: askedByGateway(verifyFetch) },
    receiver,
    notReady,
    warnings: () => [...keys.warnings(), ...clocks.warnings()],
    ending,
  });
  const { listening, metrics } = await listenBy({ ...settings, HOST: common.HOST }, variables, app, registry);
  log.info({ port: listening, metricsPort: metrics.port }, 'listening');
  keys.start();
  const stopWatch = watchLoop(standstill);
  const jobs = [startSending(`${hostname()}:${listening}`), ...stored.startJobs({ log, mode })];
  return {
    drain: drainOf(common),
    async stop() {
      keys.stop();
      await app.close();
      await metrics.close();
      await closeWith(stored, jobs);
      await tracing.stop();
      await stopWatch();
    },
  };
}

/**
 * Starts an agency's subgraph; the process's exit follows from it.
 * @param made by others than usual: its end of the channel, and what compares its identifiers
 */
export const startAgency = (
  definition: AgencyDefinition,
  defaultPort: number,
  made: MadeBy = {},
): Promise<void> =>
  runProcess(`${definition.agency.toLowerCase()} subgraph`, (ending) =>
    start(definition, defaultPort, ending, made),
  );
