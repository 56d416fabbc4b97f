import { ApolloClient, gql } from '@apollo/client';
import { Client, cacheExchange as documentCache, fetchExchange } from '@urql/core';
import { cacheExchange } from '@urql/exchange-graphcache';
import { concordApollo } from '../../../sdk/src/clients/apollo.ts';
import { concordUrql, keys, possibleTypes } from '../../../sdk/src/clients/urql.ts';
import { documentOf } from '../support/documents.ts';
import { gatewayAnswering, type StandInGateway } from '../support/gateway.ts';

const mandate = { purpose: 'DETECTION', legalBasis: 'COOPERATION_AGREEMENT' } as const;
const token = 'token-1';
const half = { __typename: 'RussiaDossier', id: 'RU-1', handlingCode: 'ON_REQUEST' };
const outage = {
  message: 'RUSSIA does not answer.',
  path: ['suspect', 'russia'],
  extensions: { code: 'AGENCY_UNAVAILABLE', agency: 'RUSSIA', requestId: 'request-1' },
};
const answerWith = (russia: object | null, errors: object[] = []) => ({
  data: { suspect: { __typename: 'Suspect', id: 'S-RU-1', russia } },
  ...(errors.length > 0 && { errors }),
});
const down = answerWith(null, [outage]);

const first = gql`query First { suspect(id: "RU-1") { id russia { id handlingCode } } }`;
let second: Awaited<ReturnType<typeof documentOf<'query'>>>;
beforeAll(async () => {
  second = await documentOf('query Second { suspect(id: "RU-1") { id russia { id } } }', 'query');
});

let gateway: StandInGateway;
afterEach(() => gateway.stop());

interface Tried {
  ask(document: object): Promise<unknown>;
  /** The half as another component is told of it, which asks the cache first as clients do at their defaults. */
  told(): Promise<unknown>;
}
/** The half in what is told. */
const halfIn = ({ data }: { data: unknown }) => (data as { suspect: { russia: unknown } }).suspect.russia;

function apollo(): Tried {
  const concord = concordApollo({ endpoint: String(gateway.url), token, mandate });
  const client = new ApolloClient(concord);
  return {
    ask: (query) => client.query({ query: query as never, fetchPolicy: 'network-only' }),
    async told() {
      const { data, error } = await client.query({ query: second, variables: {} });
      return halfIn(concord.tell(second, data as never, error));
    },
  };
}

const urqlWith = (cache: () => ReturnType<typeof cacheExchange>) => (): Tried => {
  const concord = concordUrql({ token, mandate });
  const exchanges = [cache(), concord.exchange, fetchExchange];
  const client = new Client({ url: String(gateway.url), exchanges });
  return {
    ask: (query) => client.query(query as never, {}, { requestPolicy: 'network-only' }).toPromise(),
    async told() {
      const { data, error } = await client.query(second, {}).toPromise();
      return halfIn(concord.tell(second, data as never, error));
    },
  };
};

const unavailable = expect.objectContaining({ state: 'unavailable', agency: 'RUSSIA' });

describe.each([
  ['Apollo Client', apollo],
  ['urql with graphcache', urqlWith(() => cacheExchange({ keys, possibleTypes }))],
  ['urql with its own cache', urqlWith(() => documentCache)],
])('the half of an agency that was down, in %s,', (_name, clientOf) => {
  test('is unavailable to another component too, and never absent', async () => {
    gateway = await gatewayAnswering(down);
    const client = clientOf();
    await client.ask(first);
    expect(await client.told()).toEqual(unavailable);
    expect(await client.told()).toEqual(unavailable);
  });

  test('is there once any question has brought it', async () => {
    gateway = await gatewayAnswering(down, answerWith(half));
    const client = clientOf();
    await client.ask(first);
    await client.ask(first);
    expect(await client.told()).toMatchObject({ state: 'present', value: { id: 'RU-1' } });
  });

  test('is absent once an answer says that there is none', async () => {
    gateway = await gatewayAnswering(down, answerWith(null));
    const client = clientOf();
    await client.ask(second);
    await client.ask(first);
    await client.ask(second);
    expect(await client.told()).toEqual({ state: 'absent' });
  });
});

test('a saved cache of Apollo Client says of a half that its agency was down', async () => {
  gateway = await gatewayAnswering(down);
  const options = { endpoint: String(gateway.url), token, mandate };
  const client = new ApolloClient(concordApollo(options));
  await client.query({ query: first });
  const saved = JSON.stringify(client.cache.extract());
  const again = concordApollo(options);
  again.cache.restore(JSON.parse(saved));
  expect(again.gapOf('Suspect.russia')).toEqual(unavailable);
});
