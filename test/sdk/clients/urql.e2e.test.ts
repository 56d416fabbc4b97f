import { Client, cacheExchange, fetchExchange, gql } from '@urql/core';
import { cacheExchange as graphcache } from '@urql/exchange-graphcache';
import { expectTypeOf } from 'expect-type';
import { concordUrql, keys, possibleTypes } from '../../../sdk/src/clients/urql.ts';
import { ProfileDocument, type ProfileQueryTold } from '../../../sdk/src/generated/operations.ts';
import type { Mandate } from '../../../sdk/src/index.ts';
import { linked } from '../../support/end-to-end/demo.ts';
import { sharedStack } from '../../support/end-to-end/shared-stack.ts';
import { officerToken } from '../../support/end-to-end/tokens.ts';
import { investigation, officerAt } from '../support/officer.ts';

const stack = sharedStack();
const url = `${stack.gateway}/graphql`;
const variables = { id: linked.belarus };
const own = gql`query Own($id: ID!) { suspect(id: $id) { russia { id } } }`;
const token = () => officerToken(stack, 'belarus');
const withheld = { state: 'withheld', owner: 'RUSSIA', class: 'FINANCIAL', reason: 'RELEASE_EXPIRED' };

// The first of a stack's profiles waits for its plan.
beforeAll(() => officerAt(stack, 'belarus', 'investigator').query(ProfileDocument, variables));

function clientUnder(mandate: Mandate, cache = graphcache({ keys, possibleTypes })) {
  const concord = concordUrql({ token, mandate });
  return { concord, urql: new Client({ url, exchanges: [cache, concord.exchange, fetchExchange] }) };
}

describe.each([
  ['graphcache', () => graphcache({ keys, possibleTypes })],
  ['its own cache', () => cacheExchange],
])('urql at its defaults with %s and our exchange', (_name, cacheOf) => {
  const { concord, urql } = clientUnder(investigation, cacheOf());

  test('shows both halves, with each gap explained', async () => {
    const { data, error } = await urql.query(ProfileDocument, variables).toPromise();
    if (!data) throw error ?? new Error('no data');
    const told = concord.tell(ProfileDocument, data, error);
    expectTypeOf(told.data).toEqualTypeOf<ProfileQueryTold>();
    expect(told.data.suspect).toMatchObject({
      belarus: { state: 'present', value: { names: { state: 'present' } } },
      russia: { state: 'present', value: { names: { state: 'present' }, instruments: withheld } },
    });
  });

  test('explains the gaps of what comes from the cache too', async () => {
    const asked = { requestPolicy: 'cache-only' } as const;
    const { data, stale } = await urql.query(ProfileDocument, variables, asked).toPromise();
    if (!data) throw new Error('not in the cache');
    expect(stale).toBe(false);
    const told = concord.tell(ProfileDocument, data);
    expect(told.data.suspect?.russia).toMatchObject({ value: { instruments: withheld } });
  });
});

test('urql alone asks by GET, with the id in the address, which the gateway refuses with advice', async () => {
  const fetchOptions = {
    headers: {
      authorization: `Bearer ${await token()}`,
      'concord-purpose': 'INVESTIGATION',
      'concord-legal-basis': 'COOPERATION_AGREEMENT',
      'concord-case': 'BY-2026-000001',
    },
  };
  const urql = new Client({ url, exchanges: [fetchExchange], fetchOptions });
  const { error } = await urql.query(own, variables).toPromise();
  expect(error?.response.status).toBe(400);
  expect(error?.message).toContain('in urql `preferGetMethod: false`');
});

describe('one cache belongs to one mandate:', () => {
  const national = { purpose: 'INVESTIGATION', legalBasis: 'NATIONAL_LAW', case: 'BY-2026-000001' } as const;
  test('clients that were given the same cache exchange keep their answers apart', async () => {
    const shared = graphcache({ keys, possibleTypes });
    const first = clientUnder(investigation, shared);
    const second = clientUnder(national, shared);
    const russiaOf = async ({ urql }: typeof first) =>
      (await urql.query<{ suspect: { russia: unknown } }>(own, variables).toPromise()).data?.suspect.russia;
    expect(await russiaOf(first)).toMatchObject({ id: linked.russia });
    expect(await russiaOf(second)).toBeNull();
  });

  test('a request that names another mandate is refused, and others go on', async () => {
    const { urql } = clientUnder(investigation);
    const headers = { 'concord-legal-basis': 'NATIONAL_LAW' };
    const refused = await urql.query(own, variables, { fetchOptions: { headers } }).toPromise();
    expect(refused.error?.message).toMatch(/another mandate/);
    const { data } = await urql.query(own, variables, { requestPolicy: 'network-only' }).toPromise();
    expect(data?.suspect.russia).toMatchObject({ id: linked.russia });
  });
});

test('a token that is refused is asked for once more, and the question with it', async () => {
  const tokens = ['stale', await token()];
  const concord = concordUrql({ token: () => tokens.shift() ?? '', mandate: investigation });
  const urql = new Client({ url, exchanges: [cacheExchange, concord.exchange, fetchExchange] });
  const { data } = await urql.query(ProfileDocument, variables).toPromise();
  expect(data?.suspect?.belarus?.id).toBe(linked.belarus);
  expect(tokens).toEqual([]);
});
