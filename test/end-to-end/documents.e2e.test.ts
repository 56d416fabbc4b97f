import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Answer, callersOf, request } from '../support/end-to-end/callers.ts';
import { linked } from '../support/end-to-end/demo.ts';
import { ended, type Launched, launchScript } from '../support/end-to-end/processes.ts';
import { secondGateway } from '../support/end-to-end/second-gateway.ts';
import { sharedStack } from '../support/end-to-end/shared-stack.ts';
import { freePort, newDirectory, removeDirectory } from '../support/end-to-end/stack.ts';
import { claimsOf, keyOf, signed } from '../support/end-to-end/tokens.ts';

const stack = sharedStack();
const directory = newDirectory();
const known = `query Known($id: ID!) { suspect(id: $id) { belarus { id } russia { id } } }`;
const hash = createHash('sha256').update(known).digest('hex');
const manifest = join(directory, 'documents.json');
const writtenBy = (tool: string) =>
  JSON.parse(readFileSync(new URL(`../gateway/documents/manifests/${tool}.json`, import.meta.url), 'utf8'));
/** The names that their clients send, in place of a document. */
const ofApollo: string = writtenBy('apollo-generator').operations[0].id;
const [ofCodegen = ''] = Object.keys(writtenBy('codegen-client-preset'));
writeFileSync(
  manifest,
  JSON.stringify([
    {
      format: 'apollo-persisted-query-manifest',
      version: 1,
      operations: [{ id: hash, name: 'Known', type: 'query', body: known }],
    },
    writtenBy('apollo-generator'),
    writtenBy('codegen-client-preset'),
  ]),
);

const port = await freePort();
const url = `http://localhost:${port}`;
/** It answers known documents alone. */
const settings = secondGateway(stack, port);

let gateway: Launched;
beforeAll(async () => {
  gateway = launchScript('gateway/start.ts', { ...settings, GATEWAY_DOCUMENTS_FILE: manifest });
  await gateway.says('listening');
});
afterAll(async () => {
  gateway.signal('SIGTERM');
  await gateway.exited;
  removeDirectory(directory);
});

const { as } = callersOf({ ...stack, gateway: url });
const national = as('belarus', 'investigator').for('INVESTIGATION', 'BY-2026-000001').under('NATIONAL_LAW');
const persistedAs = (sha256Hash: string) =>
  JSON.stringify({
    variables: { id: linked.belarus },
    extensions: { persistedQuery: { version: 1, sha256Hash } },
  });

const documentsOfPage = new URL('../../playground/bundle/documents.json', import.meta.url);

/** Signs the holder of a token in to the page of a gateway. @returns a way to ask as the page does */
async function signedIn(at: string, token: Promise<string>) {
  const fromPage = { 'concord-playground': '1', 'content-type': 'application/json' };
  const answer = await request(`${at}/playground/session`, {
    method: 'POST',
    headers: fromPage,
    body: JSON.stringify({ token: await token }),
  });
  const [cookie = ''] = answer.headers.getSetCookie().map((each) => each.split(';')[0] ?? '');
  const { session } = JSON.parse(answer.text).officer;
  const headers = { ...fromPage, cookie, 'concord-session': session };
  return (query: string): Promise<Answer> =>
    request(`${at}/playground/graphql`, { method: 'POST', headers, body: JSON.stringify({ query }) });
}

const tokenOf = (role: string, claims: Record<string, unknown> = {}) =>
  signed(keyOf(stack, 'belarus-issuer'), claimsOf('belarus', role.toLowerCase(), claims));

describe('a gateway with a manifest', () => {
  test('answers a document of it, by its text and by its hash alone', async () => {
    const answers = [
      await national.query(known, { id: linked.belarus }),
      await national.post(persistedAs(hash)),
    ];
    for (const { body } of answers)
      expect(body.data).toEqual({ suspect: { belarus: { id: linked.belarus }, russia: null } });
  });

  test.each([
    ['Apollo’s generator', ofApollo],
    ['graphql-codegen’s client preset', ofCodegen],
  ])('answers a document of the manifest of %s, by the name that its clients send', async (_tool, name) => {
    const { body } = await national.post(persistedAs(name));
    expect(body.data).toMatchObject({
      suspect: { belarus: { __typename: 'BelarusDossier', id: linked.belarus }, russia: null },
    });
  });

  test.each(['analyst', 'supervisor', 'overseer', 'liaison'])(
    'refuses any other, also of a %s',
    async (role) => {
      const { status, codes, text } = await as('belarus', role)
        .for('INVESTIGATION', 'BY-2026-000001')
        .query('query Own { suspect(id: "BY-7Q4KZ0XN3VDH9TRC") { id } }');
      expect([status, codes]).toEqual([403, ['PERSISTED_QUERY_NOT_IN_LIST']]);
      expect(text).not.toMatch(/Own|suspect/);
    },
  );

  const views = [...JSON.parse(readFileSync(documentsOfPage, 'utf8'))] as string[];

  test.each([
    ['ANALYST', [200, 200]],
    ['INVESTIGATOR', [200, 200]],
    ['LIAISON', [200, 200]],
    ['SUPERVISOR', [200, 200]],
    ['PARTNER', [200, 403]],
    ['OVERSEER', [200, 403]],
  ])(
    'answers the documents of the page to a signed-in %s, and one of their own by role: %j',
    async (role, statuses) => {
      const ask = await signedIn(url, tokenOf(role));
      const own = await ask('{ __schema { queryType { name } } }');
      const introspection = views.find((text) => text.includes('IntrospectionQuery')) ?? '';
      expect([(await ask(introspection)).status, own.status]).toEqual(statuses);
      if (own.status === 403) expect(own.codes).toEqual(['PERSISTED_QUERY_NOT_IN_LIST']);
    },
  );
});

describe('an officer whose token leaves them known documents', () => {
  const schema = '{ __schema { queryType { name } } }';
  const statusesAt = async (at: string) => {
    const asks = [{}, { documents: 'known' }].map((claims) => signedIn(at, tokenOf('SUPERVISOR', claims)));
    return Promise.all(asks.map(async (ask) => (await (await ask)(schema)).status));
  };

  test('writes no query in the page beside a manifest, whatever their role, and others of it do', async () => {
    expect(await statusesAt(url)).toEqual([200, 403]);
    const ask = await signedIn(url, tokenOf('SUPERVISOR', { documents: 'known' }));
    expect((await ask(schema)).codes).toEqual(['PERSISTED_QUERY_NOT_IN_LIST']);
    expect((await ask(known)).codes).not.toContain('PERSISTED_QUERY_NOT_IN_LIST');
  });

  test('writes them where there is no manifest', async () => {
    expect(await statusesAt(stack.gateway)).toEqual([200, 200]);
  });
});

test.each([
  ['with a manifest', () => url, ['ANALYST', 'INVESTIGATOR', 'LIAISON', 'SUPERVISOR']],
  ['without one', () => stack.gateway, null],
] as const)('a gateway %s tells its page which roles write queries there', async (_which, at, writers) => {
  const { text } = await request(`${at()}/playground/session`, { headers: { 'concord-playground': '1' } });
  expect(JSON.parse(text).writers).toEqual(writers);
});

describe('a gateway without its page', () => {
  const elsewhere = { port: '', url: '' };
  let without: Launched;
  beforeAll(async () => {
    elsewhere.port = String(await freePort());
    elsewhere.url = `http://localhost:${elsewhere.port}`;
    without = launchScript('gateway/start.ts', {
      ...settings,
      GATEWAY_PORT: elsewhere.port,
      PLAYGROUND: 'off',
    });
    await without.says('listening');
  });
  afterAll(async () => {
    without.signal('SIGTERM');
    await without.exited;
  });

  test('has nothing at its addresses, and answers officers elsewhere', async () => {
    for (const path of ['/', '/playground', '/playground/', '/playground/session'])
      expect([path, (await request(`${elsewhere.url}${path}`)).status]).toEqual([path, 404]);
    const officers = callersOf({ ...stack, gateway: elsewhere.url });
    expect((await officers.as('belarus', 'analyst').query('{ __typename }')).status).toBe(200);
  });
});

test('a manifest that is malformed ends the start with one line', async () => {
  const { code, complaints } = await ended(
    launchScript('gateway/start.ts', { ...settings, GATEWAY_DOCUMENTS: `{"${hash}":"query Other { id }"}` }),
  );
  expect(code).toBe(1);
  expect(complaints).toEqual([
    'gateway: GATEWAY_DOCUMENTS: the manifest is not valid: entry 0: the id is not the SHA-256 of the document',
  ]);
});
