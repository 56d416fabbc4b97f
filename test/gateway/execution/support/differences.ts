import { both, dropped, missing, ofShop, people, problem, type Trap, valued, wrong } from './trap.ts';

/** Where the stock gateway answers otherwise than ours, and wrongly; there is no other place. */
export const differences: readonly Trap[] = [
  {
    trap: 'wrong form',
    claim: 'of a list takes that list alone, and leaves the rest of the answer',
    asked: { query: '{ person { age tags } plain { flag } }' },
    answer: people({ person: { age: 4, tags: 'a' }, plain: { flag: true } }),
    expected: valued(
      { person: { age: 4, tags: null }, plain: { flag: true } },
      wrong('field Person.tags', 'person', 'tags'),
    ),
    stock: dropped('Invalid non-list value a returned by subgraph for list type [String]'),
  },
  {
    trap: 'wrong form',
    claim: 'of an object takes that object alone, and leaves the rest of the answer',
    asked: { query: '{ person { age } plain { flag } }' },
    answer: people({ person: 'Somebody', plain: { flag: true } }),
    expected: valued({ person: null, plain: { flag: true } }, wrong('field Query.person', 'person')),
    stock: dropped('Invalid non-object value Somebody returned by subgraph for composite type Person'),
  },
  {
    trap: 'wrong form',
    claim: 'of an object that is a list is no object without fields',
    asked: { query: '{ person { age } }' },
    answer: people({ person: [{ age: 4 }] }),
    expected: valued({ person: null }, wrong('field Query.person', 'person')),
    stock: valued({ person: { age: null } }),
  },
  {
    trap: 'wrong form',
    claim: 'on the way to objects that others are asked about leaves the rest of the answer',
    asked: { query: '{ people { id coat } plain { flag } }' },
    answer: both({ people: { id: '1' }, plain: { flag: true } }, () => ({ coat: 1 })),
    expected: valued({ people: null, plain: { flag: true } }, wrong('field Query.people', 'people')),
    stock: { thrown: 'TypeError: value.flatMap is not a function' },
  },
  {
    trap: '__typename',
    claim: 'of another type than the field can have is null with an error',
    asked: { query: '{ plain { flag } }' },
    answer: people({ plain: { __typename: 'Person', flag: true } }),
    expected: valued(
      { plain: null },
      problem('Invalid __typename found for object at field Query.plain.', 'plain'),
    ),
    stock: valued({ plain: { flag: true } }),
  },
  {
    trap: '__typename',
    claim: 'of a type that is none of an interface is null with an error',
    asked: { query: '{ pet { name } }' },
    answer: people({ pet: { __typename: 'Plain', name: 'x' } }),
    expected: valued(
      { pet: null },
      problem('Invalid __typename found for object at field Query.pet.', 'pet'),
    ),
    stock: valued({ pet: { name: 'x' } }),
  },
  {
    trap: '__typename',
    claim: 'that an object of several possible types lacks is an error, not only null',
    asked: { query: '{ pet { __typename name } }' },
    answer: people({ pet: { name: 'x' } }),
    expected: valued(
      { pet: null },
      problem('Invalid __typename found for object at field Pet.__typename.', 'pet', '__typename'),
    ),
    stock: valued({ pet: null }),
  },
  {
    trap: 'wrong values beside errors',
    claim: 'are told, for a null that nobody explains is taken for an absent value',
    asked: { query: '{ person { age } plain { flag } }' },
    answer: () => ({
      data: { person: { age: 'old' }, plain: null },
      errors: [{ message: 'No.', path: ['plain'] }],
    }),
    expected: {
      ...valued({ person: { age: null }, plain: null }, wrong('field Person.age', 'person', 'age')),
      errors: [
        {
          message: 'No.',
          path: ['plain'],
          extensions: { code: 'DOWNSTREAM_SERVICE_ERROR', serviceName: 'people' },
        },
      ],
    },
    stock: {
      data: { person: { age: null }, plain: null },
      errors: [
        {
          message: 'No.',
          path: ['plain'],
          extensions: { code: 'DOWNSTREAM_SERVICE_ERROR', serviceName: 'people' },
        },
      ],
    },
  },
  {
    trap: '@requires',
    claim: 'sends lists of lists of objects as they are',
    asked: { query: '{ person { cabinet } }' },
    answer: both(
      { person: { __typename: 'Person', id: '1', shelf: [[{ width: 1 }, null], null] } },
      (asked) => ({
        cabinet: JSON.stringify(asked).length,
      }),
    ),
    sent: [{ __typename: 'Person', id: '1', shelf: [[{ width: 1 }, null], null] }],
    expected: valued({
      person: {
        cabinet: '{"__typename":"Person","id":"1","shelf":[[{"width":1},null],null]}'.length,
      },
    }),
    stock: valued({ person: { cabinet: '{"__typename":"Person","id":"1","shelf":[null,null]}'.length } }),
  },
  {
    trap: 'error paths',
    claim: 'of a fetch for several objects that name none lead to the list, and no further',
    asked: { query: '{ people { coat } }' },
    answer: ({ variables: { representations } }) =>
      representations
        ? { data: null, errors: [{ message: 'No.', path: ['_entities'] }] }
        : { data: { people: [{ __typename: 'Person', id: '1', size: null }] } },
    expected: { data: { people: [{ coat: null }] }, errors: [ofShop('No.', 'people')] },
    stock: { data: { people: [{ coat: null }] }, errors: [ofShop('No.', 'people', '@', '_entities')] },
  },
  {
    trap: '_entities of another length',
    claim: 'are believed in nothing',
    asked: { query: '{ people { age coat } }' },
    answer: ({ variables: { representations } }) =>
      representations
        ? { data: { _entities: [{ coat: 1 }] } }
        : {
            data: {
              people: [
                { __typename: 'Person', id: '1', size: null, age: 1 },
                { __typename: 'Person', id: '2', size: null, age: 2 },
              ],
            },
          },
    expected: {
      data: {
        people: [
          { age: 1, coat: null },
          { age: 2, coat: null },
        ],
      },
      errors: [
        {
          message: 'Expected "data._entities" to contain 2 elements',
          extensions: { serviceName: 'shop' },
        },
      ],
    },
    stock: {
      data: {
        people: [
          { age: 1, coat: null },
          { age: 2, coat: null },
        ],
      },
      errors: [{ message: 'Expected "data._entities" to contain 2 elements' }],
    },
  },
  {
    trap: 'error paths',
    claim: 'lead to the object that was asked about, also when one before it was not',
    asked: { query: '{ people { id coat } }' },
    answer: ({ variables: { representations } }) =>
      representations
        ? {
            data: { _entities: [{ coat: null }] },
            errors: [{ message: 'No.', path: ['_entities', 0, 'coat'] }],
          }
        : {
            data: {
              people: [
                { __typename: 'Person', id: '1' },
                { __typename: 'Person', id: '2', size: null },
              ],
            },
          },
    expected: {
      data: {
        people: [
          { id: '1', coat: null },
          { id: '2', coat: null },
        ],
      },
      errors: [ofShop('No.', 'people', 1, 'coat')],
    },
    stock: {
      data: {
        people: [
          { id: '1', coat: null },
          { id: '2', coat: null },
        ],
      },
      errors: [ofShop('No.', 'people', 0, 'coat')],
    },
  },
  {
    trap: 'order of fields',
    claim: 'is that of the specification, also of which one is missed first',
    asked: { query: '{ person { ... on Person { boss { age } } id ... on Person { name boss { name } } } }' },
    answer: people({ person: { boss: { age: 3, name: null }, id: null, name: null } }),
    expected: valued(
      { person: null },
      missing('field Person.name', 'person', 'boss', 'name'),
      missing('field Person.id', 'person', 'id'),
    ),
    stock: valued(
      { person: null },
      missing('field Person.name', 'person', 'boss', 'name'),
      missing('field Person.name', 'person', 'name'),
    ),
  },
  {
    trap: 'fragments inside fragments',
    claim: 'apply to an object whose field says its type, also inside one on an interface',
    asked: { query: '{ person { boss { id } } cat { ... on Pet { name ... on Cat { lives } } } }' },
    answer: people({ person: { boss: { id: '1' } }, cat: { name: 'x', lives: 9 } }),
    expected: valued({ person: { boss: { id: '1' } }, cat: { name: 'x', lives: 9 } }),
    stock: valued({ person: { boss: { id: '1' } }, cat: { name: 'x' } }),
  },
];
