import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openAgency } from '../../../subgraphs/agency/agency.ts';
import { type MatchOf, matchUnder } from '../../../subgraphs/agency/matching/match-under.ts';
import { readMatchKeys } from '../../../subgraphs/agency/matching/tokens.ts';
import type { OpenedAgency } from '../../../subgraphs/agency/opened-agency.ts';
import { belarus } from '../../../subgraphs/belarus/definition.ts';
import { russia } from '../../../subgraphs/russia/definition.ts';
import { type Agency, agencyNames, subgraphOf } from '../../../terms/agencies.ts';
import { demoNaming, demoNodeKey } from '../../demo-data/naming/demo-naming.ts';
import { freePort } from '../../embedded-mongodb/free-ports.ts';
import { openDatabases } from '../../scripts/development/databases.ts';
import {
  developmentIndicatorKeys,
  developmentIssuer,
  developmentKeys,
  developmentMatchKeys,
} from '../../scripts/development/keys.ts';
import { type StartedProcess, startProcess } from '../../scripts/development/processes.ts';
import { bundleProduct } from '../stacks/bundle-product.ts';

/** Both agencies' subgraphs as production starts them, and their databases, opened beside them. */
export interface ComparingStack {
  of: Record<Agency, OpenedAgency>;
  /** Tokens under the key of the subgraphs, so that none is re-keyed meanwhile. */
  matchOf: MatchOf;
  stop(): Promise<void>;
}

const longestStart = 300_000;
const definitions = { BELARUS: belarus, RUSSIA: russia } as const;

/** The identifiers that go with a round, one less than it has slots: as many as `npm start` has. */
export const genuineSlots = 11;

function environmentOf(
  directory: string,
  uris: Record<Agency, string>,
  ports: Record<Agency, number>,
  rhythm: number,
): NodeJS.ProcessEnv {
  const keys = developmentKeys(directory);
  const indicatorKeys = developmentIndicatorKeys(directory);
  const environment: NodeJS.ProcessEnv = {
    PATH: process.env.PATH,
    NODE_ENV: 'production',
    CONCORD_MODE: 'development',
    LOG_LEVEL: 'warn',
    DRAIN_MS: '0',
    GATEWAY_JWKS: keys.gateway.keySet.href,
    MATCH_KEYS: developmentMatchKeys(directory),
  };
  for (const agency of agencyNames) {
    environment[`${agency}_ISSUER`] = developmentIssuer(agency);
    environment[`${agency}_JWKS`] = keys.issuers[agency].keySet.href;
    environment[`${agency}_ATTESTATION_JWKS`] = keys.attestors[agency].keySet.href;
    environment[`${agency}_NODE_KEY`] = demoNodeKey;
    environment[`${agency}_MONGODB_URI`] = uris[agency];
    environment[`${agency}_PORT`] = String(ports[agency]);
    environment[`${agency}_METRICS_PORT`] = '0';
    environment[`${agency}_CHANNEL_KEY`] = readFileSync(keys.channels[agency].privateKey, 'utf8');
    environment[`${agency}_CHANNEL_JWKS`] = keys.channels[agency].keySet.href;
    environment[`${agency}_CHANNEL_URL`] = `http://localhost:${ports[agency]}/channel`;
    environment[`${agency}_INDICATOR_KEYS`] = readFileSync(indicatorKeys[agency].privateKey, 'utf8');
    environment[`${agency}_INDICATOR_JWKS`] = indicatorKeys[agency].keySet.href;
    environment[`${agency}_INDICATOR_RHYTHM_MS`] = String(rhythm);
    environment[`${agency}_INDICATOR_SLOTS`] = String(genuineSlots + 1);
    // Neither is measured: what is beyond them waits for another day.
    environment[`${agency}_INDICATOR_QUOTA`] = '10000000';
    environment[`${agency}_INDICATOR_BUDGET`] = '10000000';
  }
  return environment;
}

const perAgency = async <Value>(of: (agency: Agency) => Promise<Value>): Promise<Record<Agency, Value>> =>
  Object.fromEntries(
    await Promise.all(agencyNames.map(async (agency) => [agency, await of(agency)] as const)),
  ) as Record<Agency, Value>;

/** @param rhythm milliseconds from one round to the next */
export async function comparingStack(
  directory: string,
  rhythm: number,
  report: (line: string) => void,
): Promise<ComparingStack> {
  const databases = await openDatabases(directory, process.env, report);
  const processes: StartedProcess[] = [];
  const opened: OpenedAgency[] = [];
  const stop = async () => {
    await Promise.all(processes.map((each) => each.stop()));
    await Promise.all(opened.map((each) => each.close()));
    await databases.stop();
  };
  try {
    const ports = await perAgency(freePort);
    const environment = environmentOf(directory, databases.uris, ports, rhythm);
    const matchKeys = readMatchKeys(environment.MATCH_KEYS ?? '');
    const of = await perAgency(async (agency) => {
      const each = await openAgency(
        definitions[agency],
        { uri: databases.uris[agency] },
        { matchKeys, naming: demoNaming },
      );
      opened.push(each);
      return each;
    });
    const nodeOptions = await bundleProduct();
    await perAgency(async (agency) => {
      processes.push(
        await startProcess({
          name: `${subgraphOf(agency)} subgraph`,
          entry: `subgraphs/${subgraphOf(agency)}/start.ts`,
          port: ports[agency],
          environment,
          logDirectory: join(directory, 'logs'),
          readyPath: '/health/live',
          longestStart,
          nodeOptions,
        }),
      );
    });
    return { of, matchOf: matchUnder(matchKeys, demoNaming), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
