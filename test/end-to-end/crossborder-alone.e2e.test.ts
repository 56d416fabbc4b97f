import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { request } from '../support/end-to-end/callers.ts';
import { linked } from '../support/end-to-end/demo.ts';
import { type Change, fetchFrom } from '../support/end-to-end/fetches.ts';
import { tracesOfTheInside } from '../support/end-to-end/inside.ts';
import { ended, type Launched, launchScript } from '../support/end-to-end/processes.ts';
import { sharedStack } from '../support/end-to-end/shared-stack.ts';
import { freePort } from '../support/end-to-end/stack.ts';
import { identityToken, issuerOf, keyOf } from '../support/end-to-end/tokens.ts';

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
    BELARUS_ISSUER: issuerOf('belarus'),
    BELARUS_JWKS: keySet('belarus-issuer'),
    RUSSIA_ISSUER: issuerOf('russia'),
    RUSSIA_JWKS: keySet('russia-issuer'),
  });
  await crossborder.says('listening');
});

afterAll(async () => {
  crossborder.signal('SIGTERM');
  expect((await ended(crossborder)).code).toBe(0);
});

const bodyFor = (id: string) =>
  JSON.stringify({ query: 'query ($id: ID!) { suspect(id: $id) { id } }', variables: { id } });

const fetchFromCrossborder = (change?: Change, id: string = linked.belarus) =>
  fetchFrom(stack, url, { audience: 'CROSSBORDER', body: bodyFor(id) }, change);

describe('crossborder alone', () => {
  test('answers the gateway with the id, and nothing else', async () => {
    const { status, body } = await fetchFromCrossborder();
    expect(status).toBe(200);
    expect(body).toEqual({ data: { suspect: { id: linked.belarus } } });
  });

  test.each<[string, Change]>([
    ['no identity token', { identify: () => undefined }],
    ['no token of the caller’s', { presented: undefined }],
    ['neither', { presented: undefined, identify: () => undefined }],
    [
      'an identity token for an agency',
      { identify: (fetch) => identityToken(keyOf(stack, 'gateway'), { ...fetch, audience: 'RUSSIA' }) },
    ],
    ['an identity token for another body', { body: bodyFor(linked.russia) }],
  ])('refuses %s', async (_name, change) => {
    const { status, codes, body, text } = await fetchFromCrossborder(change);
    expect({ status, codes }).toEqual({ status: 401, codes: ['IDENTITY_REFUSED'] });
    expect(body.data ?? null).toBeNull();
    expect(tracesOfTheInside(text)).toEqual([]);
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
