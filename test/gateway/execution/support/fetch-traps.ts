import { setTimeout as sleep } from 'node:timers/promises';
import { both, people, type Trap, valued } from './trap.ts';

/** Traps of what subgraphs are sent, and of what they answer of entities. */
export const fetchTraps: readonly Trap[] = [
  {
    trap: '@requires',
    claim: 'leaves out an object of which something was not answered, and sends null',
    asked: { query: '{ people { id coat } }' },
    answer: both(
      {
        people: [
          { __typename: 'Person', id: '1' },
          { __typename: 'Person', id: '2', size: null },
          { __typename: 'Person', id: '3', size: { width: 1, height: null } },
        ],
      },
      ({ id }) => ({ coat: Number(id) }),
    ),
    sent: [
      { __typename: 'Person', id: '2', size: null },
      { __typename: 'Person', id: '3', size: { width: 1, height: null } },
    ],
    expected: valued({
      people: [
        { id: '1', coat: null },
        { id: '2', coat: 2 },
        { id: '3', coat: 3 },
      ],
    }),
  },
  {
    trap: '@requires',
    claim: 'sends lists with their nulls, and of an object in one that lacks something null',
    asked: { query: '{ person { rack } }' },
    answer: both(
      {
        person: { __typename: 'Person', id: '1', sizes: [{ width: 1 }, null, {}], tags: ['a', null] },
      },
      () => ({ rack: 1 }),
    ),
    sent: [{ __typename: 'Person', id: '1', sizes: [{ width: 1 }, null, null], tags: ['a', null] }],
    expected: valued({ person: { rack: 1 } }),
  },
  {
    trap: '@requires',
    claim: 'sends of an object what its own type has',
    asked: { query: '{ person { walk } }' },
    answer: both({ person: { __typename: 'Person', id: '1', pet: { __typename: 'Dog', id: 3 } } }, () => ({
      walk: 'w',
    })),
    sent: [{ __typename: 'Person', id: '1', pet: {} }],
    expected: valued({ person: { walk: 'w' } }),
  },
  {
    trap: 'mutations',
    claim: 'are taken one after the other, across subgraphs',
    asked: { query: 'mutation { second third(note: "a") }' },
    answer: async ({ subgraph }) => {
      // A later one that did not wait for those before it would end before them.
      await sleep(subgraph === 'people' ? 40 : 1);
      return { data: subgraph === 'people' ? { second: 2 } : { third: 3 } };
    },
    order: ['people', 'shop'],
    expected: valued({ second: 2, third: 3 }),
  },
  {
    trap: 'introspection',
    claim: 'stands beside data, with its variables and fragments',
    asked: {
      query: `query ($of: String!, $id: ID) { person(id: $id) { age } kind: __type(name: $of) { ...T } __schema { queryType { name } } __typename }
        fragment T on __Type { name enumValues { name } }`,
      variables: { of: 'Kind', id: '1' },
    },
    answer: people({ person: { age: 4 } }),
    expected: valued({
      person: { age: 4 },
      kind: { name: 'Kind', enumValues: [{ name: 'TAME' }, { name: 'WILD' }] },
      __schema: { queryType: { name: 'Query' } },
      __typename: 'Query',
    }),
  },
  {
    trap: 'variables',
    claim: 'go to subgraphs as they were given, those that a fetch uses',
    asked: {
      query: 'query ($id: ID, $unused: Int = 3) { person(id: $id) { age @skip(if: false) } }',
      variables: { id: 5, more: 1 },
    },
    answer: ({ variables }) => ({ data: { person: { age: JSON.stringify(variables).length } } }),
    expected: valued({ person: { age: '{"id":5}'.length } }),
  },
  {
    trap: 'representations',
    claim: 'that are equal are sent once, and answered to all that they stand for, errors too',
    asked: { query: '{ people { orders { number buyer { name } } } }' },
    answer: ({ subgraph, variables: { representations } }) => {
      if (!Array.isArray(representations))
        return {
          data: {
            people: [
              { __typename: 'Person', id: '1' },
              { __typename: 'Person', id: '1' },
            ],
          },
        };
      if (subgraph === 'shop')
        return {
          data: {
            _entities: representations.map(() => ({
              orders: [{ number: 1, buyer: { __typename: 'Person', id: '9' } }],
            })),
          },
        };
      return {
        data: { _entities: representations.map(() => null) },
        errors: representations.map((_, index) => ({ message: 'No.', path: ['_entities', index, 'name'] })),
      };
    },
    sent: [{ __typename: 'Person', id: '1' }],
    expected: {
      data: { people: [{ orders: [{ number: 1, buyer: null }] }, { orders: [{ number: 1, buyer: null }] }] },
      errors: [0, 1].map((index) => ({
        message: 'No.',
        path: ['people', index, 'orders', 0, 'buyer', 'name'],
        extensions: { code: 'DOWNSTREAM_SERVICE_ERROR', serviceName: 'people' },
      })),
    },
  },
];
