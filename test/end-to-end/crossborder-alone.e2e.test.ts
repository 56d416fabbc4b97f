import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { request } from '../support/end-to-end/callers.ts';
import { linked } from '../support/end-to-end/demo.ts';
import { type Change, fetchFrom } from '../support/end-to-end/fetches.ts';
import { tracesOfTheInside } from '../support/end-to-end/inside.ts';
import { ended, type Launched, launchScript } from '../support/end-to-end/processes.ts';
import { sharedStack } from '../support/end-to-end/shared-stack.ts';
import { freePort } from '../support/end-to-end/stack.ts';
import {
  attestedOfficer,
  type Fetch,
  identityToken,
  keyOf,
  officerToken,
} from '../support/end-to-end/tokens.ts';

const stack = sharedStack();
const keySet = (name: string) => pathToFileURL(join(stack.dataDirectory, 'keys', `${name}.jwks.json`)).href;

let crossborder: Launched;
let url = '';

beforeAll(async () => {
  const port = await freePort();
  url = `http://localhost:${port}`;
  crossborder = launchScript('subgraphs/crossborder/start.ts', {
    CONCORD_MODE: 'development',
    CROSSBORDER_PORT: String(port),
    GATEWAY_JWKS: keySet('gateway'),
  });
  await crossborder.says('listening');
});

afterAll(async () => {
  crossborder.signal('SIGTERM');
  expect((await ended(crossborder)).code).toBe(0);
});

const bodyFor = (id: string) =>
  JSON.stringify({ query: 'query ($id: ID!) { suspect(id: $id) { id } }', variables: { id } });

const viewer = { subject: 'belarus-investigator-1', agency: 'BELARUS', roles: ['INVESTIGATOR'], cases: [] };
const signed = (fetch: Fetch, changed: Record<string, unknown> = {}) =>
  identityToken(keyOf(stack, 'gateway'), fetch, { viewer, ...changed });

const fetchFromCrossborder = (change: Change = {}, id: string = linked.belarus) =>
  fetchFrom(stack, url, { audience: 'CROSSBORDER', body: bodyFor(id) }, { identify: signed, ...change });

describe('crossborder alone', () => {
  test('answers the gateway with the id, and nothing else', async () => {
    const { status, body } = await fetchFromCrossborder();
    expect(status).toBe(200);
    expect(body).toEqual({ data: { suspect: { id: `S-${linked.belarus}` } } });
  });

  test.each<[string, Change]>([
    ['no fetch token', { identify: () => undefined }],
    ['a fetch token that names no viewer', { identify: (fetch) => signed(fetch, { viewer: undefined }) }],
    ['a fetch token for an agency', { identify: (fetch) => signed({ ...fetch, audience: 'RUSSIA' }) }],
    ['a fetch token for another body', { body: bodyFor(linked.russia) }],
    [
      'a fetch token that is bound to a caller’s token',
      { identify: (fetch) => signed({ ...fetch, callerToken: 'a.b.c' }) },
    ],
  ])('refuses %s', async (_name, change) => {
    const { status, codes, body, text } = await fetchFromCrossborder(change);
    expect({ status, codes }).toEqual({ status: 401, codes: ['IDENTITY_REFUSED'] });
    expect(body.data ?? null).toBeNull();
    expect(tracesOfTheInside(text)).toEqual([]);
  });

  test.each([
    ['token', () => officerToken(stack, 'belarus')],
    ['attestation', async () => attestedOfficer(stack, 'belarus', 'russia')],
  ])('wants no %s of a caller, and refuses who sends one', async (_what, make) => {
    const { status, codes } = await fetchFromCrossborder({ presented: await make() });
    expect({ status, codes }).toEqual({ status: 401, codes: ['IDENTITY_REFUSED'] });
  });

  test('refuses an id that is none', async () => {
    const { codes, body } = await fetchFromCrossborder({}, 'garbage');
    expect(codes).toEqual(['BAD_USER_INPUT']);
    expect(body.data).toEqual({ suspect: null });
  });

  test('is ready without any agency', async () => {
    expect((await request(`${url}/health/ready`)).status).toBe(200);
  });
});
