import type { GraphQLFormattedError } from 'graphql';
import { bothGateways } from './support/both-gateways.ts';
import { smallSupergraph } from './support/small-supergraph.ts';
import { both, json } from './support/trap.ts';

let gateways: Awaited<ReturnType<typeof bothGateways>>;
beforeAll(async () => {
  gateways = await bothGateways(smallSupergraph);
});

const query = '{ people { id orders { lines } } }';
/** A list that names one person so many times, who has ordered a line of so many letters. */
const named = async (times: number, letters: number) => {
  const people = Array.from({ length: times }, () => ({ __typename: 'Person', id: '1' }));
  const person = { orders: [{ lines: ['x'.repeat(letters)] }] };
  const { ours } = await gateways.ask(
    { query },
    both({ people }, () => person),
  );
  const data = json(JSON.stringify(ours.data)) as { people: { orders: unknown }[] };
  const errors = ((ours.errors ?? []) as readonly GraphQLFormattedError[]).map(({ path, extensions }) => ({
    path,
    code: extensions?.code,
  }));
  return { answered: data.people.filter(({ orders }) => orders !== null).length, errors };
};

describe('an answer that stands at many places', () => {
  test('is copied to each of them', async () => {
    expect(await named(1_000, 4_000)).toEqual({ answered: 1_000, errors: [] });
  });

  test('is used at none where it would become too much, which the place of the list is told', async () => {
    const errors = [{ path: ['people'], code: 'QUERY_TOO_LARGE' }];
    expect(await named(2_000, 4_000)).toEqual({ answered: 0, errors });
  });

  test('is asked for at none of more than five thousand', async () => {
    expect(await named(5_000, 4)).toEqual({ answered: 5_000, errors: [] });
    const errors = [{ path: ['people'], code: 'QUERY_TOO_LARGE' }];
    expect(await named(5_001, 4)).toEqual({ answered: 0, errors });
  });
});

test('an error at many places is told at a thousand of them, and once of all others', async () => {
  const people = Array.from({ length: 3_000 }, () => ({ __typename: 'Person', id: '1' }));
  const failing = { data: { _entities: [null] }, errors: [{ message: 'No.', path: ['_entities', 0] }] };
  const { ours } = await gateways.ask({ query }, (fetched) =>
    fetched.variables.representations ? failing : { data: { people } },
  );
  const paths = ((ours.errors ?? []) as readonly GraphQLFormattedError[]).map(({ path }) => path?.join('.'));
  expect([paths.length, paths[0], paths.at(-2), paths.at(-1)]).toEqual([
    1_001,
    'people.0',
    'people.999',
    'people',
  ]);
});
