import { both, json, missing, people, problem, type Trap, valued, wrong } from './trap.ts';

/** Traps of the shape of an answer. */
export const shapeTraps: readonly Trap[] = [
  {
    trap: 'null propagation',
    claim: 'null where there must be a value goes up to the next that may be null, with one error',
    asked: { query: '{ person { age boss { age name } } }' },
    answer: people({ person: { age: 4, boss: { age: 5, name: null } } }),
    expected: valued(
      { person: { age: 4, boss: null } },
      missing('field Person.name', 'person', 'boss', 'name'),
    ),
  },
  {
    trap: 'null propagation',
    claim: 'up to the root',
    asked: { query: '{ person { age } count }' },
    answer: people({ person: { age: 4 }, count: null }),
    expected: valued(null, missing('field Query.count', 'count')),
  },
  {
    trap: 'null propagation',
    claim: 'through a list that must have values, with an error for each of its items',
    asked: { query: '{ plain { names flag } }' },
    answer: people({ plain: { names: ['a', null, null], flag: true } }),
    expected: valued(
      { plain: { names: null, flag: true } },
      missing('array element of type String at index 1', 'plain', 'names', 1),
      missing('array element of type String at index 2', 'plain', 'names', 2),
    ),
  },
  {
    trap: 'null propagation',
    claim: 'is not told where an error of a subgraph tells why',
    asked: { query: '{ person { boss { name } } }' },
    answer: () => ({
      data: { person: { boss: { name: null } } },
      errors: [{ message: 'No.', path: ['person', 'boss', 'name'] }],
    }),
    expected: {
      data: { person: { boss: null } },
      errors: [
        {
          message: 'No.',
          path: ['person', 'boss', 'name'],
          extensions: { code: 'DOWNSTREAM_SERVICE_ERROR', serviceName: 'people' },
        },
      ],
    },
  },
  {
    trap: 'leaves',
    claim: 'are passed on as they are: an ID that is a number stays one',
    asked: { query: '{ person { id age } plain { ratio flag any } }' },
    answer: people({ person: { id: 12, age: 4 }, plain: { ratio: 0.5, flag: false, any: { a: [1] } } }),
    expected: valued({ person: { id: 12, age: 4 }, plain: { ratio: 0.5, flag: false, any: { a: [1] } } }),
  },
  {
    trap: 'leaves',
    claim: 'of another type are null with an error',
    asked: { query: '{ person { age tags id } plain { ratio flag } }' },
    answer: people({
      person: { age: 1.5, tags: ['a', 2], id: true },
      plain: { ratio: '0.5', flag: 'true' },
    }),
    expected: valued(
      { person: null, plain: { ratio: null, flag: null } },
      wrong('field Person.age', 'person', 'age'),
      wrong('array element of type String at index 1', 'person', 'tags', 1),
      wrong('field Person.id', 'person', 'id'),
      wrong('field Plain.ratio', 'plain', 'ratio'),
      wrong('field Plain.flag', 'plain', 'flag'),
    ),
  },
  {
    trap: 'inaccessible values',
    claim: 'of an enum are null with an error',
    asked: { query: '{ a: plain { kind } b: plain { kind } }' },
    answer: people({ a: { kind: 'SECRET' }, b: { kind: 'WILD' } }),
    expected: valued({ a: { kind: null }, b: { kind: 'WILD' } }, wrong('field Plain.kind', 'a', 'kind')),
  },
  {
    trap: 'own properties',
    claim: 'alone are values: what every object inherits is absent',
    asked: { query: '{ plain { constructor toString: flag } }' },
    answer: people({ plain: {} }),
    expected: valued({ plain: { constructor: null, toString: null } }),
  },
  {
    trap: 'prototypes',
    claim: 'are not exchanged by a key of that name, neither in merging nor in the answer',
    asked: { query: '{ person { __proto__: boss { age } id coat constructor: name } }' },
    answer: both(
      json('{"person":{"__typename":"Person","id":"1","__proto__":{"age":3},"constructor":"c","size":{}}}'),
      () => json('{"coat":7,"__proto__":{"age":4}}'),
    ),
    expected: valued(json('{"person":{"__proto__":{"age":4},"id":"1","coat":7,"constructor":"c"}}')),
  },
  {
    trap: '__typename',
    claim: 'under an alias is the type of the object',
    asked: { query: '{ pet { kind: __typename name } here: __typename }' },
    answer: people({ pet: { __typename: 'Dog', kind: 'Dog', name: 'x' } }),
    expected: valued({ pet: { kind: 'Dog', name: 'x' }, here: 'Query' }),
  },
  {
    trap: '__typename',
    claim: 'that is absent is that of the field, where it is one of objects',
    asked: { query: '{ plain { __typename flag ... on Plain { kind } } }' },
    answer: people({ plain: { flag: true, kind: 'TAME' } }),
    expected: valued({ plain: { __typename: 'Plain', flag: true, kind: 'TAME' } }),
  },
  {
    trap: '__typename',
    claim: 'that nobody knows, or that callers may not know, is null with an error',
    asked: { query: '{ pet { name } thing { __typename } }' },
    answer: people({ pet: { __typename: 'Fish', name: 'x' }, thing: { __typename: 'Hidden' } }),
    expected: valued(
      { pet: null, thing: null },
      problem('Invalid __typename found for object at field Query.pet.', 'pet'),
      problem('Invalid __typename found for object at field Query.thing.', 'thing'),
    ),
  },
  {
    trap: 'type conditions',
    claim: 'ask different things under one key',
    asked: {
      query:
        '{ pet { ... on Cat { food { name } owner { age } } ... on Dog { food { grams } owner { id } } } }',
    },
    answer: people({
      pet: { __typename: 'Dog', food: { name: 'n', grams: 4 }, owner: { age: 3, id: '1' } },
    }),
    expected: valued({ pet: { food: { grams: 4 }, owner: { id: '1' } } }),
  },
  {
    trap: 'type conditions',
    claim: 'merge what they ask with what stands beside them',
    asked: { query: '{ pet { owner { age } ... on Pet { owner { id } ... on Cat { owner { name } } } } }' },
    answer: people({ pet: { __typename: 'Cat', owner: { age: 3, id: '1', name: 'n' } } }),
    expected: valued({ pet: { owner: { age: 3, id: '1', name: 'n' } } }),
  },
  ...[true, false].flatMap((first) =>
    [true, false].map(
      (second): Trap => ({
        trap: '@skip and @include',
        claim: `of fields and fragments, one of which is spread twice, with ${first} and ${second}`,
        asked: {
          query: `query ($a: Boolean!, $b: Boolean = ${second}) {
            person { id @skip(if: $a) ...F @include(if: $a) ...F @skip(if: $b) ... @include(if: $b) { name } }
            plain @include(if: $b) { flag }
          } fragment F on Person { age @include(if: true) }`,
          variables: { a: first },
        },
        answer: people({ person: { id: '1', age: 4, name: 'n' }, plain: { flag: true } }),
        expected: valued({
          person: {
            ...(!first && { id: '1' }),
            ...((first || !second) && { age: 4 }),
            ...(second && { name: 'n' }),
          },
          ...(second && { plain: { flag: true } }),
        }),
      }),
    ),
  ),
];
