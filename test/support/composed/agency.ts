import { generateKeyPairSync } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { Registry } from 'prom-client';
import { publicHalfOf } from '../../../identity/agreed-key.ts';
import { authenticateFetch } from '../../../identity/authenticate-fetch.ts';
import type { CallerVerifier } from '../../../identity/caller-token.ts';
import type { VerificationKeys } from '../../../identity/ed25519-keys.ts';
import { createGrantVerifier } from '../../../identity/fetch-grant.ts';
import { createFetchVerifier } from '../../../identity/fetch-token.ts';
import { listen } from '../../../server/create-http-server.ts';
import type { Logger } from '../../../server/log.ts';
import { openAgency } from '../../../subgraphs/agency/agency.ts';
import type { AgencyDefinition } from '../../../subgraphs/agency/permissions/agency-definition.ts';
import { createAgencyServer } from '../../../subgraphs/agency/server.ts';
import { insertLists } from '../../../subgraphs/agency/storage/lists/update-lists.ts';
import type { Stores } from '../../../subgraphs/agency/storage/stores/stores.ts';
import { lentDatabase } from '../database.ts';
import { insertStored } from '../insert-stored.ts';
import type { MarkedRecords } from '../marked/records.ts';
import { findable, testKeys, testNaming } from '../match-keys.ts';
import { plentiful } from '../plentiful.ts';

/** An agency's records in a database of their own. */
export async function markedDatabase(definition: AgencyDefinition, records: MarkedRecords) {
  const database = lentDatabase(definition.agency);
  const { models, stores, close } = await openAgency(
    definition,
    { uri: database.uri },
    {
      matchKeys: testKeys,
      naming: testNaming,
      limits: plentiful,
      // One for every world, so that the same page has the same cursors in all.
      cursorKey: Buffer.alloc(32, 'cursors'),
    },
  );
  await insertStored(models.groups, records.groups);
  await insertStored(models.dossiers, records.dossiers.map(findable));
  await insertLists(models, testNaming, records.dossiers);
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
    registry,
    mayGoShort,
  }: {
    gatewayKeys: VerificationKeys;
    verifyCaller: CallerVerifier;
    log: Logger;
    registry: Registry;
    mayGoShort: (request: FastifyRequest) => boolean;
  },
) {
  const { privateKey: grantKey } = generateKeyPairSync('x25519');
  const app = await createAgencyServer({
    definition,
    mode: 'production',
    log,
    registry,
    stores,
    authenticate: authenticateFetch(
      createFetchVerifier(gatewayKeys, definition.agency),
      verifyCaller,
      createGrantVerifier(gatewayKeys, definition.agency, grantKey),
    ),
    grantKey: publicHalfOf(grantKey),
    // These tests are about what is answered, on a machine that may be busy.
    answerWithin: 60_000,
    notReady: async () => [],
    mayGoShort,
  });
  const port = await listen(app, { host: '127.0.0.1', port: 0, variable: 'PORT' });
  return { url: new URL(`http://127.0.0.1:${port}/graphql`), stop: () => app.close() };
}
