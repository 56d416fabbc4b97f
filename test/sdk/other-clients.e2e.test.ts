import { ApolloClient, HttpLink, InMemoryCache } from '@apollo/client';
import { createClient, fetchExchange } from '@urql/core';
import { expectTypeOf } from 'expect-type';
import { possibleTypes } from '../../sdk/src/clients/apollo.ts';
import { ProfileDocument, type ProfileQuery } from '../../sdk/src/generated/operations.ts';
import { linked } from '../support/end-to-end/demo.ts';
import { sharedStack } from '../support/end-to-end/shared-stack.ts';
import { officerToken } from '../support/end-to-end/tokens.ts';

const stack = sharedStack();
const variables = { id: linked.belarus };
const url = `${stack.gateway}/graphql`;
const headers = {
  authorization: `Bearer ${await officerToken(stack, 'belarus')}`,
  'concord-purpose': 'INVESTIGATION',
  'concord-legal-basis': 'COOPERATION_AGREEMENT',
  'concord-case': 'BY-2026-000001',
};

/** What GraphQL says: a withheld field is null. */
const profile = {
  suspect: {
    id: `S-${linked.belarus}`,
    belarus: { id: linked.belarus, names: expect.any(Array) },
    russia: { id: linked.russia, names: expect.any(Array), instruments: null },
  },
};

describe('a generated document is sent as it is, with its types,', () => {
  test('by Apollo Client', async () => {
    const apollo = new ApolloClient({
      link: new HttpLink({ uri: url, headers }),
      cache: new InMemoryCache({ possibleTypes }),
    });
    const { data } = await apollo.query({ query: ProfileDocument, variables });
    expectTypeOf(data).toEqualTypeOf<ProfileQuery | undefined>();
    expect(data).toMatchObject(profile);
  });

  test('by urql', async () => {
    const urql = createClient({
      url,
      exchanges: [fetchExchange],
      fetchOptions: { headers },
      preferGetMethod: false,
    });
    const { data } = await urql.query(ProfileDocument, variables).toPromise();
    expectTypeOf(data).toEqualTypeOf<ProfileQuery | undefined>();
    expect(data).toMatchObject(profile);
  });
});
