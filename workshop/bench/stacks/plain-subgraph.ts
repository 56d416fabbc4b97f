/**
 * An agency's subgraph for benchmarks only, as a team builds it from the libraries' tutorials: Apollo's own server over the same schema,
 * DataLoader, documents of mongoose with all that it gives them, graphql-shield with the same rules (with `BENCH_SHIELD`), and the
 * record of reads written by an insert for each read. It has no token check and no budgets, and refuses to run in production.
 */
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { createConnection } from 'mongoose';
import { type Running, runProcess } from '../../../server/run-process.ts';
import { SettingsError } from '../../../server/settings.ts';
import { openAgency } from '../../../subgraphs/agency/agency.ts';
import { agencySchema } from '../../../subgraphs/agency/api/agency-schema.ts';
import {
  type RequestContext,
  requestContexts,
} from '../../../subgraphs/agency/api/context/request-context.ts';
import { agencyModels } from '../../../subgraphs/agency/storage/database/agency-models.ts';
import type { Stores } from '../../../subgraphs/agency/storage/stores/stores.ts';
import { belarus } from '../../../subgraphs/belarus/definition.ts';
import { russia } from '../../../subgraphs/russia/definition.ts';
import { demoAgencyOf } from '../../demo-data/agencies/demo-agencies.ts';
import { demoNaming } from '../../demo-data/naming/demo-naming.ts';
import { benchKeys } from './bench-keys.ts';
import { keptRecords } from './bench-records.ts';
import { memoryStores } from './memory-stores.ts';
import { openViewer } from './open-viewer.ts';
import { plainShield } from './plain-shield.ts';

/** The stores, with documents instead of plain objects, as `find` gives them without `lean`. */
const hydrated = ({ dossiers, ...stores }: Stores, models: ReturnType<typeof agencyModels>): Stores => ({
  ...stores,
  dossiers: {
    ...dossiers,
    byIds: async (...asked) =>
      (await dossiers.byIds(...asked)).map((dossier) => models.dossiers.hydrate(dossier) as typeof dossier),
  },
});

async function start(): Promise<Running> {
  if (process.env.CONCORD_MODE !== 'development')
    throw new SettingsError('CONCORD_MODE: a benchmark does not run in production');
  const definition = process.env.BENCH_AGENCY === 'BELARUS' ? belarus : russia;
  const agency = demoAgencyOf(definition.agency);
  const uri = process.env[`${agency}_MONGODB_URI`];
  const opened = uri
    ? await openAgency(definition, { uri }, { matchKeys: benchKeys(), naming: demoNaming })
    : undefined;
  const models = opened?.models ?? agencyModels(createConnection());
  const inMemory = memoryStores(opened ? { dossiers: [] } : keptRecords()[agency]);
  const stores: Stores = opened
    ? {
        ...opened.stores,
        budgets: inMemory.budgets,
        reads: {
          ...opened.stores.reads,
          insert: async (part) => void (await models.reads.create(part)),
        },
      }
    : inMemory;
  const contextOf = requestContexts(definition, hydrated(stores, models));
  const schema = agencySchema(definition);
  const server = new ApolloServer<RequestContext>({
    schema: process.env.BENCH_SHIELD === 'on' ? plainShield(schema) : schema,
    stopOnTerminationSignals: false,
    plugins: [
      {
        requestDidStart: async () => ({
          willSendResponse: ({ contextValue: { reads } }) => reads.record({ answered: [], withheld: [] }),
        }),
      },
    ],
  });
  await startStandaloneServer(server, {
    listen: { port: Number(process.env.BENCH_PORT), host: 'localhost' },
    context: async () => contextOf(openViewer(), 'bench'),
  });
  return {
    async stop() {
      await server.stop();
      await opened?.close();
    },
  };
}

await runProcess('plain subgraph', start);
