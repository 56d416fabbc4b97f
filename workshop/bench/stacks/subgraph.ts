/**
 * An agency's subgraph for benchmarks only: over its MongoDB or over a stand-in in memory, with its token check, with a check of
 * what the gateway alone has signed, or without one. Everything else is the product's. It refuses to run in production.
 */
import { generateKeyPairSync } from 'node:crypto';
import { publicHalfOf } from '../../../identity/agreed-key.ts';
import {
  type Authenticate,
  authenticateFetch,
  onGatewaysWord,
} from '../../../identity/authenticate-fetch.ts';
import { createGrantVerifier } from '../../../identity/fetch-grant.ts';
import { createFetchVerifier } from '../../../identity/fetch-token.ts';
import { gatewayKeySettings, gatewayKeysIn } from '../../../identity/gateway-key-settings.ts';
import { knownOfficers } from '../../../identity/known-officers.ts';
import { listen } from '../../../server/create-http-server.ts';
import { createRegistry } from '../../../server/create-registry.ts';
import { createLog } from '../../../server/log.ts';
import { type Running, runProcess } from '../../../server/run-process.ts';
import { processSettings, readSettings, SettingsError } from '../../../server/settings.ts';
import { startTracing } from '../../../server/tracing/start-tracing.ts';
import { openAgency } from '../../../subgraphs/agency/agency.ts';
import { createAgencyServer } from '../../../subgraphs/agency/server.ts';
import type { Stores } from '../../../subgraphs/agency/storage/stores/stores.ts';
import { belarus } from '../../../subgraphs/belarus/definition.ts';
import { russia } from '../../../subgraphs/russia/definition.ts';
import { type DemoAgency, demoAgencyOf } from '../../demo-data/agencies/demo-agencies.ts';
import { demoNaming } from '../../demo-data/naming/demo-naming.ts';
import { benchKeys } from './bench-keys.ts';
import { keptRecords } from './bench-records.ts';
import { memoryStores } from './memory-stores.ts';
import { openViewer } from './open-viewer.ts';
import { readsAsBefore } from './reads-as-before.ts';

const each = { searches: 1_000_000, persons: 1_000_000 };
/** Budgets that no load spends, counted as those of the product are. */
const limits = { OFFICER: each, CASE: each, AGENCY: each };

function authenticator(agency: DemoAgency): { authenticate: Authenticate; grantKey?: string } {
  if (process.env.BENCH_TOKEN_CHECK === 'off') return { authenticate: async () => openViewer() };
  const officers = knownOfficers(agency, 'development', process.env);
  const settings = readSettings({ ...officers.shape, ...gatewayKeySettings }, process.env);
  const allowDevelopmentKeys = true;
  const gatewayKeys = gatewayKeysIn(settings, { allowDevelopmentKeys });
  if (process.env.BENCH_TOKEN_CHECK === 'of the gateway')
    return { authenticate: onGatewaysWord(createFetchVerifier(gatewayKeys, agency)) };
  const { privateKey } = generateKeyPairSync('x25519');
  return {
    authenticate: authenticateFetch(
      createFetchVerifier(gatewayKeys, agency),
      officers.in(settings, { allowDevelopmentKeys }).verify,
      createGrantVerifier(gatewayKeys, agency, privateKey),
    ),
    grantKey: publicHalfOf(privateKey),
  };
}

async function start(): Promise<Running> {
  const common = readSettings(processSettings, process.env);
  const mode = common.CONCORD_MODE;
  if (mode === 'production') throw new SettingsError('CONCORD_MODE: a benchmark does not run in production');
  const definition = process.env.BENCH_AGENCY === 'BELARUS' ? belarus : russia;
  const agency = demoAgencyOf(definition.agency);

  const log = createLog(`bench-${agency}`, common.LOG_LEVEL);
  const tracing = await startTracing({ service: `bench-${agency}`, log });
  const uri = process.env[`${agency}_MONGODB_URI`];
  const opened = uri
    ? await openAgency(definition, { uri }, { matchKeys: benchKeys(), naming: demoNaming, limits })
    : undefined;
  const stores: Stores = opened ? { ...opened.stores } : memoryStores(keptRecords()[agency]);
  if (opened && process.env.BENCH_READS === 'as before')
    stores.reads = readsAsBefore(stores.reads, opened.models.reads, agency);
  const app = await createAgencyServer({
    definition,
    mode,
    log,
    registry: createRegistry(),
    stores,
    ...authenticator(agency),
    notReady: async () => [],
    // On a busy machine an answer takes long, and none is to be cut.
    answerWithin: 60_000,
  });
  await listen(app, { host: 'localhost', port: Number(process.env.BENCH_PORT), variable: 'BENCH_PORT' });
  return {
    async stop() {
      await app.close();
      await opened?.close();
      await tracing.stop();
    },
  };
}

await runProcess('bench subgraph', start);
