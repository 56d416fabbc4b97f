import { generateKeyPairSync } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { JWK } from 'jose';
import { request } from '../../support/end-to-end/callers.ts';
import { analystAt } from '../../support/end-to-end/playground/analyst.ts';
import { browser } from '../../support/end-to-end/playground/browser.ts';
import { ended, type Launched, launchScript } from '../../support/end-to-end/processes.ts';
import { freePort, newDirectory, removeDirectory } from '../../support/end-to-end/stack.ts';
import { claimsOf, signed } from '../../support/end-to-end/tokens.ts';
import { long } from '../../support/long.ts';

const directory = newDirectory();
const issuer = 'https://login.belarus.example';
const key = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' }) as JWK;
const { d: _secret, ...publicKey } = { ...key, kid: 'belarus-1' };
const jwks = join(directory, 'jwks.json');
writeFileSync(jwks, JSON.stringify({ keys: [publicKey] }));

const port = await freePort();
/** Seconds. */
const idle = 20;
const playground = `http://localhost:${port}/playground/`;
let gateway: Launched;
beforeAll(async () => {
  await ended(launchScript('commands/gateway-key.ts', {}, directory));
  gateway = launchScript('gateway/start.ts', {
    BELARUS_ISSUER: issuer,
    BELARUS_JWKS: pathToFileURL(jwks).href,
    RUSSIA_ISSUER: 'https://login.russia.example',
    RUSSIA_JWKS: pathToFileURL(jwks).href,
    GATEWAY_PORT: String(port),
    PLAYGROUND_IDLE_MINUTES: String(idle / 60),
    GATEWAY_SIGNING_KEY_FILE: join(directory, 'gateway-signing-key'),
  });
  await gateway.says('listening');
});
afterAll(async () => {
  gateway.signal('SIGTERM');
  await gateway.exited;
  removeDirectory(directory);
});

const { open } = browser();
const fromPage = { 'concord-playground': '1', 'content-type': 'application/json' };

describe('in production, where no sign-in is configured', () => {
  test('the page says so, and takes a token that an officer pastes, over TLS alone', async () => {
    const page = await open(playground);
    await page.getByText('is not configured here').waitFor();
    const token = await signed({ ...key, kid: 'belarus-1' }, claimsOf('belarus', 'analyst', { iss: issuer }));
    await page.getByLabel('Token').fill(token);
    await page.locator('details form').getByRole('button', { name: 'Sign in' }).click();
    const analyst = analystAt(page);
    await analyst.mandate();
    const [cookie] = await page.context().cookies();
    expect(cookie).toMatchObject({ name: '__Host-concord-session', secure: true, httpOnly: true });
    await analyst.write('{ __typename }');
    await analyst.run();
    expect(await analyst.line('__typename').textContent()).toContain('Query');
  });

  long.test(
    'a session ends when nothing is asked for long, though its token is good, and not while something is',
    async () => {
      const page = await open(playground);
      const token = await signed(
        { ...key, kid: 'belarus-1' },
        claimsOf('belarus', 'analyst', { iss: issuer }),
      );
      const enter = async () => {
        await page.getByLabel('Token').fill(token);
        await page.locator('details form').getByRole('button', { name: 'Sign in' }).click();
      };
      await enter();
      const analyst = analystAt(page);
      await analyst.mandate();
      await analyst.write('{ __typename }');
      const begun = Date.now();
      // Half of it, twice: more than all of it since the sign-in.
      for (const part of [0.6, 1.2]) {
        await page.waitForTimeout(Math.max(0, begun + part * idle * 1000 - Date.now()));
        await analyst.run();
        await page.getByRole('button', { name: 'Run', exact: true }).waitFor();
      }
      expect(await page.getByRole('dialog').count()).toBe(0);
      await page.getByRole('dialog').getByText('Your session has ended.').waitFor();
      expect(Date.now() - begun).toBeGreaterThan(2 * idle * 1000);
      await enter();
      await analyst.editorIsThere();
      expect(await analyst.query()).toBe('{ __typename }');
    },
  );

  test.each([
    ['POST', 'session/development'],
    ['GET', 'demo'],
    ['GET', 'sign-in/BELARUS'],
    ['GET', 'signed-in/belarus?code=x'],
  ])('%s %s is not there', async (method, path) => {
    const body = method === 'POST' ? { body: '{}' } : {};
    const { status, codes } = await request(`${playground}${path}`, { method, headers: fromPage, ...body });
    expect([status, codes]).toEqual([404, ['NOT_FOUND']]);
  });

  test('a stranger learns nothing of the schema', async () => {
    const introspection = JSON.stringify({ query: '{ __schema { queryType { name } } }' });
    const asked = await request(`${playground}graphql`, {
      method: 'POST',
      headers: fromPage,
      body: introspection,
    });
    const classes = await request(`${playground}classes`, { headers: fromPage });
    expect([asked.codes, classes.codes]).toEqual([['UNAUTHENTICATED'], ['UNAUTHENTICATED']]);
    expect(classes.text).not.toContain('Dossier');
  });

  test('an issuer’s development key keeps the gateway from starting', async () => {
    const { code, complaints } = await ended(
      launchScript('gateway/start.ts', {
        BELARUS_ISSUER: issuer,
        BELARUS_JWKS: pathToFileURL(jwks).href,
        RUSSIA_ISSUER: issuer,
        RUSSIA_JWKS: pathToFileURL(jwks).href,
        GATEWAY_SIGNING_KEY_FILE: join(directory, 'gateway-signing-key'),
        BELARUS_DEVELOPMENT_KEY: JSON.stringify(key),
      }),
    );
    expect(code).toBe(1);
    expect(complaints).toEqual(['gateway: BELARUS_DEVELOPMENT_KEY: is not accepted in production']);
  });
});
