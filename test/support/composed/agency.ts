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
import type { AgencyDefinition } from '../../../subgraphs/agency/permissions/agency-definition.ts';
import { createAgencyServer } from '../../../subgraphs/agency/server.ts';
import type { Stores } from '../../../subgraphs/agency/storage/stores/stores.ts';
import type { MarkedRecords } from '../marked/records.ts';
import { type AgencyInProcess, agencyInProcess } from '../world/agency.ts';

/** An agency with records in a database of their own. */
export const markedAgency = (
  definition: AgencyDefinition,
  records: MarkedRecords,
): Promise<AgencyInProcess> =>
  // One key of cursors for all, so that the same page has the same cursors in each.
  agencyInProcess(definition, { ...records, cursorKey: Buffer.alloc(32, 'cursors') });

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
