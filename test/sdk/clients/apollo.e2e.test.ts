import { ApolloClient, gql, HttpLink, InMemoryCache } from '@apollo/client';
import { expectTypeOf } from 'expect-type';
import { concordApollo } from '../../../sdk/src/clients/apollo.ts';
import { ProfileDocument, type ProfileQueryTold } from '../../../sdk/src/generated/operations.ts';
import { linked } from '../../support/end-to-end/demo.ts';
import { sharedStack } from '../../support/end-to-end/shared-stack.ts';
import { officerToken } from '../../support/end-to-end/tokens.ts';
import { investigation, officerAt } from '../support/officer.ts';

const stack = sharedStack();
const endpoint = `${stack.gateway}/graphql`;
const variables = { id: linked.belarus };
const token = () => officerToken(stack, 'belarus');

const withheld = { state: 'withheld', owner: 'RUSSIA', class: 'FINANCIAL', reason: 'RELEASE_EXPIRED' };

// The first of a stack's profiles waits for its plan.
beforeAll(() => officerAt(stack, 'belarus', 'investigator').query(ProfileDocument, variables));

describe('Apollo Client at its defaults, with what this package exports,', () => {
  const concord = concordApollo({ endpoint, token, mandate: investigation });
  const apollo = new ApolloClient(concord);

  test('shows both halves, with each gap explained', async () => {
    const { data, error } = await apollo.query({ query: ProfileDocument, variables });
    if (!data) throw new Error('no data');
    const told = concord.tell(ProfileDocument, data, error);
    expectTypeOf(told.data).toEqualTypeOf<ProfileQueryTold>();
    expect(told.data.suspect).toMatchObject({
      belarus: { state: 'present', value: { names: { state: 'present' } } },
      russia: { state: 'present', value: { names: { state: 'present' }, instruments: withheld } },
    });
    expect(told.outages).toEqual([]);
    expect(data.suspect?.russia?.instruments).toBeNull();
  });

  test('explains the gaps of what comes from its cache too, whatever question it was asked for', async () => {
    const own = gql`query Own($id: ID!) { suspect(id: $id) { russia { id instruments { id } } } }`;
    const { data } = await apollo.query<{ suspect: { russia: { id: string; instruments: null } } }>({
      query: own,
      variables,
      fetchPolicy: 'cache-only',
    });
    expect(data?.suspect.russia.instruments).toBeNull();
    expect(concord.gapOf('RussiaDossier.instruments', data?.suspect.russia.id)).toMatchObject(withheld);
    expect(concord.gapOf('RussiaDossier.contacts', data?.suspect.russia.id)).toEqual({ state: 'absent' });
    expect(concord.gapOf('RussiaDossier.instruments', 'RU-0000000000000000')).toEqual({ state: 'absent' });
  });
});

test('Apollo Client alone shows fragments on both halves as if they were empty: it needs the possible types', async () => {
  const link = new HttpLink({
    uri: endpoint,
    headers: {
      authorization: `Bearer ${await token()}`,
      'concord-purpose': 'INVESTIGATION',
      'concord-legal-basis': 'COOPERATION_AGREEMENT',
      'concord-case': 'BY-2026-000001',
    },
  });
  const apollo = new ApolloClient({ link, cache: new InMemoryCache() });
  const { data } = await apollo.query({ query: ProfileDocument, variables });
  expect(data?.suspect?.russia).not.toHaveProperty('names');
});

describe('one cache belongs to one mandate:', () => {
  const national = { purpose: 'INVESTIGATION', legalBasis: 'NATIONAL_LAW', case: 'BY-2026-000001' } as const;
  const refusal = /another mandate/;

  test('each mandate’s client has a cache of its own, and shows nothing of another’s', async () => {
    const answers = [investigation, national].map(async (mandate) => {
      const apollo = new ApolloClient(concordApollo({ endpoint, token, mandate }));
      const { data } = await apollo.query({ query: ProfileDocument, variables });
      return data?.suspect?.russia?.id ?? null;
    });
    expect(await Promise.all(answers)).toEqual([linked.russia, null]);
  });

  test('a cache that was filled under another mandate is refused, also one that was saved', async () => {
    const first = concordApollo({ endpoint, token, mandate: investigation });
    await new ApolloClient(first).query({ query: ProfileDocument, variables });
    const { cache } = first;
    expect(() => concordApollo({ endpoint, token, mandate: national, cache })).toThrow(refusal);
    const saved = new InMemoryCache().restore(JSON.parse(JSON.stringify(cache.extract())));
    expect(() => concordApollo({ endpoint, token, mandate: national, cache: saved })).toThrow(refusal);
    expect(() => concordApollo({ endpoint, token, mandate: investigation, cache: saved })).not.toThrow();
  });

  test('a cache that is put back later, or has answers of no mandate that is known, is refused by the link', async () => {
    const other = concordApollo({ endpoint, token, mandate: national });
    await new ApolloClient(other).query({ query: ProfileDocument, variables });
    const apollo = new ApolloClient(concordApollo({ endpoint, token, mandate: investigation }));
    apollo.cache.restore(other.cache.extract() as never);
    const asked = { query: ProfileDocument, variables, fetchPolicy: 'network-only' } as const;
    expect((await apollo.query(asked)).error?.message).toMatch(refusal);
    const { ROOT_QUERY: _root, ...unmarked } = other.cache.extract() as Record<string, object>;
    apollo.cache.restore(unmarked as never);
    expect((await apollo.query(asked)).error?.message).toMatch(refusal);
  });

  test('a request that names another mandate is refused, and not sent', async () => {
    let sent = 0;
    const counting: typeof fetch = (...given) => {
      sent += 1;
      return fetch(...given);
    };
    const concord = concordApollo({ endpoint, token, mandate: investigation, fetch: counting });
    const apollo = new ApolloClient(concord);
    const ask = (basis: string) =>
      apollo.query({
        query: ProfileDocument,
        variables,
        context: { headers: { 'Concord-Legal-Basis': basis } },
        fetchPolicy: 'network-only',
      });
    expect((await ask('NATIONAL_LAW')).error?.message).toMatch(refusal);
    expect(sent).toBe(0);
    expect((await ask('COOPERATION_AGREEMENT')).error).toBeUndefined();
    expect(sent).toBe(1);
  });
});

describe('a token that is refused', () => {
  test('is asked for once more, and the question with it', async () => {
    const tokens = ['stale', await token()];
    const concord = concordApollo({ endpoint, token: () => tokens.shift() ?? '', mandate: investigation });
    const { data } = await new ApolloClient(concord).query({ query: ProfileDocument, variables });
    expect(data?.suspect?.belarus?.id).toBe(linked.belarus);
    expect(tokens).toEqual([]);
  });

  test('again is an error with its code', async () => {
    const concord = concordApollo({ endpoint, token: () => 'stale', mandate: investigation });
    const { error } = await new ApolloClient(concord).query({ query: ProfileDocument, variables });
    expect(error).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
  });
});
