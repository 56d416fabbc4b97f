import { ApolloClient, gql, InMemoryCache } from '@apollo/client';
import { Client, fetchExchange } from '@urql/core';
import { cacheExchange } from '@urql/exchange-graphcache';
import { concordApollo } from '../../../sdk/src/clients/apollo.ts';
import { concordUrql, keys, possibleTypes } from '../../../sdk/src/clients/urql.ts';
import { documentOf } from '../support/documents.ts';
import { gatewayAnswering, type StandInGateway } from '../support/gateway.ts';

const mandate = { purpose: 'DETECTION', legalBasis: 'COOPERATION_AGREEMENT' } as const;
const token = 'token-1';
const receipt = {
  coordinate: 'RussiaDossier.contacts',
  class: 'CONTACT',
  owner: 'RUSSIA',
  reason: 'NOT_RELEASED',
  records: ['RU-1'],
  remedy: 'Ask.',
};
const withheld = expect.objectContaining({ state: 'withheld', reason: 'NOT_RELEASED' });

/** An answer with contacts, or null for none. */
const answerWith = (contacts: object[] | null, redactions: object[] = []) => {
  const russia = { __typename: 'RussiaDossier', id: 'RU-1', contacts };
  return {
    data: { suspect: { __typename: 'Suspect', id: 'S-RU-1', russia } },
    ...(redactions.length > 0 && { extensions: { redactions } }),
  };
};
const value = [{ __typename: 'RussiaContact', value: '+70004170823' }];

let first: Awaited<ReturnType<typeof documentOf<'query'>>>;
const later = gql`query Later { suspect(id: "RU-1") { id russia { id contacts { value } } } }`;
beforeAll(async () => {
  first = await documentOf(
    'query First { suspect(id: "RU-1") { id russia { contacts { value } } } }',
    'query',
  );
});

let gateway: StandInGateway;
afterEach(() => gateway.stop());

/** A client that can ask, and tell what its cache has for the first question. */
interface Tried {
  ask(document: object): Promise<unknown>;
  /** The contacts of the dossier, and all gaps. */
  told(): Promise<{ contacts: unknown; gaps: number; gapOf: unknown }>;
}

type Told = { data: { suspect: { russia: { value: { contacts: unknown } } } }; gaps: readonly unknown[] };
const read = (told: unknown, gapOf: unknown) => {
  const { data, gaps } = told as Told;
  return { contacts: data.suspect.russia.value.contacts, gaps: gaps.length, gapOf };
};

function apollo(): Tried {
  const concord = concordApollo({ endpoint: String(gateway.url), token, mandate });
  const client = new ApolloClient(concord);
  return {
    ask: (query) => client.query({ query: query as never, fetchPolicy: 'network-only' }),
    async told() {
      const { data } = await client.query({ query: first, variables: {}, fetchPolicy: 'cache-only' });
      return read(concord.tell(first, data as never), concord.gapOf('RussiaDossier.contacts', 'RU-1'));
    },
  };
}

function urql(): Tried {
  const concord = concordUrql({ token, mandate });
  const exchanges = [cacheExchange({ keys, possibleTypes }), concord.exchange, fetchExchange];
  const client = new Client({ url: String(gateway.url), exchanges });
  const ask = (query: object, requestPolicy: 'network-only' | 'cache-only') =>
    client.query(query as never, {}, { requestPolicy }).toPromise();
  return {
    ask: (query) => ask(query, 'network-only'),
    async told() {
      const { data } = await ask(first, 'cache-only');
      return read(concord.tell(first, data as never), concord.gapOf('RussiaDossier.contacts', 'RU-1'));
    },
  };
}

describe.each([
  ['Apollo Client', apollo],
  ['urql with graphcache', urql],
])('a receipt of %s', (_name, clientOf) => {
  /** What is told of the first question once these answers have come: one to it, the others to another question. */
  async function toldAfter(...answers: object[]) {
    gateway = await gatewayAnswering(...answers);
    const client = clientOf();
    await client.ask(first);
    for (const _answer of answers.slice(1)) await client.ask(later);
    return client.told();
  }
  const before = answerWith(null, [receipt]);

  test('is shown for what another question finds withheld still', async () => {
    expect(await toldAfter(before)).toEqual({ contacts: withheld, gaps: 1, gapOf: withheld });
    expect(await toldAfter(before, before)).toEqual({ contacts: withheld, gaps: 1, gapOf: withheld });
  });

  test('is found under the name of the interface too, for its own dossier alone', async () => {
    gateway = await gatewayAnswering(before);
    const concord = concordUrql({ token, mandate });
    const client = new Client({ url: String(gateway.url), exchanges: [concord.exchange, fetchExchange] });
    await client.query(later, {}).toPromise();
    expect(concord.gapOf('Dossier.contacts', 'RU-1')).toEqual(withheld);
    expect(concord.gapOf('Dossier.contacts', 'RU-2')).toEqual({ state: 'absent' });
    expect(concord.gapOf('Dossier.names', 'RU-1')).toEqual({ state: 'absent' });
  });

  test('is no more shown once another question was told the value', async () => {
    const present = { state: 'present', value: [expect.objectContaining({ value: '+70004170823' })] };
    expect(await toldAfter(before, answerWith(value))).toEqual({
      contacts: present,
      gaps: 0,
      gapOf: { state: 'absent' },
    });
  });

  test('is no more shown once another question was told that there is none, and is when it is withheld again', async () => {
    const absent = { state: 'absent' };
    expect(await toldAfter(before, answerWith(null))).toEqual({ contacts: absent, gaps: 1, gapOf: absent });
    expect(await toldAfter(before, answerWith(value), before)).toMatchObject({ contacts: withheld, gaps: 1 });
  });

  test('is nothing that a client under another mandate knows of', async () => {
    gateway = await gatewayAnswering(before);
    await clientOf().ask(first);
    const other = { token, mandate: { ...mandate, purpose: 'PREVENTION' as const } };
    const others = [concordApollo({ endpoint: String(gateway.url), ...other }), concordUrql(other)];
    for (const { gapOf } of others)
      expect(gapOf('RussiaDossier.contacts', 'RU-1')).toEqual({ state: 'absent' });
  });
});

test('the receipts of a saved cache of Apollo Client are read again with it, when the client is made or later', async () => {
  gateway = await gatewayAnswering(answerWith(null, [receipt]));
  const options = { endpoint: String(gateway.url), token, mandate };
  const client = new ApolloClient(concordApollo(options));
  await client.query({ query: first, variables: {} });
  const saved = JSON.stringify(client.cache.extract());

  const cache = new InMemoryCache().restore(JSON.parse(saved));
  expect(concordApollo({ ...options, cache }).gapOf('RussiaDossier.contacts', 'RU-1')).toEqual(withheld);
  const later = concordApollo(options);
  expect(later.gapOf('RussiaDossier.contacts', 'RU-1')).toEqual({ state: 'absent' });
  later.cache.restore(JSON.parse(saved));
  expect(later.gapOf('RussiaDossier.contacts', 'RU-1')).toEqual(withheld);
});
