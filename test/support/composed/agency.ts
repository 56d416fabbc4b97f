import type { CallerVerifier } from '../../../identity/caller-token.ts';
import type { VerificationKeys } from '../../../identity/ed25519-keys.ts';
import { fromGateway } from '../../../identity/from-gateway.ts';
import { createIdentityVerifier } from '../../../identity/identity-token.ts';
import { listen } from '../../../server/create-http-server.ts';
import { createRegistry } from '../../../server/create-registry.ts';
import type { Logger } from '../../../server/log.ts';
import { openAgency } from '../../../subgraphs/agency/agency.ts';
import type { AgencyDefinition } from '../../../subgraphs/agency/permissions/agency-definition.ts';
import { createAgencyServer } from '../../../subgraphs/agency/server.ts';
import type { Stores } from '../../../subgraphs/agency/storage/stores/stores.ts';
import { insertWaiting } from '../../../subgraphs/agency/storage/waiting/update-waiting.ts';
import { freshDatabase } from '../database.ts';
import { insertStored } from '../insert-stored.ts';
import type { MarkedRecords } from '../marked/records.ts';
import { findable, testKeys } from '../match-keys.ts';
import { plentiful } from '../plentiful.ts';

/** An agency's records in a database of their own. */
export async function markedDatabase(definition: AgencyDefinition, records: MarkedRecords) {
  const database = freshDatabase();
  const { models, stores, close } = await openAgency(
    definition,
    { uri: database.uri },
    {
      matchKeys: testKeys,
      limits: plentiful,
      // One for every world, so that the same page has the same cursors in all.
      cursorKey: Buffer.alloc(32, 'cursors'),
    },
  );
  await insertStored(models.groups, records.groups);
  await insertStored(models.dossiers, records.dossiers.map(findable));
  await insertWaiting(models.waiting, records.dossiers);
  await insertStored(models.reads, records.reads);
  await insertStored(models.history, records.history);
  return {
    models,
    stores,
    async stop() {
      await close();
      await database.drop();
    },
  };
}

/** An agency's subgraph as it runs, on a port that the system chose. */
export async function servedAgency(
  definition: AgencyDefinition,
  stores: Stores,
  {
    gatewayKeys,
    verifyCaller,
    log,
  }: { gatewayKeys: VerificationKeys; verifyCaller: CallerVerifier; log: Logger },
) {
  const app = await createAgencyServer({
    definition,
    mode: 'production',
    log,
    registry: createRegistry(),
    stores,
    authenticate: fromGateway(createIdentityVerifier(gatewayKeys, definition.agency), verifyCaller),
    notReady: async () => [],
  });
  const port = await listen(app, { host: '127.0.0.1', port: 0, variable: 'PORT' });
  return { url: new URL(`http://127.0.0.1:${port}/graphql`), stop: () => app.close() };
}
