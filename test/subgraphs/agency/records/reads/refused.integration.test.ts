import type { FastifyInstance } from 'fastify';
import { createRegistry } from '../../../../../server/create-registry.ts';
import { refusal } from '../../../../../server/errors.ts';
import { createLog } from '../../../../../server/log.ts';
import { openAgency } from '../../../../../subgraphs/agency/agency.ts';
import type { OpenedAgency } from '../../../../../subgraphs/agency/opened-agency.ts';
import { createAgencyServer } from '../../../../../subgraphs/agency/server.ts';
import type { Stores } from '../../../../../subgraphs/agency/storage/stores/stores.ts';
import { belarus } from '../../../../../subgraphs/belarus/definition.ts';
import { newRequestKey } from '../../../../../terms/request-key.ts';
import { freshDatabase } from '../../../../support/database.ts';
import { dossierOf } from '../../../../support/hand-made-dossiers.ts';
import { testKeys, testNaming } from '../../../../support/match-keys.ts';
import { halfOf } from '../dossier/releases/support.ts';

const dossier = dossierOf('BY-A000000001', { handlingCode: 'SHAREABLE' });
const secret = String(dossier.names[0]?.surname);

describe('an answer whose read cannot be put on record', () => {
  const database = freshDatabase();
  const open: OpenedAgency[] = [];
  const servers: FastifyInstance[] = [];
  const connect = async () => {
    const opened = await openAgency(
      belarus,
      { uri: database.uri },
      { matchKeys: testKeys, naming: testNaming },
    );
    open.push(opened);
    return opened;
  };
  beforeAll(async () => {
    await (await connect()).models.dossiers.create(dossier);
  });
  afterAll(async () => {
    for (const server of servers) await server.close();
    for (const opened of open) await opened.close();
    await database.drop();
  });

  /** Starts a subgraph on HTTP that knows who asks, or refuses everybody. @returns its address */
  async function served(stores: Stores, agency: 'BELARUS' | 'RUSSIA' | undefined): Promise<string> {
    const server = await createAgencyServer({
      definition: belarus,
      mode: 'production',
      log: createLog('test', 'silent'),
      registry: createRegistry(),
      stores,
      authenticate: async () => {
        if (!agency) throw refusal('IDENTITY_REFUSED', 'Not known.');
        return {
          viewer: { subject: 'officer', agency, roles: ['INVESTIGATOR'], cases: [] },
          mandate: { purpose: 'DETECTION', legalBasis: 'COOPERATION_AGREEMENT' },
          idempotencyKey: '',
          requestKey: newRequestKey(Date.now()),
        };
      },
      notReady: async () => [],
    });
    servers.push(server);
    return server.listen({ host: '127.0.0.1', port: 0 });
  }

  /** Asks a subgraph as the gateway does, an officer of Russia behind it. */
  async function ask(stores: Stores, agency: 'BELARUS' | 'RUSSIA' = 'RUSSIA') {
    const address = await served(stores, agency);
    const response = await fetch(`${address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        query: halfOf('id names { surname }'),
        variables: { of: [{ __typename: 'Suspect', id: dossier._id }] },
      }),
    });
    const text = await response.text();
    return { text, status: response.status, ...JSON.parse(text) };
  }

  test('is not even parsed for, where the body is large and nobody known has sent it', async () => {
    const { stores } = await connect();
    const send = async (address: string) => {
      const body = `{"query":"{ __typename }","variables":${'x'.repeat(20_000)}`;
      const response = await fetch(`${address}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
      });
      const { errors } = (await response.json()) as { errors: { extensions: { code: string } }[] };
      return [response.status, errors[0]?.extensions.code];
    };
    // Parsing it finds that it is no JSON.
    expect(await send(await served(stores, 'RUSSIA'))).toEqual([400, 'BAD_REQUEST']);
    expect(await send(await served(stores, undefined))).toEqual([401, 'IDENTITY_REFUSED']);
  });

  test('is given, when it can', async () => {
    const { text, status, errors } = await ask((await connect()).stores);
    expect([status, errors]).toEqual([200, undefined]);
    expect(text).toContain(secret);
  });

  test('is refused as an outage when the database of the record is gone, and has nothing of the dossier', async () => {
    const gone = await connect();
    const { reads } = gone.stores;
    await gone.close();
    const { text, data, errors, extensions } = await ask({
      ...(await connect()).stores,
      reads,
    });
    expect(errors).toEqual([
      {
        message: 'BELARUS does not answer at the moment; what it holds is missing here. Try again later.',
        extensions: { code: 'AGENCY_UNAVAILABLE', agency: 'BELARUS', requestId: expect.any(String) },
      },
    ]);
    expect([data, extensions]).toEqual([undefined, undefined]);
    expect(text).not.toMatch(new RegExp(`${secret}|${dossier._id}`));
  });

  test('is refused as a fault when the database refuses the entry, and has nothing of the dossier', async () => {
    const { models, stores } = await connect();
    // The officer has one entry then, and cannot have another.
    const { reads } = models;
    await reads.deleteMany({});
    await reads.collection.createIndex({ by: 1 }, { unique: true });
    expect((await ask(stores)).text).toContain(secret);
    const { text, data, errors } = await ask(stores);
    expect(errors).toMatchObject([{ extensions: { code: 'INTERNAL_SERVER_ERROR' } }]);
    expect(data).toBeUndefined();
    expect(text).not.toMatch(new RegExp(`${secret}|${dossier._id}|E11000|reads`));
  });

  test('is refused to the owner’s own viewers too', async () => {
    const gone = await connect();
    const { reads } = gone.stores;
    await gone.close();
    const { text, errors } = await ask({ ...(await connect()).stores, reads }, 'BELARUS');
    expect(errors).toMatchObject([{ extensions: { code: 'AGENCY_UNAVAILABLE' } }]);
    expect(text).not.toMatch(new RegExp(`${secret}|${dossier._id}`));
  });
});
