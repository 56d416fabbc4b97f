import { createHash } from 'node:crypto';
import { ApolloClient, ApolloLink, gql } from '@apollo/client';
import { PersistedQueryLink } from '@apollo/client/link/persisted-queries';
import { concordApollo } from '../../../sdk/src/clients/apollo.ts';
import { gatewayAnswering, type StandInGateway } from '../support/gateway.ts';

let gateway: StandInGateway | undefined;
afterEach(() => gateway?.stop());

const mandate = { purpose: 'DETECTION', legalBasis: 'COOPERATION_AGREEMENT' } as const;
const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');
const text = 'query Known {\n  suspect(id: "x") {\n    id\n    __typename\n  }\n}';

test('Apollo’s link for persisted queries sends hashes through ours, by POST', async () => {
  gateway = await gatewayAnswering({ data: { suspect: { id: 'S-x', __typename: 'Suspect' } } });
  const concord = concordApollo({ endpoint: String(gateway.url), token: 'token-1', mandate });
  const persisted = new PersistedQueryLink({ sha256: hashOf });
  const apollo = new ApolloClient({ ...concord, link: ApolloLink.from([persisted, concord.link]) });
  await apollo.query({ query: gql`query Known { suspect(id: "x") { id } }` });
  const persistedQuery = { version: 1, sha256Hash: hashOf(text) };
  expect(gateway.reached.map(({ body }) => body)).toEqual([
    {
      operationName: 'Known',
      variables: {},
      extensions: expect.objectContaining({ persistedQuery }),
    },
  ]);
  expect(gateway.reached[0]?.headers).toMatchObject({ authorization: 'Bearer token-1' });
});

test('an action of Apollo Client has a key of its own, or the one that its context gives', async () => {
  gateway = await gatewayAnswering({ data: { done: true } });
  const apollo = new ApolloClient(
    concordApollo({ endpoint: String(gateway.url), token: 'token-1', mandate }),
  );
  const mutation = gql`mutation Do { done }`;
  await apollo.mutate({ mutation });
  await apollo.mutate({ mutation, context: { headers: { 'idempotency-key': 'key-00000001' } } });
  const keys = gateway.reached.map(({ headers }) => headers['idempotency-key']);
  expect(keys).toEqual([expect.stringMatching(/^[\w-]{8,}$/), 'key-00000001']);
});
