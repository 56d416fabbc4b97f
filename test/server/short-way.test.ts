import { refusal } from '../../server/errors.ts';
import { typeOfPlain } from '../../server/short-way.ts';
import { type Post, query, type Served, served } from './served-with-notes.ts';

const graphqlType = 'application/graphql-response+json';

/** A server that has prepared the query. */
async function prepared(options: Parameters<typeof served>[0] = {}): Promise<Served> {
  const server = await served(options);
  for (const _time of [1, 2]) await server.ask();
  server.notes.length = 0;
  return server;
}

describe('a text that was let through twice', () => {
  test('is answered to the byte as Apollo Server answers it, headers included', async () => {
    const server = await served();
    const answers = [];
    for (const _time of [1, 2, 3, 4])
      answers.push(await server.ask({ body: { query, variables: { id: 'BY-1' } } }));
    const [first] = answers;
    expect(first).toMatchObject({
      status: 200,
      text: '{"data":{"person":{"name":"BY-1"}},"extensions":{"officer":"one"}}\n',
    });
    for (const answer of answers) expect(answer).toEqual(first);
    expect(await server.ways()).toEqual({ judged: 2, prepared: 2 });
  });

  test('is answered with the variables of each request', async () => {
    const server = await prepared();
    const { text } = await server.ask({
      body: { query, variables: { id: 'RU-2' }, operationName: null, extensions: null },
    });
    expect(JSON.parse(text).data).toEqual({ person: { name: 'RU-2' } });
    expect(await server.ways()).toEqual({ judged: 2, prepared: 1 });
  });

  test('has every step done for each request, as on the other way', async () => {
    const server = await served();
    const all = ['context of one', 'admit one', 'run for one', 'finish for one'];
    for (const _time of [1, 2, 3]) {
      server.notes.length = 0;
      await server.ask();
      expect(server.notes).toEqual(all);
    }
    expect((await server.ways()).prepared).toBe(1);
  });

  test('is judged anew when it changes by one space', async () => {
    const server = await prepared();
    await server.ask({ body: { query: `${query} ` } });
    expect(await server.ways()).toEqual({ judged: 3 });
  });

  test.each([
    ['has a caller who is not let in', { headers: { officer: 'stranger' } }, 401],
    ['has a caller whom a step refuses', { headers: { officer: 'denied' } }, 403],
    ['has an executor that fails', { headers: { officer: 'broken' } }, 500],
    ['has variables of another type', { body: { query, variables: { few: 'many' } } }, 400],
    ['has variables that are text', { body: { query, variables: '{"few":1}' } }, 400],
    ['has variables that are a list', { body: { query, variables: [1] } }, 400],
    ['has a variable that it does not know', { body: { query, variables: { other: 1 } } }, 200],
    [
      'has very many variables',
      {
        body: {
          query,
          variables: Object.fromEntries(Array.from({ length: 50_000 }, (_none, n) => [`v${n}`, n])),
        },
      },
      200,
    ],
    ['is asked by a name that it does not have', { body: { query, operationName: 'Other' } }, 400],
    ['is asked by a name that is empty', { body: { query, operationName: '' } }, 400],
    ['is asked by a name that is none', { body: { query, operationName: 7 } }, 400],
    ['has extensions that are none', { body: { query, extensions: 'all' } }, 400],
    [
      'is sent with a hash',
      { body: { query, extensions: { persistedQuery: { version: 1, sha256Hash: 'a' } } } },
      400,
    ],
    ['is one of a batch', { body: [{ query }] }, 400],
    ['is cut in half', { body: JSON.stringify({ query }).slice(0, 40) }, 400],
  ] as const)('is answered as Apollo Server answers it when it %s', async (_what, request, status) => {
    const [plain, judged] = [await prepared(), await prepared()];
    judged.closeShortWay();
    const answer = await plain.ask(request as Post);
    expect(answer).toEqual(await judged.ask(request as Post));
    expect(answer.status).toBe(status);
  });

  test.each([
    ['says nothing of it', undefined, 'prepared', 'application/json'],
    ['says nothing of it in an empty header', '', 'prepared', 'application/json'],
    ['takes any type', '*/*', 'prepared', 'application/json'],
    ['takes any type, and JSON rather', 'application/json, */*;q=0.1', 'prepared', 'application/json'],
    ['takes the type of GraphQL', graphqlType, 'prepared', graphqlType],
    ['would rather have it than JSON', `${graphqlType},application/json;q=0.9`, 'prepared', graphqlType],
    ['would rather have JSON', `${graphqlType};q=0.8, application/json`, 'prepared', 'application/json'],
    [
      'takes parts, but it too',
      `multipart/mixed;deferSpec=20220824, ${graphqlType}`,
      'prepared',
      graphqlType,
    ],
    ['takes any of a kind', 'application/*', 'prepared', 'application/json'],
    ['takes what Apollo’s router sends', 'application/json;callbackSpec=1.0', 'judged', 'application/json'],
    ['takes text alone', 'text/html', 'judged', 'application/json'],
    ['takes none of a kind', `${graphqlType};q=0`, 'judged', 'application/json'],
  ] as const)(
    'is answered to the byte in the type of Apollo Server when its request %s',
    async (_what, accept, way, type) => {
      const [plain, judged] = [await prepared(), await prepared()];
      judged.closeShortWay();
      const before = await plain.ways();
      for (const officer of ['one', 'broken']) {
        const headers = { officer, ...(accept !== undefined && { accept }) };
        const answer = await plain.ask({ headers });
        expect(answer).toEqual(await judged.ask({ headers }));
        expect(answer.headers['content-type']).toContain(`${type};`);
      }
      const { [way]: ran = 0 } = await plain.ways();
      expect(ran - (before[way] ?? 0)).toBe(2);
    },
  );

  test('is run once, though Apollo Server words the errors of its answer', async () => {
    const server = await served();
    const failing = { body: { query: '{ person { name fails } }' } };
    const answers = [];
    for (const _time of [1, 2, 3]) {
      server.notes.length = 0;
      answers.push(await server.ask(failing));
      expect(server.notes.filter((note) => note.startsWith('run'))).toHaveLength(1);
      expect(server.notes.filter((note) => note.startsWith('finish'))).toHaveLength(1);
    }
    expect(JSON.parse(answers[2]?.text ?? '')).toMatchObject({
      data: { person: { name: 'nobody', fails: null } },
      errors: [
        {
          path: ['person', 'fails'],
          extensions: { code: 'INTERNAL_SERVER_ERROR', requestId: 'request-0001' },
        },
      ],
      extensions: { officer: 'one' },
    });
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(await server.ways()).toEqual({ judged: 2, prepared: 1 });
  });
});

test('what has been run is answered, though Apollo Server has forgotten its text and reading it is too dear by now', async () => {
  let isTooDear = false;
  const server = await served({
    reading: {
      async validationDidStart() {
        if (isTooDear) throw refusal('TOO_MANY_REQUESTS', 'Ask again later.');
      },
    },
  });
  const failing = { body: { query: '{ person { name fails } }' } };
  for (const _time of [1, 2]) await server.ask(failing);
  // Apollo Server keeps 30 MiB of documents.
  const large = 'x'.repeat(150_000);
  for (let number = 0; number < 300; number += 1)
    await server.ask({ body: { query: `{ person(id: "${large}${number}") { name } }` } });
  isTooDear = true;
  const { text } = await server.ask(failing);
  expect(JSON.parse(text)).toMatchObject({
    data: { person: { name: 'nobody' } },
    errors: [{ extensions: { code: 'INTERNAL_SERVER_ERROR' } }],
  });
});

describe('a schema that changes', () => {
  const changed = 'type Query { other: Int }';

  test('has each text judged anew', async () => {
    const server = await prepared();
    server.change(changed);
    expect(JSON.parse((await server.ask()).text).errors[0].extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
  });

  test('leaves a request to the schema in which it was judged, and keeps nothing of that one', async () => {
    let go: () => void = () => undefined;
    const server = await served({
      before: () =>
        server?.notes.includes('hold')
          ? new Promise<void>((resolve) => {
              go = resolve;
            })
          : Promise.resolve(),
    });
    await server.ask();
    server.notes.push('hold');
    const held = server.ask();
    while (server.notes.filter((note) => note === 'run for one').length < 2) await new Promise(setImmediate);
    server.change(changed);
    go();
    expect(JSON.parse((await held).text).data).toEqual({ person: { name: 'nobody' } });
    expect((await server.ask()).status).toBe(400);
  });
});

describe('a request', () => {
  const headers = { 'content-type': 'application/json' };

  test.each([
    ['as clients send it', { method: 'POST', headers }, 'application/json; charset=utf-8'],
    [
      'with its letters named',
      { method: 'POST', headers: { 'content-type': 'application/json; charset=utf-8' } },
      'application/json; charset=utf-8',
    ],
    [
      'that takes the type of GraphQL',
      { method: 'POST', headers: { ...headers, accept: graphqlType } },
      `${graphqlType}; charset=utf-8`,
    ],
    ['that takes text alone', { method: 'POST', headers: { ...headers, accept: 'text/html' } }, undefined],
    ['by GET', { method: 'GET', headers }, undefined],
    ['of a form', { method: 'POST', headers: { 'content-type': 'text/plain' } }, undefined],
    ['without a type', { method: 'POST', headers: {} }, undefined],
  ])('%s is plain, or is not', (_what, request, expected) => {
    expect(typeOfPlain(request)).toBe(expected);
  });
});
