/**
 * `npm start`: two databases, of each agency its subgraph and its attestor, and the gateway, each a process of its own, with demo data when a database
 * is empty. Stops them in the order in which they depend on each other.
 */
import { join } from 'node:path';
import { z } from 'zod';
import { type Running, runProcess } from '../../server/run-process.ts';
import { port, processSettings, readSettings, SettingsError, withDefaults } from '../../server/settings.ts';
import { type Agency, agencies, agencyNames, subgraphOf } from '../../terms/agencies.ts';
import { demoAgencies } from '../demo-data/agencies/demo-agencies.ts';
import { freePorts } from '../embedded-mongodb/free-ports.ts';
import { lockDataDirectory } from '../embedded-mongodb/lock.ts';
import { dataDirectoryIn } from './development/data-directory-in.ts';
import { openDatabases } from './development/databases.ts';
import { developmentEnvironment } from './development/development-environment.ts';
import { welcome } from './development/first-query.ts';
import { developmentKeys } from './development/keys.ts';
import { matchKeysOfStack } from './development/match-key-set-of-stack.ts';
import { nodeNamingOfStack } from './development/node-key-of-stack.ts';
import { ownSettings } from './development/own-settings.ts';
import { playgroundEnvironment } from './development/playground.ts';
import { checkPorts } from './development/ports.ts';
import { type ProcessOptions, type StartedProcess, startProcess } from './development/processes.ts';
import { restartTimings, SupervisedProcess } from './development/supervised-process.ts';
import { buildPlaygroundIfStale } from './playground/build-if-stale.ts';

/** As long as a subgraph waits for its database. */
const recoversWithin = 30_000;

const report = (line: string) => process.stdout.write(`${line}\n`);

async function seedWhatIsEmpty(uris: Record<Agency, string>): Promise<void> {
  // Not before: most of what these load, a start that a setting ends has no use for.
  const { isEmpty, writeDemoRecords } = await import('../demo-data/write.ts');
  const areEmpty = await Promise.all(
    demoAgencies.map((agency) =>
      isEmpty(agency, uris[agency], nodeNamingOfStack(agency, process.env), {
        recoversWithin,
        onWait: () => report(`${subgraphOf(agency)} database: it has no primary, waiting for one`),
      }),
    ),
  );
  const empty = demoAgencies.filter((_, index) => areEmpty[index]);
  if (empty.length === 0) return;
  const { demoRecords } = await import('../demo-data/records.ts');
  const records = demoRecords({ seed: 7, dossiersPerAgency: 300 });
  const { matchUnder } = await import('../../subgraphs/agency/matching/match-under.ts');
  const matchKeys = matchKeysOfStack(process.env);
  for (const agency of empty) {
    const written = await writeDemoRecords(
      agency,
      uris[agency],
      records[agency],
      matchUnder(matchKeys, nodeNamingOfStack(agency, process.env)),
    );
    report(`${subgraphOf(agency)} database: it was empty, ${written} demo dossiers written`);
  }
}

/** The ports of a stack. Of its attestors, which only the gateway asks, any that is free will do. */
async function portsOf(environment: NodeJS.ProcessEnv) {
  const free = await freePorts(agencyNames.length);
  const shape = Object.fromEntries(
    agencyNames.flatMap((agency, index) => [
      [`${agency}_PORT`, port(agencies[agency].port)],
      [`${agency}_ATTESTOR_PORT`, port(free[index] ?? 0)],
    ]),
  ) as Record<`${Agency}_PORT` | `${Agency}_ATTESTOR_PORT`, ReturnType<typeof port>>;
  return readSettings({ GATEWAY_PORT: port(4000), ...shape }, environment);
}

async function start(): Promise<Running> {
  const {
    CONCORD_MODE: mode,
    CONCORD_RESTART: restart,
    DRAIN_MS: drain = 0,
  } = readSettings(
    {
      CONCORD_MODE: processSettings.CONCORD_MODE.unwrap().default('development'),
      CONCORD_RESTART: z.enum(['on', 'off'], 'must be on or off').default('on'),
      DRAIN_MS: processSettings.DRAIN_MS,
    },
    process.env,
  );
  const ports = await portsOf(process.env);
  const portsNamed = (ending: '_PORT' | '_ATTESTOR_PORT') =>
    Object.fromEntries(agencyNames.map((agency) => [agency, ports[`${agency}${ending}`]])) as Record<
      Agency,
      number
    >;
  const agencyPorts = portsNamed('_PORT');
  const attestorPorts = portsNamed('_ATTESTOR_PORT');
  if (mode === 'production') {
    throw new SettingsError(
      'CONCORD_MODE: npm start is for development; production runs each process by itself, see compose.yaml',
    );
  }
  const dataDirectory = dataDirectoryIn(process.env);

  // What was started, to be ended in the opposite order: gateway, subgraphs, databases, lock.
  const ends: (() => Promise<unknown>)[] = [];
  const stop = async () => {
    for (const end of ends.reverse()) await end();
  };
  try {
    ends.push(await lockDataDirectory(dataDirectory, report));
    // Not before: a stack that was killed lets go of its ports and its directory in the same moments.
    await checkPorts(ports);
    await buildPlaygroundIfStale(report);
    const databases = await openDatabases(dataDirectory, process.env, report);
    ends.push(databases.stop);
    await seedWhatIsEmpty(databases.uris);

    const environment = developmentEnvironment(dataDirectory, databases.uris, agencyPorts, attestorPorts);
    const logDirectory = join(dataDirectory, 'logs');
    const supervised = (options: ProcessOptions, process: StartedProcess) =>
      new SupervisedProcess(process, {
        start: () => startProcess(options),
        report,
        log: join(logDirectory, `${options.name}.log`),
        timings: restart === 'on' ? restartTimings : undefined,
      });
    const optionsOf = agencyNames.flatMap((agency): ProcessOptions[] => {
      const name = subgraphOf(agency);
      const port = attestorPorts[agency];
      const given = { ...environment, [`${agency}_ATTESTOR_PORT`]: String(port) };
      return [
        {
          name,
          entry: `subgraphs/${name}/start.ts`,
          port: agencyPorts[agency],
          environment: ownSettings(agency, given),
          logDirectory,
        },
        {
          name: `${name}-attestor`,
          entry: `subgraphs/${name}/attestor.ts`,
          port,
          environment: ownSettings(`${agency}_ATTESTOR`, given),
          logDirectory,
        },
      ];
    });
    const started = await Promise.allSettled(
      optionsOf.map(async (options) => supervised(options, await startProcess(options))),
    );
    const subgraphs = started.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
    ends.push(() => Promise.all(subgraphs.map((each) => each.stop())));
    const failed = started.find((result) => result.status === 'rejected');
    if (failed) throw failed.reason;
    const gatewayOptions = {
      name: 'gateway',
      entry: 'gateway/start.ts',
      port: ports.GATEWAY_PORT,
      environment: ownSettings(
        'GATEWAY',
        withDefaults(playgroundEnvironment(developmentKeys(dataDirectory)), environment),
      ),
      logDirectory,
    };
    const gateway = supervised(gatewayOptions, await startProcess(gatewayOptions));
    ends.push(() => gateway.stop());
    databases.lost.then(({ agency, why }) =>
      report(`${subgraphOf(agency)} database: its server has ended: ${why}`),
    );
  } catch (error) {
    await stop();
    throw error instanceof SettingsError ? error : new SettingsError((error as Error).message);
  }
  report(welcome(ports.GATEWAY_PORT, agencyPorts, process.env));
  // First the gateway drains, then the subgraphs do.
  return { stop, longestStop: 15_000 + 2 * drain };
}

await runProcess('concord', start);
