import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { callersOf, request } from '../support/end-to-end/callers.ts';
import { ended, type Launched, launchScript } from '../support/end-to-end/processes.ts';
import { sharedStack } from '../support/end-to-end/shared-stack.ts';
import { freePort } from '../support/end-to-end/stack.ts';
import { issuerOf } from '../support/end-to-end/tokens.ts';
import { until } from '../support/end-to-end/until.ts';
import { long } from '../support/long.ts';

const stack = sharedStack();
const file = (name: string) => join(stack.dataDirectory, 'keys', name);
const port = await freePort();
const url = `http://localhost:${port}`;
const { as } = callersOf({ ...stack, gateway: url });

const started: Launched[] = [];
afterAll(() => {
  for (const each of started) each.signal('SIGKILL');
});

async function gateway(settings: NodeJS.ProcessEnv): Promise<Launched> {
  const launched = launchScript('gateway/start.ts', {
    CONCORD_MODE: 'development',
    GATEWAY_PORT: String(port),
    GATEWAY_SIGNING_KEY_FILE: file('gateway.private.json'),
    BELARUS_ISSUER: issuerOf('belarus'),
    BELARUS_JWKS: pathToFileURL(file('belarus-issuer.jwks.json')).href,
    RUSSIA_ISSUER: issuerOf('russia'),
    RUSSIA_JWKS: pathToFileURL(file('russia-issuer.jwks.json')).href,
    BELARUS_URL: `${stack.belarus}/graphql`,
    RUSSIA_URL: `${stack.russia}/graphql`,
    ...settings,
  });
  started.push(launched);
  await launched.says('listening');
  return launched;
}

const ready = () =>
  request(`${url}/health/ready`).then(
    ({ status }) => status,
    () => 'refused',
  );
const ask = () => as('belarus', 'investigator').for('DETECTION').query('{ __typename }');

describe('a process that is told to end', () => {
  // Long enough for what is asked below on a busy machine; nobody waits for its end but the last line.
  test('says that it is not ready and goes on answering, before it refuses and ends', async () => {
    const launched = await gateway({ DRAIN_MS: '5000' });
    expect(await ready()).toBe(200);
    launched.signal('SIGTERM');
    await until(async () => (await ready()) !== 200, 10_000);
    const notReady = await request(`${url}/health/ready`);
    expect({ status: notReady.status, body: JSON.parse(notReady.text) }).toEqual({
      status: 503,
      body: { status: 'not ready', missing: ['shutting down'] },
    });
    const { status, body, headers } = await ask();
    expect({ status, body }).toEqual({ status: 200, body: { data: { __typename: 'Query' } } });
    expect(headers.get('connection')).toBe('close');
    launched.signal('SIGTERM');
    expect((await request(`${url}/health/live`)).status).toBe(200);
    expect(await ended(launched)).toMatchObject({ code: 0, complaints: [] });
    expect(await ready()).toBe('refused');
  });

  test('by SIGINT does so at once, and cuts a drain short', async () => {
    const launched = await gateway({ DRAIN_MS: '600000' });
    launched.signal('SIGTERM');
    await until(async () => (await ready()) === 503, 10_000);
    launched.signal('SIGINT');
    expect((await ended(launched)).code).toBe(0);
    expect(await ready()).toBe('refused');
  });

  test('in development does not drain unless it is told for how long', async () => {
    const launched = await gateway({});
    launched.signal('SIGTERM');
    expect((await ended(launched)).code).toBe(0);
  });

  test.each(long.rows(['-1', '1.5', 'soon', '600001'], 0))(
    'does not take %s for a time',
    async (DRAIN_MS) => {
      const launched = launchScript('gateway/start.ts', { CONCORD_MODE: 'development', DRAIN_MS });
      const { code, complaints } = await ended(launched);
      expect({ code, complaints }).toEqual({
        code: 1,
        complaints: [expect.stringContaining('DRAIN_MS: must be')],
      });
    },
  );
});
