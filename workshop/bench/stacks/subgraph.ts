/**
 * An agency's subgraph for benchmarks only: over its MongoDB or over a stand-in in memory, with its token check or
 * without. Everything else is the product's. It refuses to run in production.
 */
import { type Authenticate, fromGateway } from '../../../identity/from-gateway.ts';
import { gatewayKeySettings, gatewayKeysIn } from '../../../identity/gateway-key-settings.ts';
import { createIdentityVerifier } from '../../../identity/identity-token.ts';
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
import { newRequestKey } from '../../../terms/request-key.ts';
import { type DemoAgency, demoAgencyOf } from '../../demo-data/agencies/demo-agencies.ts';
import { demoRecords } from '../../demo-data/records.ts';
import { benchKeys } from './bench-keys.ts';
import { memoryStores } from './memory-stores.ts';
import { readsAsBefore } from './reads-as-before.ts';

const open: Authenticate = async () => ({
  viewer: { subject: 'bench', agency: 'BELARUS', roles: ['INVESTIGATOR'], cases: ['BY-2026-000001'] },
  mandate: { purpose: 'INVESTIGATION', legalBasis: 'COOPERATION_AGREEMENT', case: 'BY-2026-000001' },
  idempotencyKey: '',
  requestKey: newRequestKey(Date.now()),
});

function authenticator(agency: DemoAgency): Authenticate {
  if (process.env.BENCH_TOKEN_CHECK === 'off') return open;
  const officers = knownOfficers(agency, 'development', process.env);
  const settings = readSettings({ ...officers.shape, ...gatewayKeySettings }, process.env);
  const allowDevelopmentKeys = true;
  return fromGateway(
    createIdentityVerifier(gatewayKeysIn(settings, { allowDevelopmentKeys }), agency),
    officers.in(settings, { allowDevelopmentKeys }).verify,
  );
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
  const opened = uri ? await openAgency(definition, { uri }, { matchKeys: benchKeys() }) : undefined;
  let stores: Stores = memoryStores(demoRecords({ seed: 7, dossiersPerAgency: 300 })[agency]);
  if (opened) {
    stores = { ...opened.stores };
    if (process.env.BENCH_READS === 'as before')
      stores.reads = readsAsBefore(stores.reads, opened.models.reads, agency);
  }
  const app = await createAgencyServer({
    definition,
    mode,
    log,
    registry: createRegistry(),
    stores,
    authenticate: authenticator(agency),
    notReady: async () => [],
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
