import { createRegistry } from '../../../../../server/create-registry.ts';
import { createLog } from '../../../../../server/log.ts';
import { createAgencyServer } from '../../../../../subgraphs/agency/server.ts';
import type { Stores } from '../../../../../subgraphs/agency/storage/stores/stores.ts';
import { belarus } from '../../../../../subgraphs/belarus/definition.ts';
import { investigator } from '../../../../support/belarus-subgraph.ts';

const server = (byGrant?: true) =>
  createAgencyServer({
    definition: belarus,
    mode: 'production',
    log: createLog('test', 'silent'),
    registry: createRegistry(),
    // Nothing that is asked here comes to a record.
    stores: {} as Stores,
    authenticate: async () => ({ ...investigator, ...(byGrant && { byGrant }) }),
    grantKey: 'the-half-of-belarus',
    notReady: async () => [],
  });
const granted = await server(true);
const signed = await server();
afterAll(() => Promise.all([granted.close(), signed.close()]));

const query = 'query { __typename }';
/** One action, which the officer has no role for: what is let through comes no further than to that. */
const mutation =
  'mutation { belarus { dismissMessage(input: { from: RUSSIA, message: "1", reason: "-" }) { __typename } } }';

async function ask(
  app: typeof granted,
  text: string,
  identity = 'a.fetch.token',
  operationName: string | undefined = undefined,
) {
  const { statusCode, body, headers } = await app.inject({
    method: 'POST',
    url: '/graphql',
    headers: { 'content-type': 'application/json', 'concord-identity': identity },
    payload: { query: text, operationName },
  });
  const { errors } = JSON.parse(body) as { errors?: { extensions: { code: string } }[] };
  return { status: statusCode, code: errors?.[0]?.extensions.code, told: headers['concord-grant-key'] };
}

describe('what the gateway has granted and not signed', () => {
  test('may be read', async () => {
    expect(await ask(granted, query)).toMatchObject({ status: 200, code: undefined });
  });

  test('changes nothing, however often it is asked', async () => {
    for (const _time of [1, 2, 3])
      expect(await ask(granted, mutation)).toMatchObject({ status: 401, code: 'IDENTITY_REFUSED' });
  });

  test('does when it is signed', async () => {
    expect(await ask(signed, mutation)).toMatchObject({ status: 200, code: 'FORBIDDEN' });
  });
});

test('an operation that its request does not name is not run, however often it is asked', async () => {
  for (const _time of [1, 2, 3])
    expect(
      await ask(signed, `${mutation.replace('mutation', 'mutation A')}`, 'a.fetch.token', 'B'),
    ).toMatchObject({
      status: 400,
      code: 'OPERATION_RESOLUTION_FAILURE',
    });
});

describe('an agency’s half of the key', () => {
  test('is told to who comes with a fetch token, and not to who comes under a grant', async () => {
    expect((await ask(signed, query)).told).toBe('the-half-of-belarus');
    expect((await ask(signed, query, 'a~granted~fetch')).told).toBeUndefined();
  });
});
