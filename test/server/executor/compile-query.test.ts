import { buildSchema, type ExecutionResult, execute, GraphQLError, parse } from 'graphql';
import { compileQuery } from '../../../server/executor/compile-query.ts';

const schema = buildSchema(`
  type Query { person(id: ID = "nobody", at: Filter): Person, sure: Sure, sures: [Sure!], broken: [Sure!], never: String! }
  type Mutation { change: Int }
  input Filter { few: Int! = 3, of: Filter }
  type Person { id: ID, name: String, friends(first: Int! = 2): [Person!], secret: String }
  type Sure { must: String!, late: String! }
`);
const resolvers = schema.getQueryType()?.getFields() ?? {};
const later = (value: unknown) => new Promise((resolve) => setTimeout(() => resolve(value), 1));
const person = (id: unknown): object => ({ id, name: 'A', friends: () => [person('B'), person('C')] });
if (resolvers.person)
  resolvers.person.resolve = (_source, given, context, info) => {
    if (given.id === 'refused')
      throw new GraphQLError('No.', { extensions: { code: 'FORBIDDEN', of: context } });
    return { ...person(given.id), name: JSON.stringify([given, info.path, info.variableValues]) };
  };
if (resolvers.sure) resolvers.sure.resolve = () => ({ must: null, late: later(null) });
if (resolvers.sures)
  resolvers.sures.resolve = () => [
    { must: 'a', late: later('b') },
    { must: 'a', late: later(null) },
  ];

if (resolvers.broken)
  resolvers.broken.resolve = () => [
    { must: 'a', late: later(null) },
    { must: null, late: 'b' },
  ];

const compiled = (text: string, operationName?: string | null) =>
  compileQuery({ schema, document: parse(text), operationName }).run;
const plain = ({ data, errors }: ExecutionResult) => JSON.parse(JSON.stringify({ data, errors }));

/** The answer of both executors, which is one. */
async function answerTo(
  text: string,
  variables: Record<string, unknown> = {},
  operationName?: string | null,
) {
  const expected = await execute({
    schema,
    document: parse(text),
    variableValues: variables,
    contextValue: 'context',
    operationName,
  });
  const run = compiled(text, operationName);
  for (const _time of [1, 2]) expect(plain(await run('context', variables))).toEqual(plain(expected));
  return plain(await run('context', variables));
}

describe('a compiled query', () => {
  test.each<[string, string, Record<string, unknown>]>([
    ['a resolver’s own error, with its extensions', '{ person(id: "refused") { id } }', {}],
    ['arguments with defaults inside of them', '{ person(at: { of: { few: 4 } }) { name } }', {}],
    ['a variable with a default', 'query ($id: ID = "B") { person(id: $id) { id } }', {}],
    [
      'a variable that is null in place of its default',
      'query ($n: Int = 1) { person { friends(first: $n) { id } } }',
      { n: null },
    ],
    [
      'a variable of another type',
      'query ($n: Int!) { person { friends(first: $n) { id } } }',
      { n: 'many' },
    ],
    ['a variable that is missing', 'query ($n: Int!) { person { friends(first: $n) { id } } }', {}],
    [
      'more wrong variables than are told',
      `query ($f: [Filter!]) { never ${''} }`,
      { f: Array(60).fill({ few: 'x' }) },
    ],
    ['a null that takes everything with it', '{ person { id } never }', {}],
    ['a null that takes an object with it, and a later one of the same object', '{ sure { must late } }', {}],
    ['a null in a list that takes the list with it', '{ sures { must late } }', {}],
    ['a key that is an object’s own in JavaScript', '{ __proto__: person { constructor: id } }', {}],
    [
      'a condition of a strange name',
      'query ($__proto__: Boolean = true) { person @include(if: $__proto__) { id } }',
      {},
    ],
    ['its type’s name, alone and under another key', '{ __typename person { kind: __typename } }', {}],
    [
      'the schema beside data',
      '{ person { id } __schema { queryType { name } } __type(name: "Sure") { kind } }',
      {},
    ],
    ['a field of no type', '{ person { id nothing } }', {}],
    [
      'one object asked for twice',
      '{ person { id } ...F person { friends { id } } } fragment F on Query { person { name } }',
      {},
    ],
  ])('answers %s as graphql-js does', async (_what, text, variables) => {
    const { data, errors } = await answerTo(text, variables);
    expect(data ?? errors).toBeTruthy();
  });

  test('asks the fields whose conditions are met in each request', async () => {
    const text =
      'query ($x: Boolean!, $y: Boolean = true) { person { id @include(if: $x) name @skip(if: $y) secret } }';
    const keys = async (variables: object) =>
      Object.keys((await answerTo(text, { ...variables })).data.person);
    expect(await keys({ x: true })).toEqual(['id', 'secret']);
    expect(await keys({ x: false, y: false })).toEqual(['name', 'secret']);
    const run = compiled(text);
    const answered = [];
    for (const x of [true, false, true]) answered.push(Object.keys(plain(await run('', { x })).data.person));
    expect(answered).toEqual([['id', 'secret'], ['secret'], ['id', 'secret']]);
  });

  test('leaves a condition that is null to graphql-js, which tells it', async () => {
    const { errors } = await answerTo('query ($x: Boolean = true) { person @include(if: $x) { id } }', {
      x: null,
    });
    expect(errors).toHaveLength(1);
  });

  test('keeps no more forms than it may, however many conditions there are', async () => {
    const names = Array.from({ length: 6 }, (_none, index) => `c${index}`);
    const text = `query (${names.map((name) => `$${name}: Boolean!`)}) { ${names.map((name) => `${name}: person @skip(if: $${name}) { id }`)} }`;
    const run = compiled(text);
    for (let bits = 0; bits < 64; bits += 1) {
      const variables = Object.fromEntries(names.map((name, index) => [name, (bits & (1 << index)) !== 0]));
      const { data } = await run('', variables);
      expect(Object.keys(data ?? {})).toEqual(names.filter((name) => !variables[name]));
    }
  });

  test('reads a getter once, and hears of it when it fails', async () => {
    let read = 0;
    const run = compiled('{ person { id secret } }');
    await run('', {});
    const before = resolvers.person?.resolve;
    if (resolvers.person)
      resolvers.person.resolve = () => ({
        id: 'A',
        get secret() {
          read += 1;
          return Promise.reject(new Error('sealed'));
        },
      });
    const { data, errors } = plain(await compiled('{ person { id secret } }')('', {}));
    if (resolvers.person && before) resolvers.person.resolve = before;
    expect({ read, data, paths: errors.map(({ path }: GraphQLError) => path) }).toEqual({
      read: 1,
      data: { person: { id: 'A', secret: null } },
      paths: [['person', 'secret']],
    });
  });

  test('hears of what fails in a list after the list was given up, which graphql-js does not', async () => {
    const unheard: unknown[] = [];
    const note = (error: unknown) => void unheard.push(error);
    process.on('unhandledRejection', note);
    const { data, errors } = await compiled('{ broken { must late } }')('', {});
    await later(undefined);
    await later(undefined);
    process.off('unhandledRejection', note);
    expect(plain({ data, errors } as ExecutionResult)).toMatchObject({
      data: { broken: null },
      errors: [{ path: ['broken', 1, 'must'] }],
    });
    expect(unheard).toEqual([]);
  });

  test.each<[string, string, string | null | undefined]>([
    ['the one that is named', 'query A { a: never } query B { person { id } }', 'B'],
    ['none where several are not named', 'query A { a: never } query B { person { id } }', undefined],
    ['none of that name', 'query A { person { id } }', 'B'],
    ['none of an empty name', 'query A { person { id } }', ''],
    ['a mutation', 'mutation { change }', null],
  ])('runs %s, as graphql-js does', async (_what, text, name) => {
    await answerTo(text, {}, name);
  });
});

describe('a request of a compiled query', () => {
  test('has nothing of another one', async () => {
    const run = compiled('query ($id: ID) { person(id: $id) { id friends { id } } }');
    const answers = await Promise.all(['X', 'refused', 'Y'].map((id) => run(id, { id })));
    expect(answers.map((answer) => plain(answer).data.person?.id)).toEqual(['X', undefined, 'Y']);
    expect(answers.map(({ errors }) => errors?.[0]?.extensions)).toEqual([
      undefined,
      { code: 'FORBIDDEN', of: 'refused' },
      undefined,
    ]);
  });
});
